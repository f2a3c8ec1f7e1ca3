package dev.smtpsh.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code keeps to {@code docs/architecture.md}. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void the_house_is_built_as_planned() throws IOException {
        assertEquals("", String.join("\n", Inspector.inspect(plan(), sources())));
    }

    @Test
    void the_versions_in_the_plan_are_those_of_the_build() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> versions = new ArrayList<>();
        for (FloorPlan.Library library : plan().libraries()) {
            FloorPlan.version(library).ifPresent(versions::add);
            assertEquals(library.built(), FloorPlan.version(library).isPresent(), library.name());
        }
        assertTrue(versions.size() > 3, "the table of libraries could not be read");
        versions.forEach(version -> assertTrue(pom.contains(">" + version + "<"), version));
    }

    private static FloorPlan plan() throws IOException {
        FloorPlan plan = FloorPlan.read(Files.readString(Path.of("docs/architecture.md")));
        assertTrue(plan.rooms().size() > 10, "the table of rooms could not be read");
        return plan;
    }

    private static List<SourceFile> sources() throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            for (Path path : paths.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                sources.add(new SourceFile(SOURCES.relativize(path).toString(), Files.readString(path)));
            }
        }
        return sources;
    }
}
