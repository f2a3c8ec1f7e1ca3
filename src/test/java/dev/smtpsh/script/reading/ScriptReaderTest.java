package dev.smtpsh.script.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.script.syntax.Line;
import dev.smtpsh.script.syntax.Printer;
import dev.smtpsh.script.syntax.Problem;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.Script;
import dev.smtpsh.script.syntax.ScriptLimits;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.smtp.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scripts read, written and read again; and whatever else can stand in a file. */
class ScriptReaderTest {
    private static final long SEED = 20261124;

    /** A line of each kind, in forms that are easily confused. */
    private static final List<String> GOOD = List.of(
            "# a comment",
            "",
            "open {{host}}",
            "open practice:greylist  # where one learns",
            "[alice] open \"a host\"",
            "220",
            "250 or 451 4.7.1 within 5m every 30s",
            "2xx 2.1.x \"sender # ok\" or 45x /try (again|later)/i or closed",
            "~ 550",
            "any /\\/x # y/",
            "timeout within 500ms",
            "nothing",
            "[bob] closed",
            "EHLO {{helo}}",
            "MAIL FROM:<> SIZE=100  ",
            "mail from:<amy@example.net> # no comment, the wire is sacred",
            "? has AUTH PLAIN",
            "? not has STARTTLS",
            "? size >= 10 MiB",
            "? time < 2s",
            "? code in 250, 251",
            "? tls version >= TLSv1.2",
            "? tls cert matches {{host}}",
            "? tls cert days-left >= 14  # soon",
            "~ ? reply ~ /queued as (\\S+)/i",
            "? reply contains \"a \\\"word\\\" and \\\\\"",
            "? line 2 startswith mx.",
            "? annotation in greylisted, \"rate\"",
            "? var queue != \"\"",
            "? rcpt accepted == 2",
            "let queue = match 1",
            "let max = size",
            "let text = \"x {{max}}\"",
            "auth",
            "auth PLAIN {{user}} {{password}}",
            "raw HELP  me",
            "raw \"EHLO x\\r\\n\\x00{{max}}\"",
            "bytes \"a file.bin\"",
            "wait 3s",
            "wait reply",
            "later 10m",
            "drop",
            "half-close",
            "reconnect",
            "note {{max}} octets",
            "include \"other.smtp\"",
            "<<< message.eml",
            "caps",
            "why 3",
            "for x in a, \"b, c\", {{max}}",
            "    NOOP {{x}}",
            "end",
            "for row in file \"people.csv\"  # all of them",
            "VRFY {{row.email}}",
            "end  # of it",
            "for host in mx {{domain}}",
            "end",
            "try",
            "RSET",
            "end",
            "\"\"\"",
            "From: <{{user}}>",
            "",
            "  .dots and # signs",
            "\"\"\"");

    @Test
    void each_line_reads_to_the_same_again_when_it_is_written() {
        String text = "@title A title\n@tags a, b\n@timeout 30s\n@var user=amy\n@secret password\n@continue off\n"
                + String.join("\n", GOOD) + "\n";
        String written = Printer.print(read(text));
        assertEquals(meaning(read(text)), meaning(read(written)));
        assertEquals(written, Printer.print(read(written)));
        assertTrue(written.contains("# where one learns"), written);
        assertTrue(written.contains("MAIL FROM:<> SIZE=100  \n"), "blanks at the end of a command are sent");
    }

