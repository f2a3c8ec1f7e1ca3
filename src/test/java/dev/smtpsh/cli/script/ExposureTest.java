package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.shell.means.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code auth} in a script is as careful with passwords as it is at the prompt. */
@Timeout(60)
class ExposureTest {
    private static final String LOGIN =
            "@secret password\nopen practice:auth\nEHLO a.example\n%sauth %s amy {{password}}\n%s";

    @TempDir
    Path folder;

    @Test
    void no_password_crosses_a_connection_that_is_not_encrypted() throws Exception {
        Running running = running();
        assertEquals(ExitCode.AUTH, running.run(file("", "PLAIN", "")));
        assertTrue(
                running.out.toString().contains("Not logged in: the password would be exposed."),
                running.out.toString());
        assertTrue(running.out.toString().contains("--yes sends it all the same."), running.out.toString());
    }

    @Test
    void yes_says_that_it_may() throws Exception {
        Running running = running();
        assertEquals(ExitCode.FINE, running.run("--yes", file("", "PLAIN", "538\n")), running.out.toString());
    }

    @Test
    void a_file_that_expects_otherwise_cannot_make_it_go_out() throws Exception {
        Running running = running();
        assertEquals(ExitCode.AUTH, running.run(file("", "LOGIN", "235 or 5xx\n")));
        assertFalse(running.out.toString().contains("S: 334"), running.out.toString());
    }

    @Test
    void what_proves_a_password_without_showing_it_needs_no_leave() throws Exception {
        Running running = running();
        running.run(file("", "CRAM-MD5", "any\n"));
        assertFalse(running.out.toString().contains("exposed"), running.out.toString());
    }

    @Test
    void inside_tls_it_goes_out() throws Exception {
        Running running = running();
        String tls = "STARTTLS\nEHLO a.example\n";
        assertEquals(ExitCode.FINE, running.run(file(tls, "PLAIN", "235\n")), running.out.toString());
    }

    private static Running running() {
        return new Running().with("SMTPSH_SECRET_password", "s3cretpw");
    }

    private String file(String before, String mechanism, String after) throws Exception {
        String text = LOGIN.formatted(before, mechanism, after);
        return Files.writeString(folder.resolve("a.smtp"), text).toString();
    }
}
