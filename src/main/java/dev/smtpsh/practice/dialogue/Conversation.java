package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.login.Login;
import dev.smtpsh.practice.mail.Chunks;
import dev.smtpsh.practice.mail.Content;
import dev.smtpsh.practice.mail.DottedText;
import dev.smtpsh.practice.scenario.Offers;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.smtp.extension.Extension;
import java.util.Optional;

/** Where a conversation stands. */
final class Conversation {
    private final Scenario scenario;
    private final DialogueLimits limits;
    private String name = "";
    private boolean greeted;
    private boolean extended;
    private boolean secured;
    private boolean refused;
    private boolean handshakeDue;
    private boolean closing;
    private Optional<String> user = Optional.empty();
    private Optional<Transaction> transaction = Optional.empty();
    private Optional<DottedText> text = Optional.empty();
    private Optional<Chunks> chunks = Optional.empty();
    private Optional<Login> login = Optional.empty();

    Conversation(Scenario scenario, DialogueLimits limits) {
        this.scenario = scenario;
        this.limits = limits;
    }

    Scenario scenario() {
        return scenario;
    }

    DialogueLimits limits() {
        return limits;
    }

    /** What the client calls itself; empty before its hello. */
    String name() {
        return name;
    }

    boolean greeted() {
        return greeted;
    }

    boolean secured() {
        return secured;
    }

    boolean refused() {
        return refused;
    }

    boolean closing() {
        return closing;
    }

    Optional<String> user() {
        return user;
    }

    Optional<Transaction> transaction() {
        return transaction;
    }

    /** The message that is coming in line by line, after 354. */
    Optional<DottedText> text() {
        return text;
    }

    /** The message that is coming in chunk by chunk, from its first BDAT on. */
    Optional<Chunks> chunks() {
        return chunks;
    }

    Optional<Login> login() {
        return login;
    }

    /** Whether it speaks LMTP (RFC 2033), not SMTP. */
    boolean lmtp() {
        return scenario.rules().lmtp();
    }

    /** What to say to those who begin without a hello. */
    String helloWanted() {
        return lmtp() ? "Send LHLO first" : "Send EHLO or HELO first";
    }

    Offers offers() {
        return scenario.offers();
    }

    /** Whether an extension's commands and parameters may be used: it was offered, and the client asked by EHLO. */
    boolean may(Extension extension) {
        return extended && offers().has(extension, secured);
    }

    /** The largest message it takes, in octets. */
    long largest() {
        return Math.min(limits.message(), offers().size(secured).orElse(Long.MAX_VALUE));
    }

    // RFC 5321 4.1.4: a hello in mid session clears buffers and state like RSET.
    void hello(String clientName, boolean byEhlo) {
        name = clientName;
        greeted = true;
        extended = byEhlo;
        reset();
    }

    void reset() {
        transaction = Optional.empty();
        text = Optional.empty();
        chunks = Optional.empty();
        login = Optional.empty();
    }

    void refuse() {
        refused = true;
    }

    void close() {
        closing = true;
    }

    void begin(Transaction next) {
        transaction = Optional.of(next);
    }

    void readText() {
        text = Optional.of(new DottedText(
                new Content(largest()), limits.textLine(), scenario.rules().ends()));
    }

    /** Octets of a chunk come next. */
    Chunks readChunk(long octets) {
        Chunks open = chunks.orElseGet(() -> new Chunks(new Content(largest())));
        open.await(octets);
        chunks = Optional.of(open);
        return open;
    }

    void ask(Login mechanism) {
        login = Optional.of(mechanism);
    }

    void endLogin() {
        login = Optional.empty();
    }

    void loggedIn(String who) {
        user = Optional.of(who);
        login = Optional.empty();
    }

    void secureNext() {
        handshakeDue = true;
    }

    /** Whether a handshake follows; asking clears it. */
    boolean takeHandshake() {
        boolean due = handshakeDue;
        handshakeDue = false;
        return due;
    }

    // RFC 3207 4.2: all that was learned before the handshake is forgotten.
    void secure() {
        secured = true;
        if (scenario.rules().keepsState()) {
            return;
        }
        greeted = false;
        extended = false;
        name = "";
        user = Optional.empty();
        reset();
    }
}
