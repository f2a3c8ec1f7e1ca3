package dev.smtpsh.config.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.config.Key;
import dev.smtpsh.config.Setting;
import dev.smtpsh.config.Slip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings files: what they say, and what is said about what is wrong in them. */
class SettingsReaderTest {
    @Test
    void a_file_with_comments_profiles_and_quotes_says_what_it_says() {
        SettingsReader.Reading reading = read("\ufeff# mine\r\n  verbosity=full# no comment: no blank\n"
                        .replace("# no comment: no blank", " # a comment")
                + "helo\t= probe.example.org\t# me\nprompt = \"{host} #> \"\nconfirm =\n\n[profile relay] # ours\n"
                + "host = smtp.relay.example:587\npassword_command = pass show \"smtp/probe\"#1\n");
        assertEquals(List.of(), reading.slips());
        SettingsFile file = reading.file();
        assertEquals("full", value(file, Key.VERBOSITY));
        assertEquals("probe.example.org", value(file, Key.HELO));
        assertEquals("{host} #> ", value(file, Key.PROMPT));
        assertEquals("", value(file, Key.CONFIRM));
        List<Setting> relay = file.profile("relay").orElseThrow();
        assertEquals(
                List.of("smtp.relay.example:587", "pass show \"smtp/probe\"#1"),
                relay.stream().map(setting -> setting.value().orElseThrow()).toList());
        assertEquals("profile relay (f:9)", relay.get(1).origin().words());
        assertEquals("f:2", file.settings().get(0).origin().words());
    }

