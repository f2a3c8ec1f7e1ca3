package dev.smtpsh.shell.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistTest {
    private static final SessionState GREETED = SessionState.connected(false).greeted(Reply.of("220 mx"));
    private static final SessionState READY =
            after(GREETED, "EHLO a", "250-mx\n250-SIZE 100\n250-STARTTLS\n250 AUTH LOGIN PLAIN SCRAM-SHA-256");
    private static final SessionState MAIL = after(READY, "MAIL FROM:<>", "250 ok");
    private static final SessionState RCPT = after(MAIL, "RCPT TO:<a@b>", "250 ok");

    @Test
    void whatIsLegalNowComesFirstAndTheRestSaysWhyNot() {
        List<Candidate> all = completion(READY).of("");
        Candidate mail = named(all, "MAIL FROM:<");
        Candidate data = named(all, "DATA");
        assertEquals("now", mail.group());
        assertFalse(mail.complete());
        assertEquals("not for now", data.group());
        assertEquals("needs a MAIL first", data.about());
        assertTrue(all.indexOf(mail) < all.indexOf(data));
        assertEquals(
                "needs a RCPT first", named(completion(MAIL).of("DA"), "DATA").about());
    }

    @Test
    void completesThePathAndKeepsTheBracketOpen() {
        assertEquals(
                List.of("FROM:<", "FROM:<amy@x>", "FROM:<>"),
                values(completion(READY).of("MAIL FR")));
        assertEquals(
                List.of("TO:<", "TO:<amy@x>", "TO:<postmaster@x>", "TO:<postmaster@practice.test>"),
                values(completion(MAIL).of("rcpt t")));
    }

    @Test
    void parametersComeFromEhloAndTheOthersSaySo() {
        List<Candidate> all = completion(READY).of("MAIL FROM:<a@b> S");
        assertEquals(List.of("SIZE=", "SMTPUTF8", "SOLICIT="), values(all));
        assertEquals("offered", all.get(0).group());
        assertEquals("not offered by this server", all.get(1).about());
    }

    @Test
    void mechanismsAreRankedAndJudged() {
        List<Candidate> all = completion(READY).of("AUTH ");
        assertEquals(List.of("SCRAM-SHA-256", "PLAIN", "LOGIN"), values(all));
        assertEquals("shows the password: STARTTLS first", all.get(1).about());
    }

    @Test
    void codesSeenComeFirst() {
        assertEquals("450", values(completion(READY).of("explain ")).get(0));
        assertEquals(List.of("practice:normal"), values(completion(READY).of("open pr")));
    }

    @ParameterizedTest
    @CsvSource({"S,TARTTLS", "star,TTLS", "ma,IL FROM:<>", "QU,''"})
    void aSuggestionGoesOnFromWhatIsTyped(String typed, String rest) {
        assertEquals(
                rest, new Suggestion(memory(Optional.of(READY)), 25).rest(typed).orElse(""));
    }

    @Test
    void theFirstSuggestionFitsTheState() {
        assertEquals("open practice:normal", first(Optional.empty()));
        assertEquals("EHLO probe.example.org", first(Optional.of(GREETED)));
        assertEquals("STARTTLS", first(Optional.of(READY)));
        assertEquals("RCPT TO:<", first(Optional.of(MAIL)));
        assertEquals("DATA", first(Optional.of(RCPT)));
        assertEquals("reconnect", first(Optional.of(RCPT.closed())));
    }

    // What is typed | the remark under it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MAIL FROM: a@b   | Address must stand in < >, no space after the colon. Enter sends it as it is.
                    MAIL FROM:a@b    | Address must stand in < >. Enter sends it as it is.
                    MAIL FROM:       | begin an envelope: who gets the bounces
                    MAIL FROM:<a     | begin an envelope: who gets the bounces
                    MAIL FR          | begin an envelope: who gets the bounces
                    DATA             | DATA: needs a MAIL first. Enter sends it all the same.
                    explain          | meaning and fix of any reply, or a topic such as greylisting
                    banana           | ''
                    """)
    void theHintSaysTheOneThingToKnow(String typed, String remark) {
        assertEquals(remark, Hint.of(typed, Optional.of(READY)).remark());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL                      | [MAIL FROM:]<address> SIZE=... AUTH=...",
                "MAIL FROM:<a              | MAIL FROM:[<address>] SIZE=... AUTH=...",
                "MAIL FROM:<a@b> S         | MAIL FROM:<address> [SIZE=...] AUTH=...",
                "RCPT TO:<a@b>             | RCPT TO:[<address>]",
                "EHLO                      | [EHLO] domain",
                "EHLO a                    | EHLO [domain]",
                "STARTTLS                  | STARTTLS"
            })
    void thePartBeingTypedStandsInBrackets(String typed, String grammar) {
        assertEquals(grammar, Hint.of(typed, Optional.of(READY)).grammar());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL FROM: a@b            | VERB MAIL, SLIP ' a@b'",
                "MAIL FROM:<a@             | VERB MAIL",
                "mail from:<a@b> SMTPUTF8  | VERB mail, NOT_OFFERED SMTPUTF8",
                "mail from:<a@b> SIZE=5    | VERB mail",
                "why 5                     | WORD why",
                "auth                      | WORD auth",
                "AUTH                      | VERB AUTH",
                "EHLO a_b                  | VERB EHLO, SLIP _",
                "nonsense                  | ''"
            })
    void whatIsTypedIsMarkedByWhatItIs(String typed, String marks) {
        String found = Emphasis.of(typed, memory(Optional.of(READY))).stream()
                .map(mark -> mark.kind() + " " + typed.substring(mark.from(), mark.to()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        assertEquals(marks.replace("'", ""), found);
    }

    @Test
    void whileAMessageIsTypedItSaysHowLongTheServerMayWait() {
        Hint header = Hint.ofMessage(false, Optional.of(Duration.ofSeconds(19)));
        assertTrue(header.grammar().startsWith("header"));
        assertTrue(header.remark().endsWith("The server gives up in 4:41."), header.remark());
        assertTrue(Hint.ofMessage(true, Optional.of(Duration.ofMinutes(6)))
                .remark()
                .endsWith("given up."));
        assertEquals("text", Hint.ofMessage(true, Optional.empty()).grammar());
    }

    @Test
    void completesNumbersOfConversationsFormsOfFilesAndDomains() {
        assertEquals(List.of("1"), values(completion(READY).of("use ")));
        assertEquals("mx1.example.net", completion(READY).of("use ").get(0).about());
        assertTrue(values(completion(READY).of("save ")).contains("conversation.html"));
        assertEquals(List.of("x", "practice.test"), values(completion(READY).of("mx ")));
    }

    @Test
    void settings_are_completed_by_name_and_by_what_they_may_be() {
        assertEquals(
                List.of("hints", "width"),
                values(completion(READY).of("set ")).stream().sorted().toList());
        assertEquals(List.of("on", "off"), values(completion(READY).of("set hints ")));
        assertEquals(List.of(), values(completion(READY).of("set width ")));
        assertEquals(List.of(), values(completion(READY).of("set hints on ")));
    }

    @Test
    void a_line_for_another_conversation_is_helped_with_too() {
        assertEquals(
                List.of("FROM:<", "FROM:<amy@x>", "FROM:<>"),
                values(completion(READY).of("@all MAIL FR")));
        assertEquals(
                "MAIL FROM:[<address>] SIZE=... AUTH=...",
                Hint.of("@2 MAIL FROM:<", Optional.of(READY)).grammar());
        assertEquals(
                List.of(new Emphasis(3, 7, Emphasis.Kind.VERB)), Emphasis.of("@2 NOOP", memory(Optional.of(READY))));
        assertEquals(List.of(), values(completion(READY).of("@nobody MAIL FR")));
    }

    private static Completion completion(SessionState state) {
        return new Completion(memory(Optional.of(state)));
    }

    private static String first(Optional<SessionState> state) {
        return new Suggestion(memory(state), 25).lines().get(0);
    }

    private static Memory memory(Optional<SessionState> state) {
        return new Memory(
                state,
                List.of(),
                List.of("amy@x"),
                List.of("450", "4.7.1"),
                List.of("normal"),
                List.of("mx1.example.net"),
                Optional.of("practice.test"),
                "probe.example.org",
                () -> Map.of("hints", List.of("on", "off"), "width", List.of()));
    }

    private static Candidate named(List<Candidate> all, String value) {
        return all.stream().filter(one -> one.value().equals(value)).findFirst().orElseThrow();
    }

    private static List<String> values(List<Candidate> all) {
        return all.stream().map(Candidate::value).toList();
    }

    private static SessionState after(SessionState state, String command, String reply) {
        return state.after(new Command.Line(Octets.utf8(command)), Reply.of(reply));
    }
}
