package dev.smtpsh.lesson.proof;

import dev.smtpsh.practice.scenario.Glob;
import dev.smtpsh.smtp.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must happen for a task to be done. */
public sealed interface Proof {
    /** Whether a deed is what is wanted. */
    boolean by(Deed deed);

    /**
     * A command was answered in a certain way. What is absent does not matter.
     *
     * @param verbs as in {@link Deed.Answered}
     * @param reply such as {@code 250} or {@code 4xx}
     * @param status pattern for the enhanced status code
     * @param path pattern for the path
     * @param argument pattern for all that follows the verb
     * @param tls whether inside TLS
     * @param again whether the same was put off before
     */
    record Answer(
            Set<String> verbs,
            Optional<String> reply,
            Optional<Glob> status,
            Optional<Glob> path,
            Optional<Glob> argument,
            Optional<Boolean> tls,
            Optional<Boolean> again)
            implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.Answered answered
                    && (verbs.isEmpty() || verbs.contains(answered.verb()))
                    && reply.map(wanted -> fits(wanted, answered.reply().code()))
                            .orElse(true)
                    && status.map(wanted -> wanted.matches(answered.reply().status()))
                            .orElse(true)
                    && path.map(wanted -> wanted.matches(answered.path())).orElse(true)
                    && argument.map(wanted -> wanted.matches(answered.argument()))
                            .orElse(true)
                    && tls.map(wanted -> wanted == answered.secured()).orElse(true)
                    && again.map(wanted -> wanted == answered.again()).orElse(true);
        }

        private static boolean fits(String wanted, int code) {
            String digits = String.format("%03d", code);
            for (int i = 0; i < digits.length(); i++) {
                if (wanted.charAt(i) != 'x' && wanted.charAt(i) != digits.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A message was taken. What is absent does not matter.
     *
     * @param to pattern for one of its recipients
     * @param from pattern for the reverse-path
     * @param header text that one of its header fields must begin with, such as {@code From:}
     * @param headerDiffers whether From: in the header must name another address than the reverse-path
     * @param tls whether it came inside TLS
     * @param login whether its sender was logged in
     * @param sized whether MAIL said how large it is (SIZE=)
     */
    record Stored(
            Optional<Glob> to,
            Optional<Glob> from,
            Optional<String> header,
            boolean headerDiffers,
            Optional<Boolean> tls,
            Optional<Boolean> login,
            Optional<Boolean> sized)
            implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.Stored stored
                    && to.map(wanted ->
                                    stored.message().recipients().stream().anyMatch(one -> wanted.matches(one.path())))
                            .orElse(true)
                    && from.map(wanted -> wanted.matches(stored.message().reversePath()))
                            .orElse(true)
                    && header.map(wanted ->
                                    field(stored.message().content(), wanted).isPresent())
                            .orElse(true)
                    && (!headerDiffers || differs(stored))
                    && tls.map(wanted -> wanted == stored.message().secured()).orElse(true)
                    && login.map(wanted -> wanted == stored.message().user().isPresent())
                            .orElse(true)
                    && sized.map(wanted -> wanted
                                    == stored.message().parameters().stream()
                                            .anyMatch(one ->
                                                    one.toUpperCase(Locale.ROOT).startsWith("SIZE=")))
                            .orElse(true);
        }

        private static boolean differs(Deed.Stored stored) {
            String path = stored.message().reversePath().toLowerCase(Locale.ROOT);
            return field(stored.message().content(), "From:")
                    .filter(value -> value.indexOf('@') >= 0)
                    .filter(value ->
                            path.isEmpty() || !value.toLowerCase(Locale.ROOT).contains(path))
                    .isPresent();
        }

        private static Optional<String> field(Octets content, String name) {
            return content.latin1()
                    .lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                    .map(line -> line.substring(name.length()))
                    .findFirst();
        }
    }

    /** TLS began. */
    record Tls() implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.Secured;
        }
    }

    /** Somebody logged in. */
    record Login() implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.LoggedIn;
        }
    }

    /** So many connections were made. */
    record Connections(int least) implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.Connected connected && connected.count() >= least;
        }
    }

    /** A connection ended. */
    record Closed(boolean byServer) implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.Closed closed && closed.byServer() == byServer;
        }
    }

    /** The server did something wrong on purpose. */
    record Misbehaved(Glob words) implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.Misbehaved misbehaved && words.matches(misbehaved.words());
        }
    }

    /** The clock was moved by so much. */
    record Later(Duration least) implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.Later later && later.by().compareTo(least) >= 0;
        }
    }

    /** One of these words of the shell was used; only for what the server cannot see. */
    record Used(Set<String> words) implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.Used used && words.contains(used.word());
        }
    }

    /** The question of the task was answered rightly. */
    record Chosen(String task) implements Proof {
        @Override
        public boolean by(Deed deed) {
            return deed instanceof Deed.Chosen chosen
                    && chosen.right()
                    && chosen.task().equals(task);
        }
    }

    /** One of several. */
    record Any(List<Proof> proofs) implements Proof {
        @Override
        public boolean by(Deed deed) {
            return proofs.stream().anyMatch(proof -> proof.by(deed));
        }
    }
}
