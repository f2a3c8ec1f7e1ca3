package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program made by others that speaks SMTP to the server. */
final class Peer {
    private static final long PATIENCE = 30;

    /** How it ended and what it said. */
    record Result(int exit, String output) {}

    private Peer() {}

    /** Without the program the test is skipped, or fails if peers are required. */
    static void need(String program, String... versionArguments) throws InterruptedException {
        boolean there;
        try {
            there = run("", command(program, versionArguments)).exit() == 0;
        } catch (IOException e) {
            there = false;
        }
        if (Boolean.getBoolean("smtpsh.peers.required")) {
            assertTrue(there, program + " is not installed");
        }
        assumeTrue(there, program + " is not installed");
    }

    static Result run(String input, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertTrue(ended, "it did not end: " + command);
        return new Result(process.exitValue(), output);
    }

    private static List<String> command(String program, String... arguments) {
        ArrayList<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        return command;
    }
}
