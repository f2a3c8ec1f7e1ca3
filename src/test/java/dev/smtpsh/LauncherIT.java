package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the built distribution, from wherever it is called, with whatever Java there is. */
class LauncherIT {
    private static final Path BUILT = Path.of(System.getProperty("smtpsh.home", "target/smtpsh"));
    private static final String ECHO = "#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done\n";

    @TempDir
    private static Path folder;

    private static Path launcher;

    /** All tests use a copy, in a folder with a blank in its name. */
    @BeforeAll
    static void move() throws IOException {
        launcher = copyTo(folder.resolve("mail tools")).resolve("bin/smtpsh");
    }

    private static Path copyTo(Path moved) throws IOException {
        for (String name : List.of(
                "bin/smtpsh",
                "lib/ready.sh",
                "lib/smtpsh.jar",
                "lib/smtpsh-libraries.jar",
                "lib/rules.bin",
                "lib/words.bin")) {
            Files.createDirectories(moved.resolve(name).getParent());
            Files.copy(BUILT.resolve(name), moved.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return moved;
    }

    @Test
    void starts_from_any_folder() {
        assertStarts(Program.of(launcher.toString(), "--version").in(Path.of("/")));
    }

    @Test
    void starts_through_a_chain_of_links_relative_and_absolute_and_with_blanks() throws IOException {
        Path near = Files.createDirectory(folder.resolve("a folder"));
        Files.createSymbolicLink(near.resolve("first"), launcher);
        Files.createSymbolicLink(folder.resolve("second"), Path.of("a folder/first"));
        Path last = Files.createSymbolicLink(near.resolve("last one"), Path.of("../second"));
        assertStarts(Program.of(last.toString(), "--version"));
        assertStarts(Program.of("./last one", "--version").in(near));
        assertStarts(Program.of("sh", "second", "--version").in(folder));
    }

    @Test
    void starts_by_way_of_path() throws IOException {
        Path near = Files.createDirectory(folder.resolve("in path"));
        Files.createSymbolicLink(near.resolve("smtpsh"), launcher);
        assertStarts(Program.of("sh", "-c", "PATH=\"$1:$PATH\" smtpsh --version", "sh", near.toString()));
    }

    @Test
    void options_for_java_reach_it() {
        Program.Result seen = Program.of(launcher.toString(), "--version")
                .with("SMTPSH_JAVA_OPTS", "-Dsmtpsh.test=seen -XshowSettings:properties")
                .run()
                .wentWell();
        assertTrue(seen.err().contains("smtpsh.test = seen"), seen.err());
    }

    @Test
    void what_java_says_about_its_own_variables_is_not_heard() {
        Program.Result quiet = Program.of(launcher.toString(), "--version")
                .with("JAVA_TOOL_OPTIONS", "-Da=b")
                .with("JDK_JAVA_OPTIONS", "-Dc=d")
                .with("_JAVA_OPTIONS", "-De=f")
                .run()
                .wentWell();
        assertEquals("", quiet.err());
    }

    @Test
    void a_copy_that_was_moved_keeps_its_classes_ready_by_itself_and_does_so_anew_for_a_newer_jar() throws Exception {
        Path moved = copyTo(folder.resolve("moved"));
        Path jar = moved.resolve("lib/smtpsh.jar");
        Path cache = Files.createDirectory(folder.resolve("cache"));
        explain(moved, cache, "-Dx=y", "1");
        assertFalse(Files.exists(cache.resolve("smtpsh")), "it was told to keep nothing");
        explain(moved, cache, "-Dx=y", "");
        Path archive = awaitArchive(cache, FileTime.fromMillis(0));
        assertTrue(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive))
                .endsWith("------"));
        Path loaded = folder.resolve("loaded");
        explain(moved, cache, "-Xlog:class+load:file=" + loaded, "");
        assertTrue(Files.readString(loaded).contains("dev.smtpsh.Main source: shared objects file"));
        FileTime made = Files.getLastModifiedTime(archive);
        Files.setLastModifiedTime(jar, FileTime.from(made.toInstant().plusSeconds(1)));
        explain(moved, cache, "-Dx=y", "");
        awaitArchive(cache, made);
    }

    private static void explain(Path moved, Path cache, String option, String none) {
        Program.Result told = Program.of(moved.resolve("bin/smtpsh").toString(), "explain", "550")
                .with("XDG_CACHE_HOME", cache.toString())
                .with("SMTPSH_JAVA_OPTS", option)
                .with("SMTPSH_NO_ARCHIVE", none)
                .run()
                .wentWell();
        assertEquals("", told.err());
        assertTrue(told.out().startsWith("550"), told.out());
    }

