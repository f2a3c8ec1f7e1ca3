package dev.smtpsh.cli.option;

import dev.smtpsh.config.kind.Several;
import dev.smtpsh.smtp.command.Spelling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.AlreadySelectedException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The arguments of one command, read by Commons CLI from the table of flags. */
public final class Arguments {
    private final Optional<CommandLine> line;
    private final List<String> rest;
    private final Map<Flag, String> settled;

    private Arguments(Optional<CommandLine> line, List<String> rest, Map<Flag, String> settled) {
        this.line = line;
        this.rest = rest;
        this.settled = Map.copyOf(settled);
    }

    public static Arguments read(String command, List<String> given) throws Usage {
        return optionless(given) ? new Arguments(Optional.empty(), given, Map.of()) : parse(command, given);
    }

    // Where there are none, the library that reads options need not be loaded.
    private static boolean optionless(List<String> given) {
        for (String word : given) {
            if (word.startsWith("-")) {
                return false;
            }
        }
        return true;
    }

    private static Arguments parse(String command, List<String> given) throws Usage {
        Options options = new Options();
        for (Flag flag : Flag.values()) {
            if (flag.belongsTo(command)) {
                options.addOption(option(flag));
            }
        }
        try {
            // No abbreviations: an option added later must not change what an old script means.
            DefaultParser parser =
                    DefaultParser.builder().setAllowPartialMatching(false).get();
            CommandLine line = parser.parse(options, given.toArray(new String[0]));
            return new Arguments(Optional.of(line), line.getArgList(), Map.of());
        } catch (UnrecognizedOptionException e) {
            throw unknown(command, e.getOption());
        } catch (MissingArgumentException e) {
            throw new Usage(
                    "--" + e.getOption().getLongOpt() + " needs a value", "None follows it", "See smtpsh --help.");
        } catch (AlreadySelectedException e) {
            throw new Usage(e.getMessage(), "They exclude each other", "Leave one out.");
        } catch (ParseException e) {
            throw new Usage(e.getMessage(), "The arguments cannot be read", "See smtpsh --help.");
        }
    }

    /** The same, and behind what was given what is settled elsewhere: flags with their values, empty text for none. */
    public Arguments over(Map<Flag, String> others) {
        return new Arguments(line, rest, others);
    }

    /** Whether it was given here, and not settled elsewhere. */
    public boolean given(Flag flag) {
        return line.isPresent() && line.get().hasOption(flag.word());
    }

    public boolean has(Flag flag) {
        return given(flag) || settled.containsKey(flag);
    }

    public Optional<String> value(Flag flag) {
        // No lambda: it would make the start of every answer longer; decision 8.
        String typed = line.isEmpty() ? null : line.get().getOptionValue(flag.word());
        return Optional.ofNullable(typed == null ? settled.get(flag) : typed);
    }

    /** All values of a flag that may be repeated; elsewhere they are separated by commas. */
    public List<String> values(Flag flag) {
        String[] values = line.isEmpty() ? null : line.get().getOptionValues(flag.word());
        return values == null ? Several.parts(settled.getOrDefault(flag, "")) : List.of(values);
    }

    /** What is left besides options. */
    public List<String> rest() {
        return rest;
    }

    public Optional<Integer> number(Flag flag, int least, int most) throws Usage {
        Optional<String> text = value(flag);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean digits = text.get().length() <= 9 && text.get().matches("[0-9]+");
        int number = digits ? Integer.parseInt(text.get()) : -1;
        if (number < least || number > most) {
            throw new Usage(
                    "--" + flag.word() + " must be a number from " + least + " to " + most + ", not " + text.get(),
                    "It is no such number",
                    "For example --" + flag.word() + " " + least + ".");
        }
        return Optional.of(number);
    }

    public Optional<Duration> duration(Flag flag) throws Usage {
        Optional<String> text = value(flag);
        return text.isEmpty() ? Optional.empty() : Optional.of(Durations.read(flag, text.get()));
    }

    /** No two of these may be given together. */
    public void exclusive(Flag... flags) throws Usage {
        List<String> given = new ArrayList<>();
        for (Flag flag : flags) {
            if (given(flag)) {
                given.add("--" + flag.word());
            }
        }
        if (given.size() > 1) {
            throw new Usage(
                    String.join(" and ", given) + " exclude each other",
                    "They ask for opposite things",
                    "Leave one out.");
        }
    }

    private static Option option(Flag flag) {
        Option.Builder builder = flag.letter().isEmpty() ? Option.builder() : Option.builder(flag.letter());
        builder.longOpt(flag.word()).desc(flag.summary());
        return (flag.value().isEmpty() ? builder : builder.hasArg().argName(flag.value())).get();
    }

    private static Usage unknown(String command, String typed) {
        List<String> known = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            if (flag.belongsTo(command)) {
                known.add("--" + flag.word());
            }
        }
        String bare = typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
        if (bare.equals("--password")) {
            // What follows it is not repeated.
            return new Usage(
                    "there is no --password",
                    "Everybody on this machine could read it in the list of processes, and your shell would keep it",
                    "Leave it out and be asked, or use --password-file FILE, --password-command CMD or --netrc.");
        }
        String meant = Spelling.nearest(bare, known)
                .map(near -> "Did you mean " + near + "?")
                .orElse("See smtpsh --help.");
        return new Usage("unknown option: " + typed, "This command has no such option", meant);
    }
}
