package dev.smtpsh.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticeListTest {
    @Test
    void each_scenario_is_listed_within_the_width_of_the_screen() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Streams streams = new Streams(
                new ByteArrayInputStream(new byte[0]), print, print, false, false, Map.of("LC_ALL", "C.UTF-8"));
        assertEquals(0, Cli.over(streams, "test").run(List.of("practice", "--list")));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(
                ShippedScenarios.names(),
                lines.stream()
                        .filter(line -> !line.startsWith(" "))
                        .map(line -> line.split(" ")[0])
                        .toList());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), lines::toString);
    }
}
