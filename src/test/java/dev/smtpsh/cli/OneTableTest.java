package dev.smtpsh.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.cli.page.ManPage;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.assist.Candidate;
import dev.smtpsh.shell.assist.Completion;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.shell.language.Word;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.shell.teach.Syllabus;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.TcpDialer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every local word and every SMTP verb is found in help, in the manual page and in completion. */
class OneTableTest {
    private final StringBuilder shown = new StringBuilder();
    private final Shell shell = shell(shown);

    static Stream<String> names() {
        return Stream.concat(
                Arrays.stream(Word.values()).map(Word::label),
                Arrays.stream(Verb.values()).map(Verb::name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_has_help_of_its_own(String name) {
        type("help " + name);
        assertTrue(shown.toString().contains(name), shown::toString);
        assertTrue(!shown.toString().contains("No help for"), shown::toString);
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_stands_in_the_manual_page(String name) {
        String page = ManPage.text().replace("\\-", "-");
        assertTrue(page.matches("(?s).*\n\\.TP\n\\.B " + name + "\\b.*"), name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_is_completed_at_the_prompt_and_after_help(String name) {
        Completion completion = new Completion(shell.memory());
        String begun = name.substring(0, Math.max(1, name.length() - 1));
        assertTrue(values(completion.of(begun)).stream().anyMatch(value -> value.split(" ")[0].equals(name)), name);
        assertTrue(values(completion.of("help " + begun)).contains(name), name);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void the_first_page_of_help_lists_each_word_of_a_group(Word.Group group) {
        type("help");
        List<String> missing = new ArrayList<>();
        for (Word word : Word.values()) {
            boolean listed = shown.toString().matches("(?s).*\\b" + word.label() + "\\b.*");
            if (word.group() == group && !listed) {
                missing.add(word.label());
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(shown.toString().lines().count() < 24, shown::toString);
    }

    static Stream<Word.Group> groups() {
        return Arrays.stream(Word.Group.values());
    }

    private void type(String line) {
        shell.accept(Octets.utf8(line));
    }

    private static List<String> values(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::value).toList();
    }

    private static Shell shell(StringBuilder shown) {
        TextFace face =
                new TextFace(text -> shown.append(text), new Drawing(80, false, false, Level.NORMAL), () -> 0, false);
        Choices choices = Choices.fixed(Manner.DEFAULT);
        return new Shell(
                connector(),
                ShippedRules.whenAsked(),
                face,
                Questions.NOBODY,
                new Logins(Keyring.EMPTY, Questions.NOBODY, face, choices),
                choices,
                new Identity("probe.example.org", "test"),
                Syllabus.unkept());
    }

    private static NetConnector connector() {
        SessionSettings settings = new SessionSettings(
                new Patience(Optional.empty()), ReplyLimits.DEFAULT, TlsChoice.DEFAULT, Anchors.system(), false);
        return new NetConnector(
                NameService.system(Duration.ofSeconds(1)),
                Family.ANY,
                new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT),
                settings,
                Clock.systemUTC());
    }
}
