package dev.smtpsh.annotate.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.Symptom.TextSymptom;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.annotate.knowledge.Family;
import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.annotate.knowledge.RulePress;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.reply.ReplyLine;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleAnnotatorTest {
    private static final Optional<Stage> UNKNOWN = Optional.empty();

    @Test
    void text_beats_status_beats_code_beats_class() {
        RuleAnnotator all = annotator(
                "class: {code: 5xx}",
                "tens: {code: 55x}",
                "code: {code: 550}",
                "any-class: {status: x.7.1}",
                "status: {status: 5.7.1}",
                "text: {text: [denied]}");
        assertEquals(List.of("text", "status", "any-class", "code", "tens"), rules(all, "550 5.7.1 Denied", UNKNOWN));
        assertEquals(List.of("tens"), rules(all, "551 no", UNKNOWN));
    }

    @Test
    void a_known_stage_beats_none_and_an_unknown_one_does_not() {
        RuleAnnotator all =
                annotator("any: {code: 550}", "rcpt: {code: 550, stage: rcpt}", "mail: {code: 550, stage: mail}");
        assertEquals(List.of("rcpt", "any"), rules(all, "550 no", Optional.of(Stage.RCPT)));
        assertEquals(List.of("any"), rules(all, "550 no", Optional.of(Stage.DATA)));
        assertEquals(List.of("any", "rcpt", "mail"), rules(all, "550 no", UNKNOWN));
    }

    @Test
    void the_longer_text_wins_and_then_the_order() {
        RuleAnnotator all =
                annotator("short: {text: [block]}", "long: {text: [blocked using, xxx]}", "same: {text: [block]}");
        assertEquals(List.of("long", "short", "same"), rules(all, "550 Blocked using x", UNKNOWN));
    }

    @Test
    void all_wants_all_and_not_wants_none() {
        RuleAnnotator all = annotator("all: {all: [one, two], not: [three]}");
        assertEquals(List.of("all"), rules(all, "550 two one", UNKNOWN));
        assertEquals(List.of("last-resort-code"), rules(all, "550 one", UNKNOWN));
        assertEquals(List.of("last-resort-code"), rules(all, "550 one two three", UNKNOWN));
    }

    @Test
    void a_pattern_is_looked_for_without_regard_to_case() {
        RuleAnnotator all = annotator("pattern: {code: 5xx, pattern: \"wait [0-9]+ SECONDS\"}");
        Annotation found = annotate(all, "550 Please WAIT 300 seconds", UNKNOWN).get(0);
        assertEquals(List.of("text \"wait 300 seconds\"", "code 550"), found.evidence());
        assertEquals(List.of("last-resort-code"), rules(all, "450 wait 3 seconds", UNKNOWN));
    }

    @Test
    void a_status_none_is_for_replies_without_one() {
        RuleAnnotator all = annotator("bare: {status: none, code: 550}", "code: {code: 550}");
        assertEquals(List.of("bare", "code"), rules(all, "550 no", UNKNOWN));
        assertEquals(List.of("code"), rules(all, "550 5.1.1 no", UNKNOWN));
    }

    @Test
    void provider_and_software_must_be_known() {
        RuleAnnotator all = annotator("gmail: {code: 550, provider: Gmail}", "exim: {code: 550, software: [exim, x]}");
        ReplySymptom symptom = new ReplySymptom(
                Reply.of("550 no"), UNKNOWN, Circumstances.NONE, Optional.of("gmail"), Optional.empty());
        assertEquals(
                List.of("provider gmail"),
                all.annotate(symptom).get(0).evidence().subList(1, 2));
        assertEquals(List.of("last-resort-code"), rules(all, "550 no", UNKNOWN));
    }

    @Test
    void whose_words_they_are_counts_most_where_it_is_they_who_speak() {
        String family = Family.of("gmail-1: {text: [quota]}", "other-1: {text: [over the quota]}")
                .replaceFirst("references", "provider: Gmail\n    references");
        String both = family.substring(0, family.lastIndexOf("references"))
                + "provider: Other\n    "
                + family.substring(family.lastIndexOf("references"));
        RuleAnnotator all = new RuleAnnotator(List.of(RuleBook.open(RulePress.press(Family.rules(both)))));
        Reply reply = Reply.of("550 over the quota");
        assertEquals("other-1", all.annotate(ReplySymptom.of(reply)).get(0).rule());
        Annotation known = all.annotate(
                        new ReplySymptom(reply, UNKNOWN, Circumstances.NONE, Optional.of("Gmail"), Optional.empty()))
                .get(0);
        assertEquals("gmail-1", known.rule());
        assertEquals(List.of("text \"quota\"", "provider Gmail"), known.evidence());
    }

    @Test
    void a_provider_speaks_for_itself_then_comes_the_list_it_names_then_software_then_nobody() {
        String rules = attributed("generic-1", "all: [mail from, has been refused, list]", "")
                + attributed("software-1", "all: [has been refused, list]", "software: exim")
                + attributed("list-1", "text: [on the list]", "provider: Spamhaus\n    list: true")
                + attributed("provider-1", "text: [\"[bl21]\"]", "provider: Yahoo");
        RuleAnnotator all = new RuleAnnotator(List.of(
                RuleBook.open(RulePress.press(Family.rules("family: test\nabout: For tests.\nrules:\n" + rules)))));
        Reply reply = Reply.of("550 [BL21] Mail from this address has been refused: it is on the list");
        List<String> order = List.of("provider-1", "list-1", "software-1", "generic-1");
        assertEquals(
                order,
                all.annotate(ReplySymptom.of(reply)).stream()
                        .map(Annotation::rule)
                        .toList());
        ReplySymptom spoken =
                new ReplySymptom(reply, UNKNOWN, Circumstances.NONE, Optional.empty(), Optional.of("Exim"));
        assertEquals(order, all.annotate(spoken).stream().map(Annotation::rule).toList());
    }

    @Test
    void what_the_conversation_shows_beats_status_and_code_and_the_servers_words_beat_it() {
        RuleAnnotator all = annotator(
                "code: {code: 530, stage: mail}",
                "status: {status: 5.7.0}",
                "plain: {code: 530, session: plain}",
                "offered: {code: 530, session: [starttls-offered, plain]}",
                "text: {text: [login first]}");
        assertEquals(
                List.of("offered", "plain", "status", "code"),
                rules(all, "530 5.7.0 No", Circumstance.PLAIN, Circumstance.STARTTLS_OFFERED));
        assertEquals(List.of("plain", "status", "code"), rules(all, "530 5.7.0 No", Circumstance.PLAIN));
        assertEquals(List.of("status", "code"), rules(all, "530 5.7.0 No"));
        List<Annotation> worded = circumstanced(all, "530 5.7.0 Login first", Circumstance.PLAIN);
        assertEquals(
                List.of("text", "plain"),
                List.of(worded.get(0).rule(), worded.get(1).rule()));
        assertEquals(
                List.of("Nothing is encrypted."),
                List.copyOf(worded.get(1).here().values()));
        assertEquals(List.of("code 530", "session plain"), worded.get(1).evidence());
    }

    @Test
    void what_is_not_known_of_the_conversation_does_not_hold() {
        RuleAnnotator all = annotator("plain: {code: 550, session: plain}", "tls: {session: tls}");
        assertEquals(List.of("last-resort-code"), rules(all, "550 No", UNKNOWN));
        assertEquals(
                "last-resort-words",
                all.annotate(new TextSymptom(Optional.empty(), "no")).get(0).rule());
        assertEquals(List.of("tls"), rules(all, "999 No", Circumstance.TLS));
    }

    @Test
    void words_know_better_than_the_first_digit_whether_it_passes() {
        RuleAnnotator shipped = ShippedRules.annotator();
        assertEquals(
                true,
                annotate(shipped, "450 4.1.1 User unknown", UNKNOWN).get(0).permanent());
        assertEquals(
                false,
                annotate(shipped, "554 Too many connections", UNKNOWN).get(0).permanent());
        assertEquals(
                false,
                annotate(shipped, "552 5.2.2 Mailbox full", UNKNOWN).get(0).permanent());
        assertEquals(
                true,
                annotate(shipped, "550 5.1.1 User unknown", UNKNOWN).get(0).permanent());
        assertEquals(
                false, annotate(shipped, "451 4.7.1 Greylisted", UNKNOWN).get(0).permanent());
    }

    @Test
    void a_sentence_runs_on_over_lines_and_past_repeated_statuses() {
        RuleAnnotator all = annotator("text: {text: [looks like spam]}");
        assertEquals(List.of("text"), rules(all, "550-5.7.1 This looks\n550-5.7.1\n550 5.7.1  like   SPAM", UNKNOWN));
    }

    @Test
    void evidence_says_what_was_matched() {
        RuleAnnotator all = annotator("grey: {stage: rcpt, code: 4xx, status: 4.7.1, text: [greylist]}");
        assertEquals(
                List.of("text \"greylist\"", "status 4.7.1", "code 451", "stage rcpt"),
                annotate(all, "451 4.7.1 Greylisted", Optional.of(Stage.RCPT))
                        .get(0)
                        .evidence());
    }

    @Test
    void words_without_a_code_meet_every_condition_on_it() {
        RuleAnnotator all = annotator(
                "text: {code: 4xx, stage: rcpt, text: [greylist]}", "code: {code: 450}", "st: {status: 4.7.1}");
        Annotation found = all.annotate(new TextSymptom(Optional.empty(), "You are greylisted"))
                .get(0);
        assertEquals("text", found.rule());
        assertEquals(Verdict.TRY_LATER, found.verdict());
        assertEquals(
                "st",
                all.annotate(new TextSymptom(EnhancedStatus.read("4.7.1"), ""))
                        .get(0)
                        .rule());
    }

    @Test
    void the_first_book_wins_over_an_equal_in_the_second() {
        RuleAnnotator both =
                new RuleAnnotator(List.of(Family.book("mine: {code: 550}"), Family.book("yours: {code: 550}")));
        assertEquals(List.of("mine", "yours"), rules(both, "550 no", UNKNOWN));
    }

    @Test
    void the_verdict_follows_code_and_stage() {
        assertVerdict(Verdict.OK, "250 ok", Stage.MAIL);
        assertVerdict(Verdict.BROKEN, "250 ok", Stage.DATA);
        assertVerdict(Verdict.BROKEN, "250 ok", Stage.UNASKED);
        assertVerdict(Verdict.GO_ON, "354 go", Stage.DATA);
        assertVerdict(Verdict.GO_ON, "334 ", Stage.AUTH);
        assertVerdict(Verdict.BROKEN, "354 go", Stage.MAIL);
        assertVerdict(Verdict.BROKEN, "354 go", Stage.RCPT);
        assertVerdict(Verdict.BROKEN, "354 go", Stage.HELLO);
        assertVerdict(Verdict.TRY_LATER, "451 no", Stage.RCPT);
        assertVerdict(Verdict.REFUSED, "571 no", Stage.RCPT);
        assertVerdict(Verdict.CLOSED, "421 bye", Stage.RCPT);
        assertVerdict(Verdict.OK, "221 bye", Stage.QUIT);
        assertVerdict(Verdict.CLOSED, "221 bye", Stage.RCPT);
        assertVerdict(Verdict.BROKEN, "650 hm", Stage.RCPT);
        assertVerdict(Verdict.BROKEN, "150 hm", Stage.RCPT);
        assertVerdict(Verdict.BROKEN, "SSH-2.0-OpenSSH_9.2", Stage.GREETING);
        assertEquals(
                Verdict.BROKEN,
                annotate(ShippedRules.annotator(), "hello", UNKNOWN).get(0).verdict());
    }

    @Test
    void every_reply_is_explained_whatever_is_in_it() {
        RuleAnnotator shipped = ShippedRules.annotator();
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            byte[] line = new byte[random.nextInt(60)];
            random.nextBytes(line);
            String code = random.nextBoolean() ? String.valueOf(random.nextInt(1000)) + " " : "";
            Reply reply = Reply.of(code + Octets.of(line).latin1());
            assertEquals(false, shipped.annotate(ReplySymptom.of(reply)).isEmpty());
        }
    }

    @Test
    void ten_megabytes_of_text_do_no_harm() {
        RuleAnnotator shipped = ShippedRules.annotator();
        RuleAnnotator pattern = annotator("pattern: {pattern: \"(a+)+b\"}");
        for (String unit : List.of("a", "relay access denie", "x\u0000\u001b[2J", "blocked usinblocked usin ")) {
            Reply reply = hostile(unit.repeat(10 * 1024 * 1024 / unit.length()));
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> shipped.annotate(ReplySymptom.of(reply)));
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> pattern.annotate(ReplySymptom.of(reply)));
        }
    }

    private static Reply hostile(String text) {
        ReplyLine line = ReplyLine.read(Octets.latin1("550 " + text + "\r\n"));
        return new Reply(Optional.of(new ReplyCode(550)), Optional.empty(), List.of(line), Set.of());
    }

    private static void assertVerdict(Verdict verdict, String reply, Stage stage) {
        assertEquals(
                verdict,
                annotate(ShippedRules.annotator(), reply, Optional.of(stage))
                        .get(0)
                        .verdict(),
                reply);
    }

    private static RuleAnnotator annotator(String... idsAndConditions) {
        return new RuleAnnotator(List.of(Family.book(idsAndConditions)));
    }

    private static List<String> rules(RuleAnnotator annotator, String reply, Optional<Stage> stage) {
        List<String> rules = new ArrayList<>();
        annotate(annotator, reply, stage).forEach(annotation -> rules.add(annotation.rule()));
        return rules;
    }

    private static List<String> rules(RuleAnnotator annotator, String reply, Circumstance... circumstances) {
        return circumstanced(annotator, reply, circumstances).stream()
                .map(Annotation::rule)
                .toList();
    }

    private static List<Annotation> circumstanced(
            RuleAnnotator annotator, String reply, Circumstance... circumstances) {
        return annotator.annotate(new ReplySymptom(
                Reply.of(reply),
                Optional.of(Stage.MAIL),
                Circumstances.stated(List.of(circumstances)),
                Optional.empty(),
                Optional.empty()));
    }

    private static List<Annotation> annotate(RuleAnnotator annotator, String reply, Optional<Stage> stage) {
        return annotator.annotate(ReplySymptom.at(stage, Reply.of(reply)));
    }

    private static String attributed(String id, String when, String author) {
        String rule = Family.of(id + ": {" + when + "}");
        return rule.substring(rule.indexOf("  - id"))
                .replaceFirst("references", author.isEmpty() ? "references" : author + "\n    references");
    }
}
