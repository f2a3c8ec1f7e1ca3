package dev.smtpsh.shell.means;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.assist.Memory;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what helps to type the next line, the latest first; bounded. */
public final class Recollection {
    private static final int MOST = 50;

    private final List<String> helloNames = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<String> scenarios;
    private final String localName;
    private Optional<String> lastRecipient = Optional.empty();

    public Recollection(List<String> scenarios, String localName) {
        this.scenarios = scenarios;
        this.localName = localName;
    }

    public void learn(Exchange exchange) {
        exchange.reply().code().ifPresent(code -> keep(codes, code.toString()));
        exchange.reply().status().ifPresent(status -> keep(codes, status.toString()));
        if (exchange.command().isPresent() && exchange.command().get() instanceof Command.Line line) {
            Optional<Verb> verb = line.verb();
            if (verb.isPresent() && (verb.get() == Verb.MAIL || verb.get() == Verb.RCPT)) {
                Envelope.read(line).path().filter(path -> !path.isEmpty()).ifPresent(path -> keep(addresses, path));
                if (verb.get() == Verb.RCPT) {
                    lastRecipient = Envelope.read(line).path();
                }
            } else if (verb.isPresent() && verb.get().hello()) {
                exchange.after().helloName().filter(name -> !name.isEmpty()).ifPresent(name -> keep(helloNames, name));
            }
        }
    }

    /** The forward-path of the last RCPT, whatever became of it. */
    public Optional<String> lastRecipient() {
        return lastRecipient;
    }

    /**
     * What helps now.
     *
     * @param conversations the names of the servers that are open
     * @param domain the mail domain that was asked for
     */
    public Memory memory(
            Optional<Session> session, List<String> conversations, Optional<String> domain, Choices choices) {
        return new Memory(
                session.map(Session::state),
                helloNames,
                addresses,
                codes,
                scenarios,
                conversations,
                domain,
                localName,
                () -> words(choices));
    }

    private static Map<String, List<String>> words(Choices choices) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        choices.list().forEach(one -> words.put(one.name(), one.words()));
        return words;
    }

    private static void keep(List<String> latest, String value) {
        latest.remove(value);
        latest.add(0, value);
        if (latest.size() > MOST) {
            latest.remove(MOST);
        }
    }
}
