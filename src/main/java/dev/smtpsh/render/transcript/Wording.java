package dev.smtpsh.render.transcript;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Words;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An exchange in lines of text, the same for every form of file. */
public record Wording(Function<Octets, String> visible) {
    /** What was sent, line by line: of a message its lines as they went out, dots doubled, and the final dot. */
    public List<String> sent(Exchange exchange) {
        if (exchange.command().isEmpty()) {
            return List.of();
        }
        Command command = exchange.command().get();
        if (command instanceof Command.Message message) {
            List<String> lines = new ArrayList<>();
            for (Octets line : lines(Redactor.content(message))) {
                boolean dotted = !line.isEmpty() && line.at(0) == '.';
                lines.add((dotted ? "." : "") + visible.apply(line));
            }
            lines.add(".");
            return lines;
        }
        List<String> lines = new ArrayList<>();
        for (Octets line : lines(command.redacted())) {
            lines.add(visible.apply(line));
        }
        return lines;
    }

    public List<String> received(Exchange exchange) {
        return exchange.reply().lines().stream()
                .map(line -> visible.apply(line.received().withoutLineEnd()))
                .toList();
    }

    /** What it means, first the word of the verdict; empty for nothing to say. */
    public static List<String> meaning(Event.Said said) {
        List<String> lines = new ArrayList<>();
        if (said.exchange().recipient().isPresent() || said.exchange().furtherVerdict()) {
            lines.add("Verdict: " + Words.recipient(said.exchange()));
        }
        Optional<Annotation> best = said.annotations().stream().findFirst();
        if (best.isPresent()) {
            Annotation annotation = best.get();
            boolean refused = said.exchange().reply().refused();
            lines.add(annotation.verdict().words() + ": " + Words.sentence(annotation.title()) + " "
                    + annotation.meaning());
            if (refused) {
                lines.add("Who acts: " + Words.who(annotation));
                annotation.fixes().forEach(fix -> lines.add("Fix: " + fix));
                lines.add("Sure: " + Words.sure(annotation) + " [" + annotation.rule() + "]");
            }
        }
        said.exchange().handshake().ifPresent(report -> tls(report, lines));
        return lines;
    }

    private static void tls(HandshakeReport report, List<String> lines) {
        List<String> words = new ArrayList<>();
        report.version().ifPresent(words::add);
        report.suite().ifPresent(words::add);
        report.group().ifPresent(words::add);
        lines.add("TLS: " + (words.isEmpty() ? "did not come about" : String.join(", ", words)));
        report.chain().stream()
                .findFirst()
                .ifPresent(own -> lines.add("Certificate: " + own.subject() + ", valid until " + own.validUntil()));
        for (Remark remark : report.remarks()) {
            lines.add("Remark: " + Words.sentence(remark.words()));
        }
    }

    static List<String> failure(Event.Failed failed) {
        List<String> lines = new ArrayList<>();
        lines.add("NO REPLY: " + Words.sentence(failed.failure().what()));
        if (!failed.failure().why().isEmpty()) {
            lines.add("Why: " + Words.sentence(failed.failure().why()));
        }
        lines.add("Fix: " + failed.failure().mend());
        return lines;
    }

    static String took(Exchange exchange) {
        return Words.milliseconds(exchange.took()) + " ms";
    }

    private static List<Octets> lines(Octets text) {
        List<Octets> lines = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.at(at) == '\n') {
                lines.add(text.slice(begin, at + 1).withoutLineEnd());
                begin = at + 1;
            }
        }
        if (begin < text.length()) {
            lines.add(text.slice(begin));
        }
        return lines;
    }
}