    // It is made in the background, by a start of Java that takes some seconds.
    private static Path awaitArchive(Path cache, FileTime after) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < end) {
            try (Stream<Path> files = Files.walk(cache)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".ready")).toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(after) > 0) {
                        return file;
                    }
                }
            } catch (UncheckedIOException e) {
                // What is being made was renamed under our eyes.
                continue;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no archive in " + cache);
    }

    @Test
    void words_reach_the_program_as_they_are() throws IOException {
        Path home = java("JAVA_VERSION=\"17.0.1\"\n", ECHO);
        Program.Result echoed = Program.of(launcher.toString(), "explain", "550 5.1.1 no *", "", "$HOME", "-Dx=y")
                .with("SMTPSH_JAVA_HOME", home.toString())
                .with("SMTPSH_JAVA_OPTS", "-Xint -Dall=*")
                .run()
                .wentWell();
        List<String> words = echoed.out().lines().toList();
        assertEquals(
                List.of("explain", "550 5.1.1 no *", "", "$HOME", "-Dx=y"),
                words.subList(words.size() - 5, words.size()));
        assertTrue(words.containsAll(List.of("-Xint", "-Dall=*")), words::toString);
    }

    @Test
    void its_own_variable_wins_over_java_home() throws IOException {
        Path ours = java("JAVA_VERSION=\"25\"\n", "#!/bin/sh\necho ours\n");
        Path theirs = java("JAVA_VERSION=\"25\"\n", "#!/bin/sh\necho theirs\n");
        Program both = Program.of(launcher.toString())
                .with("SMTPSH_JAVA_HOME", ours.toString())
                .with("JAVA_HOME", theirs.toString());
        assertEquals("ours\n", both.run().wentWell().out());
        Program one =
                Program.of(launcher.toString()).without("SMTPSH_JAVA_HOME").with("JAVA_HOME", theirs.toString());
        assertEquals("theirs\n", one.run().wentWell().out());
    }

    @Test
    void a_java_home_that_is_gone_does_no_harm() {
        assertStarts(Program.of(launcher.toString(), "--version")
                .without("SMTPSH_JAVA_HOME")
                .with("JAVA_HOME", folder.resolve("gone").toString()));
    }

    @Test
    void a_variable_of_its_own_that_points_nowhere_is_told() {
        Path gone = folder.resolve("gone");
        Program.Result refused = Program.of(launcher.toString())
                .with("SMTPSH_JAVA_HOME", gone.toString())
                .run();
        assertRefused("smtpsh: SMTPSH_JAVA_HOME has no bin/java: " + gone + "\n", refused);
    }

    @Test
    void a_java_that_is_too_old_is_told_without_starting_it() throws IOException {
        Path home = java("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"1.8.0_392\"\n", "#!/bin/sh\nexit 99\n");
        Program.Result refused = Program.of(launcher.toString(), "--version")
                .with("SMTPSH_JAVA_HOME", home.toString())
                .run();
        assertRefused(
                "smtpsh: needs Java 17 or newer, but " + home + "/bin/java is Java 8:"
                        + " set SMTPSH_JAVA_HOME to a newer one\n",
                refused);
    }

    @Test
    void a_java_that_does_not_say_its_version_in_a_file_is_asked() throws IOException {
        Path old = java("", "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Program.Result refused = Program.of(launcher.toString())
                .with("SMTPSH_JAVA_HOME", old.toString())
                .run();
        assertRefused(
                "smtpsh: needs Java 17 or newer, but " + old + "/bin/java is Java 11:"
                        + " set SMTPSH_JAVA_HOME to a newer one\n",
                refused);
    }

    @Test
    void no_java_at_all_is_told() {
        Program.Result refused = Program.of("/bin/sh", launcher.toString())
                .without("SMTPSH_JAVA_HOME")
                .without("JAVA_HOME")
                .with("PATH", folder.resolve("gone").toString())
                .run();
        assertRefused("smtpsh: needs Java 17 or newer: install it, or set SMTPSH_JAVA_HOME\n", refused);
    }

    /** A folder that looks like a Java: a file {@code release} (none if empty) and a script for {@code bin/java}. */
    private Path java(String release, String script) throws IOException {
        Path home = Files.createTempDirectory(folder, "java");
        Path program = Files.createDirectory(home.resolve("bin")).resolve("java");
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (!release.isEmpty()) {
            Files.writeString(home.resolve("release"), release);
        }
        return home;
    }

    private static void assertStarts(Program program) {
        Program.Result result = program.run().wentWell();
        assertTrue(result.out().startsWith("smtpsh "), result.out());
        assertEquals("", result.err());
    }

    private static void assertRefused(String message, Program.Result result) {
        assertEquals(message, result.err());
        assertEquals("", result.out());
        assertEquals(2, result.exit());
    }
}
