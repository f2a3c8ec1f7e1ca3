package dev.smtpsh.cli.page;

import dev.smtpsh.config.Key;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages about settings, made from the table of keys: smtpsh-config(5), and one for the documentation. */
public final class ConfigPage {
    private static final int ROFF_COLUMNS = 78;

    private static final String MAN_HEAD = """
            .\\" made by: mvn test -Dtest=GeneratedPagesTest -Dgolden=write
            .TH SMTPSH-CONFIG 5 "2026-01-01" smtpsh "File Formats"
            .SH NAME
            smtpsh\\-config \\- settings of smtpsh
            .SH SYNOPSIS
            .I $XDG_CONFIG_HOME/smtpsh/config
            .br
            .I ~/.config/smtpsh/config
            .SH DESCRIPTION
            A text file in UTF\\-8 of lines
            .B key = value
            and sections
            .BR "[profile NAME]" ,
            whose settings count with
            .BR "\\-\\-profile NAME" .
            A number sign at the beginning of a line or behind a blank begins a comment. A value that begins or ends with a
            blank, or holds a number sign behind one, stands in double quotes, in which \\e\\(dq is a quote and \\e\\e a backslash.
            .PP
            Settings are for conversations;
            .BR explain ", " annotate
            and the other commands do not read the file. A flag wins over a variable of the environment, that over the profile,
            that over the rest of the file.
            .B smtpsh \\-\\-show\\-config
            prints every value and where it came from.
            .PP
            An unknown key is told and left out. A value that a key does not allow ends smtpsh with exit status 2 before
            anything is connected to, and so does a file that cannot be read. Where somebody else can write the file,
            passwords of a profile are refused.
            """;

    private static final String MD_HEAD = """
            # Configuration

            <!-- made by: mvn test -Dtest=GeneratedPagesTest -Dgolden=write -->

            Settings of conversations stand in `$XDG_CONFIG_HOME/smtpsh/config`, or `~/.config/smtpsh/config` where that
            variable is not set. Without `HOME` too there is no settings file, and nothing is kept.

            ```ini
            %s```

            - A flag wins over an environment variable, that over the profile, that over the rest of the file.
              `smtpsh --show-config` prints every value and where it came from; with `--json` for programs.
            - `[profile NAME]` begins the settings of one server, which count with `--profile NAME`. A profile that names its
              host takes no other, so that its password goes nowhere else.
            - `#` begins a comment, at the beginning of a line or behind a blank. A value that begins or ends with a blank, or
              holds ` #`, stands in double quotes; inside them `\\"` is a quote and `\\\\` a backslash.
            - An unknown key is told, with the one that was probably meant, and left out. A value that a key does not allow is
              told with its line and column, and smtpsh ends with 2 before it connects to anything.
            - Where everybody can write the file, or it belongs to somebody else, `password_command` and `password_file` are
              refused.
            - `explain`, `annotate` and the other commands do not read the file.
            - Files are plain text in UTF-8, 1 MiB at most.

            """;

    /** A file that shows how settings are written. */
    public static final String EXAMPLE = """
            verbosity = normal                  # terse, normal or full
            helo      = probe.example.org
            confirm   = deliver,cleartext-auth

            [profile relay]
            host             = smtp.relay.example:587
            starttls         = required
            user             = probe
            password_command = pass show smtp/probe
            """;

    private ConfigPage() {}

    /** The manual page, in the man macros of roff. */
    public static String man() {
        StringBuilder page = new StringBuilder(MAN_HEAD);
        page.append(".SH SETTINGS\n");
        entries(page, false);
        page.append(".SH SETTINGS OF A PROFILE\nBeside these, a profile may hold all of the others.\n");
        entries(page, true);
        page.append(".SH EXAMPLE\n.nf\n").append(escaped(EXAMPLE)).append(".fi\n");
        page.append(".SH SEE ALSO\n.BR smtpsh (1)\n");
        return page.toString().lines().map(ConfigPage::wrapped).collect(Collectors.joining("\n", "", "\n"));
    }

    // Lines of roff are kept short; a blank and a line end are the same to it.
    static String wrapped(String line) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : line.split(" ")) {
            boolean full = column > 0 && column + 1 + word.length() > ROFF_COLUMNS;
            lines.append(column == 0 ? "" : full ? "\n" : " ").append(word);
            column = full ? word.length() : column + 1 + word.length();
        }
        return line.startsWith(".") ? line : lines.toString();
    }

    /** The page of the documentation, in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(MD_HEAD.formatted(EXAMPLE));
        page.append("## Settings\n\n");
        page.append("Those marked `set` can also be changed while talking, with `set NAME VALUE`.\n\n");
        table(page, false);
        page.append("\n## Settings of a profile\n\nBeside these, a profile may hold all of the others.\n\n");
        table(page, true);
        return page.toString();
    }

    private static void entries(StringBuilder page, boolean ofProfile) {
        for (Key key : Key.values()) {
            if ((key.reach() == Key.Reach.PROFILE) == ofProfile) {
                page.append(".TP\n.B ").append(escaped(key.label())).append('\n');
                page.append(escaped(sentence(key.meaning()))).append('\n');
                page.append(".br\nValue: ")
                        .append(escaped(key.kind().grammar()))
                        .append(".\n");
                page.append(".br\nDefault: ").append(escaped(preset(key))).append(".\n");
                if (!key.ways().isEmpty()) {
                    page.append(".br\nFlags: ").append(escaped(flags(key, ""))).append(".\n");
                }
                key.variable()
                        .ifPresent(name ->
                                page.append(".br\nVariable: ").append(name).append(".\n"));
            }
        }
    }

    private static void table(StringBuilder page, boolean ofProfile) {
        page.append("| key | meaning | value | default | set by |\n|---|---|---|---|---|\n");
        for (Key key : Key.values()) {
            if ((key.reach() == Key.Reach.PROFILE) == ofProfile) {
                page.append(String.format(
                        "| `%s` | %s | %s | %s | %s |\n",
                        key.label(), key.meaning(), key.kind().grammar(), preset(key), setBy(key)));
            }
        }
    }

    private static String setBy(Key key) {
        String set = key.reach() == Key.Reach.TALKING ? "`set`" : "";
        return List.of(
                        flags(key, "`"),
                        key.variable().map(name -> "`" + name + "`").orElse(""),
                        set)
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String flags(Key key, String tick) {
        return key.ways().stream()
                .map(way -> tick + "--" + way.flag() + tick
                        + way.means().map(value -> " (" + value + ")").orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String preset(Key key) {
        Optional<String> value = key.preset();
        return value.orElse(key.reach() == Key.Reach.PROFILE ? "none" : key.unset());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
