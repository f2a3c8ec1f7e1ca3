package dev.smtpsh.shell.login;

import dev.smtpsh.sasl.KnownMechanism;
import dev.smtpsh.smtp.command.Spelling;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What {@code auth [MECHANISM] [USER]} asks for. */
record Wish(Optional<KnownMechanism> mechanism, Optional<String> user, Optional<Trouble> trouble) {
    private static final String USAGE = "Write auth [MECHANISM] [USER], such as auth PLAIN amy.";

    static Wish read(String argument) {
        List<String> words = Arrays.stream(argument.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return new Wish(Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (words.size() > 2) {
            return wrong("auth takes a mechanism and a user", "There are " + words.size() + " words", USAGE);
        }
        Optional<KnownMechanism> mechanism = KnownMechanism.named(words.get(0));
        Optional<String> user = Optional.of(words.get(words.size() - 1)).filter(word -> words.size() == 2);
        if (user.filter(Wish::response).isPresent()) {
            return wrong(
                    "that is no user name but an initial response",
                    "In small letters auth is a word of smtpsh, which asks for the password without echo",
                    "Write AUTH in capitals to send such a line as it stands.");
        }
        if (mechanism.isPresent()) {
            return new Wish(mechanism, user, Optional.empty());
        }
        return user.isPresent() || likeAMechanism(words.get(0))
                ? wrong("no mechanism is called " + words.get(0), "Nothing was sent", meant(words.get(0)))
                : new Wish(Optional.empty(), Optional.of(words.get(0)), Optional.empty());
    }

    // Names of mechanisms are written in capitals, user names hardly ever.
    private static boolean likeAMechanism(String word) {
        return word.matches("[A-Z][A-Z0-9-]+") && nearest(word).isPresent();
    }

    private static String meant(String word) {
        return nearest(word).map(near -> "Did you mean " + near + "? ").orElse("") + USAGE;
    }

    private static Optional<String> nearest(String word) {
        return Spelling.nearest(
                word,
                Arrays.stream(KnownMechanism.values()).map(KnownMechanism::word).toList());
    }

    private static boolean response(String word) {
        try {
            return new String(Base64.getDecoder().decode(word)).indexOf('\0') >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Wish wrong(String what, String why, String mend) {
        return new Wish(Optional.empty(), Optional.empty(), Optional.of(Trouble.usage(what, why, mend)));
    }
}
