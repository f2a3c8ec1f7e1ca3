package dev.smtpsh.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.script.program.Loader;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of mistake in a file, as it is told; {@code -Dgolden=write} writes the expected text anew, for review. */
class ProblemViewTest {
    private static final Path EXPECTED = Path.of("src/test/resources/script/mistakes.txt");

    private static final List<String> MISTAKES = List.of(
            "opne mx1.example.net",
            "open",
            "open a b",
            "hello",
            "25q",
            "250 5.1",
            "250 or",
            "250 within",
            "250 within soon",
            "250 every 3s",
            "250 /(/",
            "250 /x",
            "250 \"x",
            "250 then",
            "? ",
            "? tls",
            "? tls versoin >= TLSv1.2",
            "? tls dane",
            "? not tls sts",
            "? tls staple",
            "? cert days-left > 3",
            "? has",
            "? has STARTTLS == true",
            "? code => 3",
            "? code ~ /2/",
            "? reply < 3",
            "? reply ~ x",
            "? size >= big",
            "? tls version >= SSLv3",
            "? code ==",
            "? line 0",
            "~ NOOP",
            "[a b] NOOP",
            "[alice] note x",
            "@2 NOOP",
            "@titel x",
            "@timeout never",
            "@continue maybe",
            "@var 1=2",
            "@var a",
            "let",
            "let x",
            "let x = sice",
            "let x = match one",
            "for\nend",
            "for x of a\nend",
            "for x in\nNOOP\nend",
            "for x in a,\nend",
            "end",
            "try",
            "\"\"\"\nno end",
            "raw \"\\q\"",
            "wait long",
            "save x.smtp",
            "undo",
            "EHLO {{a",
            "EHLO {{a b}}",
            "EHLO {{nobody}}",
            "? var nobody == 1",
            "auth PLAIN",
            "NOOP\n@title late",
            "NOOP",
            "[alice] drop",
            "include missing.smtp",
            "include self.smtp",
            "for x in file \"missing.csv\"\nend",
            "for x in file \"crooked.csv\"\nend",
            "<<< missing.eml",
            "@secret token",
            "@var a={{b}}\n@var b=1");

    @Test
    void the_mistakes_are_told_as_expected(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("self.smtp"), "include self.smtp\n");
        Files.writeString(folder.resolve("crooked.csv"), "a,b\n1\n");
        StringBuilder told = new StringBuilder();
        for (String mistake : MISTAKES) {
            boolean alone = mistake.contains("NOOP") || mistake.startsWith("@") || mistake.contains("drop");
            String text = (alone ? "" : "open practice\n") + mistake + "\n";
            Problems problems = new Problems();
            new Loader(problems, Set.of("helo"), name -> false).load("x.smtp", Octets.utf8(text), folder);
            told.append("=== ").append(mistake.replace("\n", " / ")).append('\n');
            told.append(ProblemView.draw(problems).plain());
            assertEquals(false, problems.count() == 0, mistake);
        }
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, told);
        }
        assertEquals(Files.readString(EXPECTED), told.toString());
    }

    @Test
    void more_mistakes_than_are_shown_are_counted() {
        Problems problems = new Problems();
        new Loader(problems, Set.of(), name -> false).load("x.smtp", Octets.utf8("x\n".repeat(60)), Path.of(""));
        String told = ProblemView.draw(problems).plain();
        assertEquals(
                "10 more mistakes are not shown.",
                told.lines().reduce((a, b) -> b).orElse(""));
    }

    @Test
    void a_secret_on_a_mistaken_line_is_not_shown() {
        Problems problems = new Problems();
        new Loader(problems, Set.of(), name -> false)
                .load("x.smtp", Octets.utf8("open practice\nAUTH PLAIN c2VjcmV0 {{x}}\n"), Path.of(""));
        String told = ProblemView.draw(problems).plain();
        assertEquals(-1, told.indexOf("c2VjcmV0"), told);
    }
}
