package dev.smtpsh.cli.press;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.knowledge.Pressed;
import dev.smtpsh.annotate.knowledge.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressRulesTest {
    private static final String RULE = """
            family: test
            about: For a test.
            rules:
              - id: a-1
                when: {code: 550}
                title: A title
                reason: other
                meaning: It means something.
                who: you
                fix: [Do it.]
                retry: after-fix
                scope: session
                confidence: likely
                references: [RFC 5321 4.2]
                examples: ["550 x"]
                near-misses: ["250 x"]
            """;

    @TempDir
    private Path directory;

    @Test
    void rule_files_are_pressed_beside_themselves() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), RULE);
        PressRules.main(new String[] {directory.toString()});
        byte[] rules = Files.readAllBytes(directory.resolve("rules.bin"));
        byte[] words = Files.readAllBytes(directory.resolve("words.bin"));
        assertEquals(
                "a-1", RuleBook.open(new Pressed.AtHand(rules, words)).rule(0).id());
    }

    @Test
    void a_slip_fails_the_build_with_its_place_and_nothing_is_written() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), RULE.replace("who: you", "who: yuo"));
        String said = assertThrows(
                        IllegalStateException.class, () -> PressRules.main(new String[] {directory.toString()}))
                .getMessage();
        assertTrue(said.contains("a.yaml:9:10: error: `yuo` is no value of `who`; did you mean `you`?"), said);
        assertFalse(Files.exists(directory.resolve("rules.bin")));
    }
}
