package dev.smtpsh.shell;

import dev.smtpsh.render.Words;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws the prompt from the state: number, host, port, plain or tls, user, position, marks. */
final class Prompts {
    private static final String DISCONNECTED = "smtpsh> ";

    // A prompt leaves room for the command at 80 columns.
    private static final Pattern FIELD = Pattern.compile("\\{[a-z]+}");
    private static final int HOST_WIDTH = 20;
    private static final int NARROW_HOST_WIDTH = 12;
    private static final int NARROW = 60;

    private final Optional<String> template;
    private final boolean several;
    private final boolean narrow;

    /**
     * @param template of the operator's own making
     * @param several whether there are other conversations, so that the number must be told
     * @param columns of the terminal; 0 if not known
     */
    Prompts(Optional<String> template, boolean several, int columns) {
        this.template = template;
        this.several = several;
        this.narrow = columns > 0 && columns < NARROW;
    }

    Prompt of(Optional<Conversation> current) {
        if (current.isEmpty()) {
            return new Prompt(DISCONNECTED, "", false);
        }
        Conversation conversation = current.get();
        if (conversation.draft().isPresent()) {
            return new Prompt(
                    String.format("data %3d| ", conversation.draft().get().lines() + 1), "", false);
        }
        return conversation
                .session()
                .map(session -> new Prompt(text(conversation, session), right(conversation), conversation.secret()))
                .orElse(new Prompt(DISCONNECTED, "", false));
    }

    private String text(Conversation conversation, Session session) {
        if (template.isPresent()) {
            return filled(template.get(), conversation, session);
        }
        SessionState state = session.state();
        StringBuilder text = new StringBuilder();
        if (several) {
            text.append('#').append(conversation.number()).append(' ');
        }
        text.append(host(session.target().name()));
        if (!narrow && session.target().port() > 0) {
            text.append(':').append(session.target().port());
        }
        if (state.position() == Position.CLOSED) {
            return text.append(" closed> ").toString();
        }
        if (!narrow) {
            text.append(state.secured() ? " tls" : " plain");
            conversation
                    .user()
                    .filter(user -> state.loggedIn())
                    .ifPresent(user -> text.append(' ').append(shortened(user, HOST_WIDTH)));
        }
        return text.append(' ')
                .append(state.position().label())
                .append(mark(session))
                .append("> ")
                .toString();
    }

    // Filled in from left to right, once: a name with braces in it is no field.
    private String filled(String form, Conversation conversation, Session session) {
        SessionState state = session.state();
        boolean open = state.position() != Position.CLOSED;
        Map<String, String> fields = Map.of(
                "{number}", several ? "#" + conversation.number() : "",
                "{host}", host(session.target().name()),
                "{port}",
                        session.target().port() > 0
                                ? String.valueOf(session.target().port())
                                : "",
                "{tls}", !open ? "" : state.secured() ? "tls" : "plain",
                "{user}",
                        conversation
                                .user()
                                .filter(user -> state.loggedIn())
                                .map(user -> shortened(user, HOST_WIDTH))
                                .orElse(""),
                "{state}", state.position().label(),
                "{mark}", open ? mark(session) : "");
        String text = FIELD.matcher(form)
                .replaceAll(found -> Matcher.quoteReplacement(fields.getOrDefault(found.group(), "")));
        return text.replaceAll("[^ -~]", "?").replaceAll("  +", " ").strip() + " ";
    }

    // * an envelope is open, ! the last command was refused, ? a reply is due; behind it how many recipients there are.
    private static String mark(Session session) {
        SessionState state = session.state();
        boolean open = state.position() == Position.MAIL || state.position() == Position.RCPT;
        String mark = session.due() > 0 ? "?" : state.refused() ? "!" : open ? "*" : "";
        if (state.position() != Position.RCPT) {
            return mark;
        }
        int accepted = state.recipients().size();
        int tried = state.recipientsTried();
        return mark + accepted + (tried > accepted ? "/" + tried : "");
    }

    // An address is kept whole: cutting it would name another host.
    private String host(String name) {
        boolean address = name.indexOf(':') >= 0 || name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        if (address) {
            return name.indexOf(':') >= 0 ? "[" + name + "]" : name;
        }
        int dot = name.indexOf('.');
        return shortened(dot < 0 ? name : name.substring(0, dot), narrow ? NARROW_HOST_WIDTH : HOST_WIDTH);
    }

    // Somebody else may have chosen it: nothing but ASCII gets into a prompt.
    private static String shortened(String text, int columns) {
        String ascii = text.replaceAll("[^!-~]", "?");
        return ascii.length() <= columns ? ascii : ascii.substring(0, columns - 3) + "...";
    }

    private static String right(Conversation conversation) {
        List<String> parts = new ArrayList<>();
        Optional<Exchange> last = conversation.last();
        last.flatMap(exchange -> exchange.reply().code())
                .ifPresent(code ->
                        parts.add(code + " in " + Words.milliseconds(last.get().took()) + " ms"));
        conversation
                .session()
                .flatMap(Session::tls)
                .flatMap(report -> report.version())
                .ifPresent(parts::add);
        parts.add(conversation.target().label().replaceAll("[^!-~]", "?"));
        return String.join(" | ", parts);
    }
}
