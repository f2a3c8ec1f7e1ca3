package dev.smtpsh.script.judge;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Quantity;
import dev.smtpsh.script.syntax.Subject;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.extension.Capabilities;
import dev.smtpsh.smtp.reply.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a moment has to say on each subject. */
record Facts(Moment moment) {
    Answer of(Subject subject, List<String> arguments) {
        return switch (subject) {
            case HAS -> offered(arguments);
            case AUTH -> mechanism(arguments.get(0));
            case SIZE -> size();
            case CODE, STATUS, REPLY, LINE, TIME, BANNER -> reply(subject, arguments);
            case RCPT_ACCEPTED -> Answer.number(moment.state().recipients().size());
            case RCPT_REFUSED ->
                Answer.number(Math.max(
                        0,
                        moment.state().recipientsTried()
                                - moment.state().recipients().size()));
            case ANNOTATION -> annotation();
            case VAR -> Answer.none("there is no such variable");
            default ->
                moment.tls()
                        .map(report -> new TlsFacts(report, moment.now()).of(subject, arguments))
                        .orElseGet(() -> Answer.none("there is no TLS on this connection"));
        };
    }

    private Capabilities capabilities() {
        return moment.state().capabilities();
    }

    private Answer offered(List<String> arguments) {
        String keyword = arguments.get(0).toUpperCase(Locale.ROOT);
        Optional<Capabilities.Offer> offer = capabilities().offers().stream()
                .filter(each -> each.keyword().equalsIgnoreCase(keyword))
                .findFirst();
        if (offer.isEmpty()) {
            return Answer.fact(false, keyword + " is not offered; " + offers());
        }
        boolean parameter = arguments.size() < 2
                || offer.get().parameters().stream().anyMatch(each -> each.equalsIgnoreCase(arguments.get(1)));
        return Answer.fact(
                parameter,
                keyword + " is offered with " + String.join(" ", offer.get().parameters()));
    }

    private String offers() {
        List<Capabilities.Offer> offers = capabilities().offers();
        return offers.isEmpty()
                ? "nothing is, since no EHLO was answered with any"
                : "there are "
                        + offers.stream().map(Capabilities.Offer::keyword).collect(Collectors.joining(", "));
    }

    private Answer mechanism(String name) {
        List<String> mechanisms = capabilities().mechanisms();
        return Answer.fact(
                mechanisms.stream().anyMatch(each -> each.equalsIgnoreCase(name)),
                mechanisms.isEmpty() ? "no mechanism is offered" : "on offer are " + String.join(", ", mechanisms));
    }

    private Answer size() {
        return capabilities()
                .sizeLimit()
                .map(limit -> Answer.amount(limit, Long.toString(limit)))
                .orElseGet(() -> Answer.none("no SIZE was announced"));
    }

    private Answer reply(Subject subject, List<String> arguments) {
        if (subject == Subject.BANNER) {
            return moment.greeting()
                    .map(greeting -> Answer.text(greeting.text()))
                    .orElseGet(() -> Answer.none("there was no greeting"));
        }
        if (moment.exchange().isEmpty()) {
            return Answer.none("there is no reply to ask about");
        }
        Exchange exchange = moment.exchange().get();
        Reply reply = exchange.reply();
        return switch (subject) {
            case CODE ->
                reply.code()
                        .map(code -> Answer.amount(code.value(), code.toString()))
                        .orElseGet(() -> Answer.none("the reply has no code"));
            case STATUS ->
                reply.status()
                        .map(status -> Answer.text(status.toString()))
                        .orElseGet(() -> Answer.none("the reply has no enhanced status code"));
            case TIME -> Answer.amount(exchange.took().toMillis(), Expectation.words(exchange.took()));
            case LINE -> line(reply, arguments.get(0));
            default -> Answer.text(reply.text());
        };
    }

    private static Answer line(Reply reply, String number) {
        long wanted = Quantity.number(number).orElse(0);
        return wanted >= 1 && wanted <= reply.lines().size()
                ? Answer.text(reply.lines().get((int) wanted - 1).text())
                : Answer.none("the reply has " + reply.lines().size() + " lines, and no line " + number);
    }

    private Answer annotation() {
        Optional<Annotation> best = moment.annotations().stream().findFirst();
        return best.map(annotation -> Answer.text(annotation
                        .reason()
                        .map(Reason::label)
                        .orElseGet(() -> annotation.verdict().label())))
                .orElseGet(() -> Answer.none("nothing is known of this reply"));
    }
}