    // The text, with / for a line end | what is said. W: goes on; E: does not.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    verbostiy = full         | W f:1:1: unknown key: verbostiy. The line is left out. Did you mean verbosity?
                    /  right-prompt = on     | W f:2:3: unknown key: right-prompt. The line is left out. Did you mean right_prompt?
                    Hints = on               | W f:1:1: unknown key: Hints. The line is left out. Did you mean hints?
                    colour_of_money = green  | W f:1:1: unknown key: colour_of_money. The line is left out. smtpsh --show-config lists those there are.
                    verbosity = loud         | E f:1:13: verbosity cannot be loud. It is none of the words known here. There are terse, normal and full.
                    verbosity = norml        | E f:1:13: verbosity cannot be norml. It is none of the words known here. Did you mean normal?
                    hints = yes              | E f:1:9: hints cannot be yes. It is none of the words known here. Did you mean on?
                    width = 10               | E f:1:9: width cannot be 10. It is no such number. Write a number from 20 to 1000.
                    width = wide             | E f:1:9: width cannot be wide. It is no such number. Write a number from 20 to 1000.
                    timeout = 0s             | E f:1:11: timeout cannot be 0s. It is no number with a unit, or out of bounds. Write 500ms, 30s, 5m or 1h, at most a day.
                    confirm = deliver,,      | E f:1:11: confirm cannot be deliver,,. There is no word between two commas. There are deliver and cleartext-auth.
                    confirm = delivr         | E f:1:11: confirm cannot be delivr. There is no delivr. Did you mean deliver?
                    prompt = {hsot}>         | E f:1:10: prompt cannot be {hsot}>. There is no field {hsot}. Did you mean {host}?
                    helo =                   | E f:1:7: helo cannot be empty. It is empty. Write a host name, or an address in brackets, or leave the line out.
                    helo = a b               | E f:1:8: helo cannot be a b. There is a blank in it. Write a host name, or an address in brackets.
                    redact = none            | E f:1:10: redact cannot be none. It is none of the words known here. There are secrets and addresses.
                    helo = "a                | E f:1:8: helo cannot be read. The opening quote is never closed. Write helo = "..."; a quote inside is written \\".
                    helo = "a" b             | E f:1:11: helo cannot be read. Something follows the closing quote. Write helo = "..."; a quote inside is written \\".
                    verbosity full           | E f:1:1: no value: verbosity full. There is no equals sign. Write key = value.
                    user = amy               | E f:1:1: user belongs to one server. It stands outside every profile. Put it below a line [profile NAME].
                    [relay]/user = amy       | E f:1:1: no heading of a profile: [relay]. Profiles are the only sections there are. Write [profile NAME], the name of letters, digits, dots and hyphens.
                    hints = on/hints = off   | W f:2:1: hints is set twice. Line 1 does not count. Take one of them out.
                    [profile a]/[profile b]/[profile a] | W f:3:1: profile a begins again. Both parts count together. Join them.
                    [profile a]/port = 0     | E f:2:8: port cannot be 0. It is no such number. Write a number from 1 to 65535.
                    """)
    void a_slip_is_told_with_its_place_and_how_to_mend_it(String text, String told) {
        List<Slip> slips = read(text.replace("/", "\n")).slips();
        assertEquals(told.replace("\\\\", "\\"), words(slips));
    }

    @Test
    void a_control_character_is_told_and_not_repeated() {
        assertEquals(
                "E f:2:8: a control character stands here. It is \\x1B. Take it out.",
                words(read("\nhelo = \u001b[2Jx\n").slips()));
    }

    @Test
    void whatever_is_wrong_the_rest_counts() {
        SettingsReader.Reading reading = read("nonsense\nhints = off\n[what]\nascii = on\n[profile a]\nuser = amy\n");
        assertEquals(2, reading.slips().size());
        assertEquals("off", value(reading.file(), Key.HINTS));
        assertEquals(1, reading.file().settings().size(), "what stands in a section nobody knows belongs nowhere");
        assertTrue(reading.file().profile("a").isPresent());
    }

    @Test
    void what_is_printed_reads_back_to_the_same() {
        Random random = new Random(42);
        for (int i = 0; i < 3000; i++) {
            SettingsFile file = read(text(random)).file();
            SettingsReader.Reading again = SettingsReader.read("f", file.print());
            assertEquals(List.of(), again.slips(), file.print());
            assertEquals(plain(file), plain(again.file()), file.print());
        }
    }

    @Test
    void no_text_at_all_makes_it_stumble() {
        Random random = new Random(7);
        String alphabet = "ab=#\"\\[] \t\r\n{},\u0000\u001b\u00e9\u2028profile hints on";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            SettingsReader.Reading reading = read(text.toString());
            reading.slips().forEach(slip -> assertTrue(slip.where().matches("f:\\d+:\\d+"), slip.where()));
            assertTrue(reading.slips().size() <= text.length() + 1);
        }
    }

    // Mostly right, with values that are hard to write.
    private static String text(Random random) {
        List<String> values = List.of(
                "on", "off", "full", "5m", "x", "\" a\"", "\"a #b\"", "a#b", "a\\b", "\"\\\\ \\\"\"", "", "# c");
        StringBuilder text = new StringBuilder();
        for (int lines = random.nextInt(12); lines > 0; lines--) {
            if (random.nextInt(5) == 0) {
                text.append("[profile p").append(random.nextInt(3)).append("]\n");
            } else {
                Key key = Key.values()[random.nextInt(Key.values().length)];
                text.append(key.label())
                        .append(" = ")
                        .append(values.get(random.nextInt(values.size())))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static Map<String, List<String>> plain(SettingsFile file) {
        Map<String, List<String>> plain = file.profiles().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> assignments(entry.getValue())));
        plain.put("", assignments(file.general()));
        return plain;
    }

    private static List<String> assignments(List<SettingsFile.Line> lines) {
        List<String> plain = new ArrayList<>();
        lines.forEach(line -> plain.add(line.key() + "=" + line.value()));
        return plain;
    }

    private static SettingsReader.Reading read(String text) {
        return SettingsReader.read("f", text);
    }

    private static String value(SettingsFile file, Key key) {
        return file.settings().stream()
                .filter(setting -> setting.key() == key)
                .findFirst()
                .flatMap(Setting::value)
                .orElse("(not set)");
    }

    private static String words(List<Slip> slips) {
        return slips.stream()
                .map(slip -> (slip.fatal() ? "E " : "W ") + slip.words())
                .collect(Collectors.joining("\n"));
    }
}
