package dev.smtpsh.cli.login;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.shell.login.Keyring;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the options say about who logs in. */
public final class LoginOptions implements Keyring {
    private final Optional<String> user;
    private final Optional<PasswordSource> source;

    private LoginOptions(Optional<String> user, Optional<PasswordSource> source) {
        this.user = user;
        this.source = source;
    }

    /**
     * Reads the options; with {@code --password-file -} also the first line of the input.
     *
     * @param terminal whether the input is a terminal
     * @param warnings takes what the operator ought to mend
     */
    public static Keyring read(
            Arguments arguments,
            InputStream in,
            boolean terminal,
            Map<String, String> environment,
            Consumer<String> warnings)
            throws Usage {
        arguments.exclusive(Flag.PASSWORD_FILE, Flag.PASSWORD_COMMAND, Flag.NETRC);
        Optional<PasswordSource> source = Optional.empty();
        Optional<String> file = arguments.value(Flag.PASSWORD_FILE);
        if (file.filter("-"::equals).isPresent()) {
            source = Optional.of(firstLine(in, terminal));
        } else if (file.isPresent()) {
            source = Optional.of(new PasswordFile(Path.of(file.get()), warnings));
        } else if (arguments.has(Flag.PASSWORD_COMMAND)) {
            source = arguments.value(Flag.PASSWORD_COMMAND).map(PasswordCommand::new);
        } else if (arguments.has(Flag.NETRC)) {
            source = Optional.of(new NetrcFile(netrc(environment), warnings));
        }
        return new LoginOptions(arguments.value(Flag.USER), source);
    }

    @Override
    public Optional<String> user(String host) {
        return user.or(() -> source.flatMap(known -> known.user(host)));
    }

    @Override
    public Found password(String host, String who) {
        return source.map(known -> known.password(host, who)).orElseGet(NotHere::new);
    }

    private static PasswordSource firstLine(InputStream in, boolean terminal) throws Usage {
        if (terminal) {
            throw new Usage(
                    "--password-file - reads the first line of standard input",
                    "That is a terminal here, which would show it",
                    "Leave the option out and be asked without echo.");
        }
        try {
            return new GivenPassword(FirstLine.of(in));
        } catch (IOException e) {
            throw new Usage(
                    "--password-file - cannot read the first line of standard input",
                    String.valueOf(e.getMessage()),
                    "Put the password there, then the commands.");
        }
    }

    // As curl looks for it.
    private static Path netrc(Map<String, String> environment) {
        String named = environment.getOrDefault("NETRC", "");
        return named.isEmpty() ? Path.of(environment.getOrDefault("HOME", "."), ".netrc") : Path.of(named);
    }
}
