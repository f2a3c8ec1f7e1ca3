package dev.smtpsh.shell.talk;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.shell.assist.Suggestion;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Objection;
import java.util.LinkedHashMap;
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
                int command = fix.lastIndexOf("  ");
                if (command > 0) {
                    steps.putIfAbsent(
                            fix.substring(command).strip(),
                            fix.substring(0, command).strip());
                }
            }
            if (last.get().reply().transientFailure()) {
                last.flatMap(Exchange::command)
                        .filter(command -> command instanceof Command.Line)
                        .ifPresent(line -> steps.putIfAbsent(line.redacted().text(), "the same again, later"));
            }
        }
        for (String line : suggestion.lines()) {
            steps.putIfAbsent(line, "what usually comes now");
        }
        return steps;
    }

    private static Optional<String> mended(Exchange exchange) {
        return exchange.command()
                .flatMap(command -> Objection.to(command, exchange.before(), exchange.reply()))
                .map(slip -> Octets.latin1(slip.mended()).text())
                .filter(line -> !line.isEmpty());
    }
}
