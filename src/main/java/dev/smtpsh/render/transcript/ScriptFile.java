package dev.smtpsh.render.transcript;

import dev.smtpsh.render.Safe;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Sensitivity;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.wire.Target;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A script of the same commands that expects the same codes again. */
final class ScriptFile implements Form.Writer {
    private static final String QUOTES = "\"\"\"";

    @Override
    public void write(Document document, Appendable out) throws IOException {
        Transcript transcript = document.transcript();
        line(
                out,
                "# Recorded by smtpsh " + document.version() + "; "
                        + document.redaction().words() + ".");
        line(out, "@title " + Safe.visible(document.title()));
        if (transcript.exchanges().stream().anyMatch(ScriptFile::login)) {
            line(out, "# The login cannot be recorded: name its user, and give the password as a secret.");
            line(out, "@var user=");
            line(out, "@secret password");
        }
        boolean inLogin = false;
        for (Event event : transcript.events()) {
            if (event instanceof Event.Connected connected) {
                line(out, "");
                line(out, "open " + target(transcript, connected.target()));
            } else if (event instanceof Event.Failed failed) {
                failed(failed, out);
            } else {
                Event.Said said = (Event.Said) event;
                boolean continued = inLogin && said.exchange().command().orElse(null) instanceof Command.AuthAnswer;
                inLogin = (login(said.exchange()) || continued)
                        && said.exchange().reply().is(334);
                said(said, continued, inLogin, out);
            }
        }
    }

    // A login is one line of a script, with the code it ended with.
    private void said(Event.Said said, boolean continued, boolean goesOn, Appendable out) throws IOException {
        Exchange exchange = said.exchange();
        if (said.unasked()) {
            line(out, "wait reply");
        } else if (exchange.command().isPresent() && !continued) {
            line(out, "");
            command(exchange.command().get(), out);
        }
        if (!goesOn) {
            line(out, expectation(exchange));
        }
    }

    private void command(Command command, Appendable out) throws IOException {
        if (command instanceof Command.Message message) {
            message(message, out);
        } else if (command.sensitivity() == Sensitivity.ARGUMENT_SECRET
                && command.verb().equals(Optional.of(Verb.AUTH))) {
            String[] words = command.redacted().latin1().trim().split("[ \t]+");
            line(out, "auth " + (words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "") + " {{user}} {{password}}");
        } else if (command instanceof Command.Line typed
                && plain(typed.redacted())
                && command.verb().filter(verb -> verb != Verb.HELP).isPresent()) {
            line(out, typed.redacted().text());
        } else {
            boolean raw = command instanceof Command.Raw;
            Octets octets = command.redacted();
            line(out, "raw \"" + escaped(raw ? octets : octets.plus(Octets.CRLF)) + "\"");
        }
    }

    private void message(Command.Message message, Appendable out) throws IOException {
        Octets content = Redactor.content(message);
        List<String> lines = content.text().lines().toList();
        boolean exact = content.utf8().isPresent()
                && lines.stream().map(String::strip).noneMatch(QUOTES::equals)
                && lines.stream().allMatch(ScriptFile::plain);
        if (!exact) {
            // What raw sends is not touched, so the dots are doubled here (RFC 5321 4.5.2).
            String text = content.latin1();
            String stuffed = (text.startsWith(".") ? "." : "") + text.replace("\r\n.", "\r\n..");
            line(out, "raw \"" + escaped(Octets.latin1(stuffed)) + ".\\r\\n\"");
            return;
        }
        line(out, QUOTES);
        for (String text : lines) {
            line(out, text);
        }
        line(out, QUOTES);
    }

    private static String expectation(Exchange exchange) {
        return exchange.reply().code().map(Object::toString).orElse("any")
                + exchange.reply().status().map(status -> " " + status).orElse("");
    }

    private static void failed(Event.Failed failed, Appendable out) throws IOException {
        Failure failure = failed.failure();
        line(out, "# " + Safe.visible(failure.what()));
        switch (failure.kind()) {
            case CLOSED -> line(out, "closed");
            case TIMEOUT, STOPPED -> line(out, "timeout");
            default -> line(out, "# no expectation can be written for this");
        }
    }

    private static boolean login(Exchange exchange) {
        return exchange.command()
                .flatMap(Command::verb)
                .filter(Verb.AUTH::equals)
                .isPresent();
    }

    private static String target(Transcript transcript, Target target) {
        boolean practice = transcript.name().startsWith("practice");
        if (target.port() == 0) {
            return '"' + target.where() + '"';
        }
        boolean literal = target.name().indexOf(':') >= 0;
        String name = literal ? "[" + target.name() + "]" : target.name();
        return practice ? transcript.name() : name + ":" + target.port();
    }

    private static boolean plain(Octets octets) {
        return octets.utf8().filter(ScriptFile::plain).isPresent();
    }

    private static boolean plain(String text) {
        return Safe.visible(text).equals(text) && !text.contains("{{");
    }

    private static String escaped(Octets octets) {
        StringBuilder escaped = new StringBuilder(octets.length());
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            switch (octet) {
                case '\r' -> escaped.append("\\r");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '"', '\\' -> escaped.append('\\').append((char) octet);
                case '{' -> escaped.append("\\x7B");
                default -> {
                    if (octet >= ' ' && octet < 0x7f) {
                        escaped.append((char) octet);
                    } else {
                        escaped.append(String.format(Locale.ROOT, "\\x%02X", octet));
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(text).append('\n');
    }
}
