package dev.smtpsh.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links in the documentation lead somewhere, and every page can be found. */
class DocsTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern PROOF = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    @Test
    void every_relative_link_leads_to_a_file_and_a_heading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages(Path.of("."))) {
            broken.addAll(brokenLinks(page));
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void every_page_is_linked_from_another_one() throws IOException {
        Set<Path> linked = new HashSet<>();
        for (Path page : pages(Path.of("."))) {
            for (String link : links(page)) {
                if (!target(page, link).equals(page.normalize())) {
                    linked.add(target(page, link));
                }
            }
        }
        List<Path> lost = new ArrayList<>(pages(Path.of("")));
        lost.removeIf(page -> linked.contains(page.normalize()) || page.equals(Path.of("README.md")));
        assertEquals(List.of(), lost);
    }

    @Test
    void every_test_that_a_page_names_as_a_proof_is_there() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<String> named = PROOF.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(named.size() > 30, named::toString);
        assertEquals(
                List.of(), named.stream().filter(name -> !tests.contains(name)).toList());
    }

    @Test
    void a_broken_link_is_seen(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("README.md");
        Files.writeString(
                page,
                "# A heading, with `ticks`\n[gone](docs/gone.md) [here](README.md) [web](https://example.net/gone)\n"
                        + "[heading](#a-heading-with-ticks) [no heading](#gone) `[code](gone.md)`\n```\n[a](b.md)\n```\n");
        assertEquals(List.of(page + ": docs/gone.md", page + ": #gone"), brokenLinks(page));
    }

    private static List<Path> pages(Path project) throws IOException {
        List<Path> pages = new ArrayList<>(List.of(project.resolve("README.md")));
        try (Stream<Path> files = Files.walk(project.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static List<String> brokenLinks(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : links(page)) {
            Path target = target(page, link);
            int hash = link.indexOf('#');
            boolean found =
                    Files.exists(target) && (hash < 0 || headings(target).contains(link.substring(hash + 1)));
            if (!found) {
                broken.add(page + ": " + link);
            }
        }
        return broken;
    }

    private static List<String> links(Path page) throws IOException {
        String text = FENCED.matcher(Files.readString(page)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    private static Path target(Path page, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page.normalize() : page.resolveSibling(file).normalize();
    }

    // As GitHub makes anchors: lower case, blanks to hyphens, other signs dropped.
    private static Set<String> headings(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map((MatchResult found) -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
