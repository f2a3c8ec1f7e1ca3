package dev.smtpsh.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small bad houses, to see that the inspector complains about each. */
class InspectorTest {
    private static final FloorPlan PLAN = FloorPlan.read("""
            ## Rooms
            | floor | room | purpose | may use |
            |---|---|---|---|
            | 1 words | `smtp` | words | - |
            | 1 words | `message` | messages | `smtp` |
            | 2 meaning | `annotate` | meaning | `smtp` |
            | 3 edges | `wire` | octets | `smtp.Octets` |
            | 3 edges | `dns` (to come) | names | - |
            | 6 faces | `shell` | language | all below |
            | 7 doors | `cli` | command line | all below |
            | top | `Main` | constructs | all below |
            ## Libraries
            | library | packages | door | why |
            |---|---|---|---|
            | Commons Net 3.13.0 | `org.apache.commons.net` | `wire` | because |
            """);

    @Test
    void a_good_house_gives_no_complaint() {
        assertEquals(
                List.of(),
                inspect(
                        "package dev.smtpsh.smtp; class Octets {}",
                        "package dev.smtpsh.wire; import dev.smtpsh.smtp.Octets; import java.net.Socket;"
                                + " class Link { org.apache.commons.net.SocketClient c; }",
                        "package dev.smtpsh.shell; import dev.smtpsh.wire.Link; import dev.smtpsh.smtp.Octets;",
                        "package dev.smtpsh; class Main { void main() { System.out.flush(); } }"));
    }

    @Test
    void an_import_from_a_room_that_is_not_allowed_is_seen() {
        assertSeen("smtp may not use dev.smtpsh.wire.Link", "package dev.smtpsh.smtp; import dev.smtpsh.wire.Link;");
    }

    @Test
    void a_static_import_is_seen() {
        assertSeen(
                "annotate may not use dev.smtpsh.wire.Link.over",
                "package dev.smtpsh.annotate; import static dev.smtpsh.wire.Link.over;");
    }

    @Test
    void a_qualified_name_is_seen_even_across_lines() {
        assertSeen(
                "message may not use dev.smtpsh.wire.Link",
                "package dev.smtpsh.message; class A { dev.smtpsh\n    .wire.Link link; }");
    }

    @Test
    void a_class_beside_the_one_that_is_allowed_is_seen() {
        assertSeen(
                "wire may not use dev.smtpsh.smtp.OctetsToo",
                "package dev.smtpsh.wire; import dev.smtpsh.smtp.OctetsToo; import dev.smtpsh.smtp.Octets;");
    }

    @Test
    void all_below_does_not_mean_beside_or_above() {
        assertSeen("shell may not use dev.smtpsh.cli.Usage", "package dev.smtpsh.shell; import dev.smtpsh.cli.Usage;");
    }

    @Test
    void names_in_comments_and_texts_mean_nothing() {
        String quoted = "// dev.smtpsh.wire.Link\n/* java.net.Socket */ String s = \"dev.smtpsh.wire.Link \\\" x\";"
                + " char c = '\"'; String t = \"\"\"\n System.out \" dev.smtpsh.wire.Link \"\"\";";
        assertEquals(List.of(), inspect("package dev.smtpsh.smtp; class A { " + quoted + " }"));
    }

    @Test
    void code_behind_a_quote_character_is_still_read() {
        assertSeen(
                "may not use java.net.Socket",
                "package dev.smtpsh.smtp; class A { char c = '\"'; java.net.Socket s; }");
    }

    @Test
    void packages_in_a_circle_are_seen() {
        assertSeen(
                "packages in a circle: dev.smtpsh.smtp -> dev.smtpsh.smtp.reply -> dev.smtpsh.smtp",
                "package dev.smtpsh.smtp; import dev.smtpsh.smtp.reply.Reply;",
                "package dev.smtpsh.smtp.reply; import dev.smtpsh.smtp.Octets;");
    }

    @Test
    void a_library_away_from_its_door_is_seen() {
        assertSeen(
                "uses org.apache.commons.net.SocketClient, whose door is wire",
                "package dev.smtpsh.shell; import org.apache.commons.net.SocketClient;");
    }

    @Test
    void a_library_nobody_knows_is_seen() {
        assertSeen("of a library that is not in", "package dev.smtpsh.wire; import org.slf4j.Logger;");
        assertSeen("of a library that is not in", "package dev.smtpsh.wire; class A { sun.misc.Unsafe u; }");
    }

