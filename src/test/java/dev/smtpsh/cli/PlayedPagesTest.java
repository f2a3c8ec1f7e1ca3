package dev.smtpsh.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a page shows of a session is what the program says today. A comment <code>&lt;!-- played: COMMAND</code>, the lines
 * that are typed, <code>--&gt;</code> stands before the block with what came of it. Behind the command, <code>| from X</code>
 * and <code>| before Y</code> keep the lines from the first that begins with X, up to the one that begins with Y.
 */
class PlayedPagesTest {
    private static final Pattern PLAYED = Pattern.compile(
            "(?s)<!-- played: smtpsh ([^\\n|]*?)(?: \\| from ([^\\n|]*?))?(?: \\| before ([^\\n|]*?))?\\n(.*?)-->\\n```text\\n(.*?)```\\n");
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+\\) in [\\d.]+ m?s");
    private static final Pattern TOOK = Pattern.compile("complete in [\\d.]+ m?s");
    private static final Pattern FINGERPRINT = Pattern.compile("(?:[0-9A-F]{2}:){7,}[0-9A-F:]*");
    private static final Pattern PIN = Pattern.compile("sha256/[A-Za-z0-9+/=]{44}");
    private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_shows_what_the_program_says(Path page) throws IOException {
        String text = Files.readString(page);
        String played =
                PLAYED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replayed(found.group(), found)));
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(page, played);
        }
        assertEquals(Files.readString(page), played, "stale; run: mvn test -Dtest=PlayedPagesTest -Dgolden=write");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(PlayedPagesTest::isPlayed)
                    .sorted()
                    .toList();
            assertFalse(pages.isEmpty(), "no page plays anything");
            return pages;
        }
    }

    private static boolean isPlayed(Path page) {
        try {
            return Files.readString(page).contains("<!-- played: ");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String replayed(String whole, MatchResult found) {
        String block = found.group(5);
        String said = part(steady(said(found.group(1), found.group(4))), found.group(2), found.group(3));
        return whole.substring(0, whole.length() - block.length() - "```\n".length()) + said + "```\n";
    }

    private static String part(String said, String from, String before) {
        List<String> lines = said.lines().toList();
        int begin = from == null ? 0 : first(lines, from, 0);
        int end = before == null ? lines.size() : first(lines, before, begin);
        return String.join("\n", lines.subList(begin, end)) + "\n";
    }

    private static int first(List<String> lines, String beginning, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).startsWith(beginning)) {
                return i;
            }
        }
        throw new AssertionError("no line begins with " + beginning + " in:\n" + String.join("\n", lines));
    }

    private String said(String command, String typed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Streams streams = new Streams(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                print,
                print,
                false,
                false,
                Map.of("LC_ALL", "C.UTF-8", "HOME", home.toString()));
        Cli.over(streams, "docs").run(Arrays.asList(command.split(" ")));
        print.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    // What no two runs have in common.
    private static String steady(String said) {
        String text = PORT.matcher(said).replaceAll("127.0.0.1:2525) in 5 ms");
        text = TOOK.matcher(text).replaceAll("complete in 20 ms");
        text = DAYS.matcher(text).replaceAll("2026-11-24");
        text = PIN.matcher(text).replaceAll("sha256/TIwSHXBFfZ730cFlLLMwgTXsa7Nq9Dxj7oIs4/9jwCA=");
        return FINGERPRINT.matcher(text).replaceAll("56:56:F1:2F:D0:0A:3E:B2");
    }
}
