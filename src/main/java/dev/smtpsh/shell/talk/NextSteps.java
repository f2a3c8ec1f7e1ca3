package dev.smtpsh.shell.talk;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.shell.assist.Suggestion;
import dev.smtpsh.shell.language.Input;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.state.Objection;
import dev.smtpsh.smtp.state.Stage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands that could be typed now, with the reason for each; made of the last reply and of the state. */
final class NextSteps {
    private NextSteps() {}

    /** Commands and why, the likeliest first. */
    static Map<String, String> after(Optional<Conversation> current, Suggestion suggestion) {
        Optional<Exchange> last = current.flatMap(Conversation::last);
        Optional<Annotation> best =
                last.map(exchange -> current.get().annotations(exchange).get(0));
        Map<String, String> steps = new LinkedHashMap<>();
        last.flatMap(NextSteps::mended).ifPresent(line -> steps.put(line, "the same, as it ought to be written"));
        if (best.isPresent() && last.isPresent() && last.get().reply().refused()) {
            for (String fix : best.get().fixes()) {
                int gap = fix.lastIndexOf("  ");
                String command = gap > 0 ? fix.substring(gap).strip() : "";
                if (understood(command)) {
                    steps.putIfAbsent(command, fix.substring(0, gap).strip());
                }
            }
            if (last.get().reply().transientFailure()) {
                last.flatMap(Exchange::command)
                        .filter(command -> command instanceof Command.Line)
                        .ifPresent(line -> steps.putIfAbsent(line.redacted().text(), "the same again, later"));
            }
            recipient(last.get()).ifPresent(line -> steps.putIfAbsent(line, "is it only this one, or everybody?"));
            if (last.get().after().reversePath().isPresent()) {
                steps.putIfAbsent("RSET", "drop this envelope and begin anew");
            }
        }
        for (String line : suggestion.lines()) {
            steps.putIfAbsent(line, "what usually comes now");
        }
        return steps;
    }

    // Advice may name a command of another program: that is none for this prompt.
    private static boolean understood(String command) {
        Input input = Input.read(Octets.utf8(command));
        return !command.isEmpty() && !(input instanceof Input.Misspelt);
    }

    // RFC 5321 4.5.1: every domain takes mail for postmaster.
    private static Optional<String> recipient(Exchange exchange) {
        if (exchange.stage() != Stage.RCPT || !(exchange.command().orElse(null) instanceof Command.Line line)) {
            return Optional.empty();
        }
        return Envelope.read(line)
                .path()
                .filter(path ->
                        path.indexOf('@') > 0 && !path.toLowerCase(Locale.ROOT).startsWith("postmaster@"))
                .map(path -> "RCPT TO:<postmaster" + path.substring(path.lastIndexOf('@')) + ">");
    }

    private static Optional<String> mended(Exchange exchange) {
        return exchange.command()
                .flatMap(command -> Objection.to(command, exchange.before(), exchange.reply()))
                .map(slip -> Octets.latin1(slip.mended()).text())
                .filter(line -> !line.isEmpty());
    }
}
