package dev.smtpsh.shell.word;

import dev.smtpsh.annotate.Explainer;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what something means, and what could be done now. */
final class Explaining {
    private Explaining() {}

    static Status why(Desk desk, Octets argument) {
        Optional<Conversation> current = desk.current().filter(one -> one.last().isPresent());
        if (current.isEmpty()) {
            desk.face().note("No reply yet. why explains the last one.");
            return Status.GO_ON;
        }
        String which = argument.text().trim();
        Optional<Exchange> meant = which.isEmpty() ? current.get().last() : numbered(current.get(), which);
        meant.ifPresentOrElse(
                exchange -> desk.face().why(exchange, current.get().annotations(exchange)),
                () -> desk.complain(
                        "there is no reply " + which, "It is not in this conversation", "replies lists them."));
        return Status.GO_ON;
    }

    // After a reconnect the numbers begin anew: the latest is meant.
    private static Optional<Exchange> numbered(Conversation conversation, String which) {
        String digits = which.startsWith("#") ? which.substring(1) : which;
        Optional<Exchange> found = Optional.empty();
        for (Exchange exchange : conversation.transcript().exchanges()) {
            boolean same = String.valueOf(exchange.number()).equals(digits);
            found = same ? Optional.of(exchange) : found;
        }
        return found;
    }

    static Status explain(Desk desk, Octets argument) {
        String what = argument.text().trim();
        if (what.isEmpty()) {
            return why(desk, Octets.EMPTY);
        }
        desk.face().explained(new Explainer(desk.annotator(), ShippedTopics.whenAsked()).explain(what));
        return Status.GO_ON;
    }

    static Status next(Desk desk, Octets argument) {
        String which = argument.text().trim();
        List<Map.Entry<String, String>> steps = List.copyOf(desk.nextSteps().entrySet());
        if (which.isEmpty()) {
            List<String[]> rows = new ArrayList<>();
            for (Map.Entry<String, String> step : steps) {
                rows.add(new String[] {String.format("%2d  %s", rows.size() + 1, step.getKey()), step.getValue()});
            }
            desk.face().listed(rows);
            desk.face().note("next 1 puts the first on your command line.");
            return Status.GO_ON;
        }
        int chosen = which.matches("[0-9]{1,2}") ? Integer.parseInt(which) : 0;
        if (chosen < 1 || chosen > steps.size()) {
            desk.complain("there is no step " + which, "There are " + steps.size(), "next lists them.");
        } else {
            desk.prefill(steps.get(chosen - 1).getKey());
        }
        return Status.GO_ON;
    }

    static Status help(Desk desk, Octets argument) {
        String topic = argument.text().trim();
        if (topic.equalsIgnoreCase("topics")) {
            desk.face()
                    .explained(
                            new Explanation.Listing(topic, ShippedTopics.open().all()));
        } else {
            Help.about(desk, topic);
        }
        return Status.GO_ON;
    }
}
