package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.practice.scenario.Glob;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {
    private static final String HEAD = "name: x\ntitle: X\nabout: An x.\nhost: mx.test\n";

    @Test
    void every_shipped_scenario_is_in_the_index_and_free_of_complaints() throws IOException, URISyntaxException {
        Path folder = Path.of(ShippedScenarios.class
                        .getResource("/dev/smtpsh/practice/index")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> there = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.replace(".yaml", ""))
                    .sorted()
                    .toList();
            assertEquals(there, ShippedScenarios.names().stream().sorted().toList());
        }
        for (Scenario scenario : ShippedScenarios.all()) {
            assertEquals(Optional.of(scenario), ShippedScenarios.named(scenario.name()));
        }
    }

    @Test
    void an_unknown_name_has_no_scenario_but_perhaps_a_neighbour() {
        assertEquals(Optional.empty(), ShippedScenarios.named("../normal"));
        assertEquals(Optional.of("greylist"), ShippedScenarios.nearest("graylist"));
        assertEquals(Optional.empty(), ShippedScenarios.nearest("zebra"));
    }

    @Test
    void a_misspelt_key_is_told_with_its_place_and_its_neighbour() {
        assertComplaints(
                HEAD + "keyword: [SIZE]\n", "x.yaml:5:1: error: unknown key `keyword`; did you mean `keywords`?");
    }

    @Test
    void what_must_be_there_is_missed() {
        assertComplaints(
                "name: x\n",
                "x.yaml:1:1: error: `title` is missing; add `title: ...`",
                "x.yaml:1:1: error: `about` is missing; add `about: ...`",
                "x.yaml:1:1: error: `host` is missing; add `host: ...`");
    }

    @Test
    void an_empty_file_is_a_complaint() {
        assertComplaints("", "x.yaml:1:1: error: the file is empty; add `name: ...`");
    }

    @Test
    void a_turn_with_mistakes_is_told_all_of_them() {
        assertComplaints(
                HEAD
                        + "turns:\n"
                        + "  - when: rctp\n"
                        + "    nth: zero\n"
                        + "    new-for: 5\n"
                        + "    tls: maybe\n"
                        + "    reply: Go away\n"
                        + "    faults: [delya: 1s, delay: soon, drop: later, bare-lf: x]\n",
                "x.yaml:6:11: error: `rctp` is no moment; did you mean `rcpt`?",
                "x.yaml:7:10: error: `nth` wants a number from 1 to 999999, not `zero`; write digits",
                "x.yaml:8:14: error: `new-for` wants a length of time, not `5`; write it like `300ms`, `20s`, `5m` or"
                        + " `4h`",
                "x.yaml:9:10: error: `maybe` is no value of `tls`; use one of: false, true",
                "x.yaml:10:12: error: a reply begins with three digits and a space; write `550 5.1.1 No such user`, or"
                        + " use the fault `garbage` for something that is no reply",
                "x.yaml:11:14: error: unknown fault `delya`; did you mean `delay`?",
                "x.yaml:11:25: error: `delay` takes a time such as 20s; not `soon`",
                "x.yaml:11:38: error: `drop` takes instead or after; not `later`",
                "x.yaml:11:51: error: `bare-lf` takes no value; not `x`");
    }

    @Test
    void a_reply_may_use_known_names_only() {
        assertComplaints(
                HEAD + "greeting: 220 {hots} ESMTP\n",
                "x.yaml:5:11: error: nothing is called `{hots}`; did you mean `host`?");
    }

    @Test
    void a_turn_that_changes_nothing_is_a_mistake() {
        assertComplaints(
                HEAD + "turns:\n  - when: rcpt\n",
                "x.yaml:6:5: error: a turn without `reply` and `faults` changes nothing; add one of them");
    }

    @Test
    void a_rate_has_a_number_and_a_time() {
        assertComplaints(
                HEAD + "turns:\n  - {when: mail, rate-over: 3 a day, reply: 450 slow down}\n",
                "x.yaml:6:29: error: `rate-over` wants a number and a time; write it like `3 per 10m`");
    }

    @Test
    void an_idle_turn_needs_a_time() {
        assertComplaints(
                HEAD + "turns:\n  - {when: idle, faults: [drop]}\n",
                "x.yaml:6:5: error: an idle turn wants `after` and `reply`; add `after: 5s` and `reply: ...`");
    }

    @Test
    void mistakes_in_the_server_itself_are_told() {
        assertComplaints(
                HEAD
                        + "protocol: uucp\n"
                        + "tls: last\n"
                        + "certificate: expird\n"
                        + "class: perhaps\n"
                        + "ends: [lf-dot-lf, dot]\n"
                        + "handshake:\n"
                        + "  versions: [\"1.4\"]\n"
                        + "  alert: red\n"
                        + "  suites: good\n"
                        + "  client-certificate: wanted\n",
                "x.yaml:5:11: error: `uucp` is no value of `protocol`; use one of: lmtp, smtp",
                "x.yaml:6:6: error: `last` is no value of `tls`; use one of: first, optional, required",
                "x.yaml:7:14: error: `expird` is no value of `certificate`; did you mean `expired`?",
                "x.yaml:8:8: error: `perhaps` is no value of `class`; use one of: false, true",
                "x.yaml:9:7: error: `dot` is no value of `ends`; use one of: cr-dot-cr, crlf-dot-lf, lf-dot-crlf, lf-dot-lf",
                "x.yaml:11:13: error: `1.4` is no version of TLS; did you mean `1.0`?",
                "x.yaml:12:10: error: `red` is no value of `alert`; use one of: decode-error, handshake-failure,"
                        + " illegal-parameter, insufficient-security, internal-error, protocol-version, unexpected-message,"
                        + " unrecognized-name",
                "x.yaml:14:23: error: `wanted` is no value of `client-certificate`; use one of: asked, not-asked, required");
    }

    @Test
    void mistakes_in_tasks_are_told() {
        assertComplaints(
                HEAD + "tasks:\n  - {titel: hello, when: elo, reply: 6xx}\n",
                "x.yaml:6:5: error: `title` is missing; add `title: ...`",
                "x.yaml:6:6: error: unknown key `titel`; did you mean `title`?",
                "x.yaml:6:26: error: `elo` is no moment; did you mean `helo`?",
                "x.yaml:6:38: error: `reply` of a task wants a code, not `6xx`; write 250, 45x or 4xx");
        assertComplaints(
                HEAD + "tasks: hello\n", "x.yaml:5:8: error: `tasks` wants a list; begin each task with `- title:`");
    }

    @Test
    void every_fault_says_what_it_takes() {
        assertComplaints(
                HEAD
                        + "turns:\n"
                        + "  - {when: content, nth: 3, faults: [drop]}\n"
                        + "  - when: noop\n"
                        + "    faults: [many-lines: 999999, split: none, hold: me, [drop], inject-late]\n",
                "x.yaml:6:5: error: a turn within a message wants `reply`; add `reply: ...`, or use `message`",
                "x.yaml:8:14: error: `many-lines` takes a number up to 100000; not `999999`",
                "x.yaml:8:34: error: `split` takes a number of octets; not `none`",
                "x.yaml:8:47: error: `hold` takes no value; not `me`",
                "x.yaml:8:57: error: a fault is a name, or a name with a value; write `- delay: 20s`",
                "x.yaml:8:65: error: `inject-late` takes octets in double quotes, with \\r\\n where a line ends; not ``");
    }

    @Test
    void patterns_know_stars_and_question_marks_and_no_letter_case() {
        assertTrue(new Glob("*@practice.test").matches("Amy@PRACTICE.test"));
        assertTrue(new Glob("a?y@*").matches("amy@x"));
        assertTrue(new Glob("*a*b*").matches("xxaxxbxx"));
        assertTrue(new Glob("").matches(""));
        assertFalse(new Glob("a*b").matches("abc"));
        assertFalse(new Glob("?").matches(""));
    }

    private static void assertComplaints(String text, String... expected) {
        ScenarioFile file = ScenarioFile.read("x.yaml", text);
        assertEquals(
                String.join("\n", expected),
                file.complaints().stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        assertEquals(Optional.empty(), file.scenario());
    }
}
