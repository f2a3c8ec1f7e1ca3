package dev.smtpsh.annotate.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.datafile.Complaint;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleReaderTest {
    private static final String GOOD = Family.of("a-1: {code: 550}");

    @Test
    void a_good_file_has_no_complaints() {
        assertEquals(List.of(), Family.read(GOOD).complaints());
        assertEquals("a-1", Family.read(GOOD).rules().get(0).rule().id());
        assertEquals("550 x", Family.read(GOOD).rules().get(0).examples().get(0).reply());
    }

    @Test
    void an_unknown_key_is_complained_about_with_the_key_that_was_meant() {
        assertComplaint("test.yaml:6:5: error: unknown key `titel`; did you mean `title`?", "    title:", "    titel:");
    }

    @Test
    void an_unknown_condition_is_complained_about() {
        assertComplaint("test.yaml:5:12: error: unknown key `cod`; did you mean `code`?", "{code: 550}", "{cod: 550}");
    }

    @Test
    void a_missing_field_is_complained_about_at_the_rule() {
        assertComplaint("test.yaml:4:5: error: `who` is missing; add `who: ...`", "    who: you\n", "");
    }

    @Test
    void values_that_are_none_are_complained_about() {
        assertComplaint(
                "test.yaml:9:10: error: `yuo` is no value of `who`; did you mean `you`?", "who: you", "who: yuo");
        assertComplaint(
                "test.yaml:5:18: error: `5x` is no value of `code`; write three digits, `x` for any: 450, 45x, 4xx",
                "{code: 550}",
                "{code: 5x}");
        assertComplaint(
                "test.yaml:5:20: error: `3.7.1` is no value of `status`;"
                        + " write 5.7.1, x.7.1, 5.7.x or none; the class is 2, 4, 5 or x",
                "{code: 550}",
                "{status: 3.7.1}");
        assertComplaint(
                "test.yaml:5:19: error: `rcptt` is no value of `stage`; did you mean `rcpt`?",
                "{code: 550}",
                "{stage: rcptt}");
        assertComplaint(
                "test.yaml:5:19: error: `ab` is too short to tell anything; give at least 3 characters",
                "{code: 550}",
                "{text: [ab]}");
    }

    @Test
    void an_expression_that_is_none_is_complained_about() {
        assertTrue(complaints("{code: 550}", "{pattern: \"a(\"}").contains("`pattern` is no RE2 expression"));
        assertTrue(complaints("{code: 550}", "{pattern: \"(?=a)\"}").contains("`pattern` is no RE2 expression"));
    }

    @Test
    void a_rule_without_condition_is_complained_about() {
        assertTrue(complaints("{code: 550}", "{not: [abc]}").contains("test.yaml:5:11: error: no condition"));
    }

    @Test
    void a_rule_without_example_or_near_miss_is_complained_about() {
        assertTrue(complaints("    examples: [\"550 x\"]\n", "").contains("`examples` needs at least one reply"));
        assertTrue(complaints("near-misses: [\"250 x\"]", "near-misses: []")
                .contains("test.yaml:16:18: error: `near-misses` needs at least one reply"));
    }

    @Test
    void form_matters() {
        assertTrue(complaints("A title", "A title.").contains("drop the full stop"));
        assertTrue(complaints("A title", "A title of more than six words").contains("too long"));
        assertTrue(complaints("[Do it.]", "[A., B., C., D.]").contains("more than three steps"));
        assertTrue(complaints("[RFC 5321 4.2]", "[rfc5321]").contains("`rfc5321` is no reference"));
        assertTrue(complaints("id: a-1", "id: A_1").contains("`A_1` is no id"));
        assertTrue(complaints("retry: after-fix", "retry: after-fix\n    wait: soon")
                .contains("not `soon`"));
        assertTrue(complaints("    reason: other\n", "").contains("`reason` is missing"));
    }

    @Test
    void an_id_is_unique_over_all_files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("a.yaml", GOOD);
        files.put("b.yaml", GOOD);
        List<Complaint> complaints = RuleReader.read(files).complaints();
        assertEquals(1, complaints.size());
        assertEquals(
                "b.yaml:4:9: error: the id `a-1` is taken at a.yaml:4:9; choose another",
                complaints.get(0).toString());
    }

    @Test
    void a_rule_with_a_slip_does_not_hide_the_next_ones() {
        String text = Family.of("a-1: {code: 550}", "b-1: {code: 55}", "c-1: {code: 551}");
        assertEquals(1, Family.read(text).complaints().size());
        assertEquals(
                List.of("a-1", "c-1"),
                Family.read(text).rules().stream()
                        .map(written -> written.rule().id())
                        .toList());
    }

    @Test
    void no_yaml_and_nothing_at_all_are_complained_about() {
        assertEquals(1, Family.read("rules: [").complaints().size());
        assertEquals(1, Family.read("").complaints().size());
        assertTrue(Family.read("- a").complaints().toString().contains("keys and values are wanted here"));
    }

    private static void assertComplaint(String complaint, String from, String to) {
        assertEquals(complaint, complaints(from, to));
    }

    private static String complaints(String from, String to) {
        assertTrue(GOOD.contains(from), from);
        return String.join(
                "\n",
                Family.read(GOOD.replace(from, to)).complaints().stream()
                        .map(Complaint::toString)
                        .toList());
    }
}