    @Test
    void sockets_files_clocks_threads_and_printing_on_the_pure_floors_are_seen() {
        for (String name : List.of(
                "java.net.Socket",
                "java.nio.file.Path",
                "java.io.FileInputStream",
                "java.time.Clock",
                "java.util.concurrent.Executors",
                "java.lang.Thread")) {
            assertSeen("is pure and may not use " + name, "package dev.smtpsh.smtp; import " + name + ";");
        }
        for (String name : List.of("System.out", "System.nanoTime", "Thread.sleep", "Instant.now")) {
            assertSeen(
                    "is pure and may not use " + name,
                    "package dev.smtpsh.annotate; class A { void a() { " + name + "(); } }");
        }
    }

    @Test
    void printing_anywhere_but_in_cli_is_seen() {
        assertSeen("System.err, which belongs to cli", "package dev.smtpsh.wire; class A { { System.err.print(1); } }");
        assertEquals(List.of(), inspect("package dev.smtpsh.cli; class A { { System.err.print(1); } }"));
    }

    @Test
    void a_file_that_is_too_long_is_seen() {
        assertSeen("has 321 lines", "package dev.smtpsh.wire;" + "\n".repeat(320) + "//");
        assertEquals(List.of(), inspect("package dev.smtpsh.wire;" + "\n".repeat(319) + "//"));
    }

    @Test
    void a_package_with_too_many_files_is_seen_and_package_info_is_not_counted() {
        String[] fifteen =
                IntStream.range(0, 15).mapToObj(i -> "package dev.smtpsh.wire;").toArray(String[]::new);
        assertEquals(List.of(), inspect(fifteen));
        String[] sixteen =
                IntStream.range(0, 16).mapToObj(i -> "package dev.smtpsh.wire;").toArray(String[]::new);
        assertSeen("dev.smtpsh.wire has 16 files", sixteen);
    }

    @Test
    void a_package_without_a_door_plate_is_seen() {
        List<SourceFile> bare = List.of(new SourceFile("A.java", "package dev.smtpsh.wire;"));
        assertEquals(List.of("dev.smtpsh.wire has no package-info.java"), Inspector.inspect(PLAN, bare));
    }

    @Test
    void names_that_say_nothing_are_seen() {
        assertSeen("dev.smtpsh.wire.util has a name that says nothing", "package dev.smtpsh.wire.util;");
        for (String name : List.of("StringUtils.java", "LinkManager.java", "DialerImpl.java", "AbstractLink.java")) {
            List<String> complaints =
                    Inspector.inspect(PLAN, List.of(new SourceFile(name, "package dev.smtpsh.wire;")));
            assertTrue(complaints.contains(name + " has a name that says nothing"), complaints::toString);
        }
    }

    @Test
    void a_room_that_is_not_in_the_plan_is_seen() {
        assertSeen("stands in no room", "package dev.smtpsh.attic;");
    }

    @Test
    void a_room_that_is_built_but_marked_to_come_is_seen() {
        assertSeen("marked \"to come\"", "package dev.smtpsh.dns;");
    }

    @Test
    void a_wildcard_import_is_seen() {
        assertSeen("imports java.util.*; name each class", "package dev.smtpsh.wire; import java.util.*;");
    }

    @Test
    void a_plan_that_looks_up_is_seen() {
        FloorPlan upwards = FloorPlan.read("""
                ## Rooms
                | 1 words | `smtp` | words | `wire` `attic` |
                | 3 edges | `wire` | octets | - |
                """);
        assertEquals(
                List.of(
                        "the plan lets smtp use wire, which stands above it",
                        "the plan lets smtp use attic, which is no room"),
                upwards.complaints());
    }

    private static void assertSeen(String complaint, String... sources) {
        List<String> complaints = inspect(sources);
        assertTrue(complaints.stream().anyMatch(seen -> seen.contains(complaint)), complaints::toString);
    }

    private static List<String> inspect(String... texts) {
        List<SourceFile> sources = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            SourceFile source = new SourceFile("File" + i + ".java", texts[i]);
            sources.add(source);
            String plate = "package " + source.packageName() + ";";
            if (sources.stream()
                    .noneMatch(
                            other -> other.text().equals(plate) && other.path().startsWith("package"))) {
                sources.add(new SourceFile("package-info.java", plate));
            }
        }
        return Inspector.inspect(PLAN, sources);
    }
}