    @Test
    void any_lines_in_any_order_read_to_the_same_again() {
        Random random = new Random(SEED);
        List<String> lines = GOOD.stream()
                .limit(GOOD.indexOf("\"\"\""))
                .filter(line -> !line.startsWith("for ") && !line.equals("try") && !line.startsWith("end"))
                .toList();
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            int depth = 0;
            for (int i = random.nextInt(30); i >= 0; i--) {
                int kind = random.nextInt(8);
                if (kind == 0 && depth < 5) {
                    text.append("  ".repeat(depth++)).append(random.nextBoolean() ? "try\n" : "for x in 1, 2\n");
                } else if (kind == 1 && depth > 0) {
                    text.append("end\n");
                    depth--;
                } else {
                    text.append(" ".repeat(random.nextInt(4)));
                    text.append(lines.get(random.nextInt(lines.size()))).append(random.nextBoolean() ? "\n" : "\r\n");
                }
            }
            text.append("end\n".repeat(depth));
            Script script = read(text.toString());
            String written = Printer.print(script);
            assertEquals(meaning(script), meaning(read(written)), text.toString());
            assertEquals(written, Printer.print(read(written)));
        }
    }

    @Test
    void whatever_octets_come_they_end_in_lines_or_in_problems() {
        Random random = new Random(SEED);
        byte[] good = String.join("\n", GOOD).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int round = 0; round < 3000; round++) {
            byte[] octets = good.clone();
            for (int change = random.nextInt(40); change >= 0; change--) {
                int at = random.nextInt(octets.length);
                octets[at] = (byte)
                        (random.nextInt(3) == 0 ? random.nextInt(256) : "\"/{}[]~?#@x0\n\\".charAt(random.nextInt(14)));
            }
            Problems problems = new Problems();
            Script script = ScriptReader.read("fuzz", Octets.of(octets), problems);
            for (Problem problem : problems.kept()) {
                assertTrue(problem.span().column() >= 1, problem.toString());
            }
            if (problems.count() == 0) {
                assertEquals(meaning(script), meaning(read(Printer.print(script))));
            }
        }
    }

    @Test
    void ten_thousand_mistakes_are_counted_and_fifty_are_kept() {
        Problems problems = new Problems();
        ScriptReader.read("wrong", Octets.utf8("? tls versoin\n".repeat(10_000)), problems);
        assertEquals(10_000, problems.count());
        assertEquals(ScriptLimits.PROBLEMS_SHOWN, problems.kept().size());
    }

    @Test
    void ten_mebibytes_end_in_bounded_time() {
        int size = 10 * 1024 * 1024;
        for (String unit : List.of("NOOP\n", "x\n", "{{", "for x in a\n")) {
            Octets octets = Octets.utf8(unit.repeat(size / unit.length()));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> ScriptReader.read("big", octets, new Problems()), unit);
        }
        Octets lines = Octets.utf8(("open " + "{{".repeat(30_000) + "\n").repeat(160));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> ScriptReader.read("braces", lines, new Problems()));
    }

    @Test
    void a_file_of_more_lines_than_anybody_writes_is_told_so_in_a_word() {
        Problems problems = new Problems();
        ScriptReader.read("long", Octets.utf8("x\n".repeat(ScriptLimits.LINES + 1)), problems);
        assertEquals(1, problems.count());
        assertTrue(problems.kept().get(0).words().startsWith("the file has 250001 lines"), problems.toString());
    }

    @Test
    void the_wire_is_sacred() {
        Script script = read("  EHLO  a # b \nraw  x \n");
        assertEquals("EHLO  a # b ", Printer.print(script.lines().get(0).statement()));
        assertEquals("raw  x ", Printer.print(script.lines().get(1).statement()));
    }

    @Test
    void a_place_counts_characters_and_not_units() {
        Problems problems = new Problems();
        ScriptReader.read("x", Octets.utf8("? reply contains \"\ud83d\ude00\" x\n"), problems);
        assertEquals(22, problems.kept().get(0).span().column());
    }

    private static Script read(String text) {
        Problems problems = new Problems();
        Script script = ScriptReader.read("test.smtp", Octets.utf8(text), problems);
        assertEquals(List.of(), problems.kept());
        return script;
    }

    private static List<Line> meaning(Script script) {
        return script.lines().stream()
                .filter(line -> !(line.statement() instanceof Statement.Blank)
                        || line.comment().isPresent())
                .map(Line::somewhere)
                .toList();
    }
}
