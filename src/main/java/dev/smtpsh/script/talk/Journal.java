package dev.smtpsh.script.talk;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What led to where a conversation stands, so that it can be said again. */
public final class Journal {
    /**
     * Something that was said and accepted.
     *
     * @param again says it again
     * @param code how it was answered
     */
    public record Entry(Supplier<Outcome> again, Optional<ReplyCode> code) {}

    private final List<Entry> envelope = new ArrayList<>();
    private Optional<Entry> hello = Optional.empty();
    private Optional<Entry> starttls = Optional.empty();
    private Optional<Entry> securedHello = Optional.empty();
    private Optional<Entry> login = Optional.empty();

    void keep(Exchange exchange, Supplier<Outcome> again) {
        if (!exchange.reply().completed() && !exchange.reply().is(354)) {
            return;
        }
        Entry entry = new Entry(again, exchange.reply().code());
        switch (exchange.stage()) {
            case HELLO -> {
                boolean secured = starttls.isPresent();
                hello = secured ? hello : Optional.of(entry);
                securedHello = secured ? Optional.of(entry) : securedHello;
                // RFC 5321 4.1.4: an accepted EHLO drops the envelope.
                envelope.clear();
            }
            case STARTTLS -> {
                starttls = Optional.of(entry);
                envelope.clear();
            }
            case AUTH -> login = Optional.of(entry);
            case MAIL -> {
                envelope.clear();
                envelope.add(entry);
            }
            case RCPT, DATA -> envelope.add(entry);
            case RSET, MESSAGE -> envelope.clear();
            default -> {
                // Nothing that counts for what comes after it.
            }
        }
    }

    /** A refused message takes its envelope with it, too. */
    void over(Stage stage) {
        if (stage == Stage.MESSAGE) {
            envelope.clear();
        }
    }

    void clear() {
        envelope.clear();
        hello = Optional.empty();
        starttls = Optional.empty();
        securedHello = Optional.empty();
        login = Optional.empty();
    }

    /** EHLO, STARTTLS, EHLO and the login, as far as they were. */
    public List<Entry> opening() {
        return Stream.of(hello, starttls, securedHello, login)
                .flatMap(Optional::stream)
                .toList();
    }

    /** MAIL, RCPT and DATA that count now. */
    public List<Entry> envelope() {
        return List.copyOf(envelope);
    }
}
