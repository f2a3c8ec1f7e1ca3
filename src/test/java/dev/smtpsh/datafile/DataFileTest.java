package dev.smtpsh.datafile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hostile or careless YAML file gets to hear. */
class DataFileTest {
    @Test
    void aFileNestedWithoutEndIsRefusedBeforeItTakesTheStack() {
        assertEquals(
                List.of("f.yaml:1:33: error: nested more than 32 deep; flatten it"), complaints("[".repeat(100_000)));
    }

    @Test
    void anAliasOfAListIsToBeWrittenOut() {
        assertEquals(
                List.of("f.yaml:1:1: error: an alias (`*name`) stands for a whole list or map, or the file is no YAML;"
                        + " write the values out"),
                complaints("a: &x [1]\nb: *x\n"));
    }

    @Test
    void aKeyTwiceIsComplainedAbout() {
        assertEquals(List.of("f.yaml:2:1: error: `a` is there twice; keep one"), complaints("a: 1\na: 2\n"));
    }

    private static List<String> complaints(String text) {
        return DataFile.read("f.yaml", text).complaints().stream()
                .map(Complaint::toString)
                .toList();
    }
}
