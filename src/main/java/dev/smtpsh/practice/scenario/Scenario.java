package dev.smtpsh.practice.scenario;

import dev.smtpsh.practice.mail.DotEnd;
import java.util.List;
import java.util.Set;

/**
 * What a practice server is.
 *
 * @param name what it is called on a command line
 * @param title two to six words
 * @param about what it does and teaches
 * @param host what the server calls itself
 * @param tasks what those who practise are to reach, for whoever looks after them
 * @param turns where it differs from a well-behaved server; the first that fits is taken
 */
public record Scenario(
        String name,
        String title,
        String about,
        String host,
        ScriptedReply greeting,
        Offers offers,
        Handshake handshake,
        Residents residents,
        Rules rules,
        List<Task> tasks,
        List<Turn> turns) {
    public Scenario {
        tasks = List.copyOf(tasks);
        turns = List.copyOf(turns);
    }

    /**
     * Who may do what.
     *
     * @param relay who may send to domains that are not local
     * @param loginRequired MAIL wants a login before (530)
     * @param tlsRequired most commands want STARTTLS before (530, RFC 3207 4)
     * @param verify VRFY tells the truth instead of 252
     * @param eachOwn each learner, known by address and hello name, is a client apart with a clock of their own
     * @param lmtp it speaks LMTP (RFC 2033): LHLO, and after a message a reply for each recipient
     * @param tlsFirst TLS begins before the greeting, as on port 465 (RFC 8314 3)
     * @param keepsState it does not forget at STARTTLS what came before, as it must (RFC 3207 4.2)
     * @param ends what it takes for the end of a message too
     * @param strict the grammar to the letter, and no command but EHLO, HELO, NOOP, HELP, RSET and QUIT before a hello
     */
    public record Rules(
            Relay relay,
            boolean loginRequired,
            boolean tlsRequired,
            boolean verify,
            boolean lmtp,
            boolean eachOwn,
            boolean tlsFirst,
            boolean keepsState,
            Set<DotEnd> ends,
            boolean strict) {}

    /** Who may send to domains that are not local. */
    public enum Relay {
        NOBODY,
        LOGIN,
        ANYONE
    }
}
