package dev.smtpsh.shell;

import dev.smtpsh.annotate.Explainer;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.language.Input;
import dev.smtpsh.shell.language.RawText;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.extension.Capabilities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the local words do. */
final class LocalWords {
    private final Shell shell;
    private final Face face;

    LocalWords(Shell shell, Face face) {
        this.shell = shell;
        this.face = face;
    }

    Shell.Status run(Input.LocalLine line) {
        String argument = line.argument().text().trim();
        switch (line.word()) {
            case OPEN -> open(argument);
            case RECONNECT -> shell.reopen();
            case CLOSE -> close();
            case TLS -> tls();
            case CAPS -> caps();
            case WHY -> why();
            case EXPLAIN -> explain(argument);
            case NEXT -> next(argument);
            case HELP -> help(argument);
            case WAIT -> shell.await();
            case RAW -> raw(line.argument());
            case VERBOSITY -> verbosity(argument);
            case EXIT -> {
                return Shell.Status.LEAVE;
            }
        }
        return Shell.Status.GO_ON;
    }

    private void open(String argument) {
        if (argument.isEmpty()) {
            shell.misused("open needs a host", "There is nothing to connect to", "open mx1.example.net:25");
            return;
        }
        shell.open(TargetSpec.read(argument, Optional.empty()));
    }

    private void close() {
        shell.leaveSession();
        face.note("Closed. reconnect opens the same again; exit leaves.");
    }

    private void tls() {
        shell.session()
                .flatMap(open -> open.tls())
                .ifPresentOrElse(
                        face::tls,
                        () -> face.note("No TLS on this connection: everything goes in plain text. Type STARTTLS."));
    }

    private void caps() {
        Capabilities offered =
                shell.session().map(open -> open.state().capabilities()).orElse(Capabilities.NONE);
        if (offered.offers().isEmpty()) {
            face.note("Nothing known: the server has not answered an EHLO since the session began.");
        }
        offered.offers()
                .forEach(offer -> face.note(offer
                        + offer.extension()
                                .map(known -> " - " + known.purpose() + " (" + known.source() + ")")
                                .orElse(" - not a keyword smtpsh knows")));
    }

    private void why() {
        Optional<Exchange> last = shell.last();
        if (last.isEmpty()) {
            face.note("No reply yet. why explains the last one.");
        } else {
            face.why(last.get(), shell.annotations(last.get()));
        }
    }

    private void explain(String argument) {
        if (argument.isEmpty()) {
            why();
            return;
        }
        face.explained(new Explainer(shell.annotator(), ShippedTopics.whenAsked()).explain(argument));
    }

    private void next(String argument) {
        List<Map.Entry<String, String>> steps = List.copyOf(shell.nextSteps().entrySet());
        if (argument.isEmpty()) {
            for (int i = 0; i < steps.size(); i++) {
                face.note(String.format(
                        "%2d  %-32s %s",
                        i + 1, steps.get(i).getKey(), steps.get(i).getValue()));
            }
            face.note("next 1 puts the first on your command line.");
            return;
        }
        boolean number = argument.matches("[0-9]{1,2}");
        int chosen = number ? Integer.parseInt(argument) : 0;
        if (chosen < 1 || chosen > steps.size()) {
            shell.misused("there is no step " + argument, "There are " + steps.size(), "next lists them.");
        } else {
            shell.prefill(steps.get(chosen - 1).getKey());
        }
    }

    private void help(String argument) {
        if (argument.equalsIgnoreCase("topics")) {
            face.explained(
                    new Explanation.Listing(argument, ShippedTopics.open().all()));
        } else {
            Help.about(argument).forEach(face::note);
        }
    }

    private void raw(Octets argument) {
        RawText.octets(argument)
                .ifPresentOrElse(
                        octets -> shell.send(new Command.Raw(octets)),
                        () -> shell.misused(
                                "raw cannot read that escape",
                                "Only \\r \\n \\t \\0 \\\\ \\\" and \\xNN are known",
                                "raw \"NOOP\\r\\n\""));
    }

    private void verbosity(String argument) {
        if (!face.verbosity(argument)) {
            shell.misused("no such verbosity: " + argument, "There are terse, normal and full", "verbosity normal");
        }
    }
}
