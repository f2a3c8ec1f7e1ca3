package dev.smtpsh.cli;

import dev.smtpsh.annotate.Explainer;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.render.json.ExplanationJson;
import dev.smtpsh.render.text.ExplanationView;
import dev.smtpsh.shell.means.ExitCode;
import java.io.PrintWriter;
import java.util.List;

/** {@code smtpsh explain}: meaning and fix, without a network. */
final class ExplainCommand {
    private final Streams streams;

    ExplainCommand(Streams streams) {
        this.streams = streams;
    }

    ExitCode run(List<String> given) throws Usage {
        Arguments arguments = Arguments.read("explain", given);
        if (arguments.has(Flag.HELP)) {
            streams.out().print(HelpPage.explain());
            return ExitCode.FINE;
        }
        if (arguments.rest().isEmpty() && !arguments.has(Flag.LIST)) {
            throw new Usage(
                    "explain needs a code, a reply or a topic",
                    "None was given",
                    "For example smtpsh explain 550, or explain \"550 5.7.1 No\"; explain --list lists the topics.");
        }
        Looks looks = Looks.read(arguments, streams);
        Explanation explanation = arguments.has(Flag.LIST)
                ? new Explanation.Listing("", ShippedTopics.open().all())
                : new Explainer(new Knowledge(streams).annotator(), ShippedTopics.whenAsked())
                        .explain(String.join(" ", arguments.rest()));
        if (explanation instanceof Explanation.NotUnderstood unclear) {
            throw new Usage(
                    unclear.input().isEmpty() ? "nothing to explain" : "cannot explain " + unclear.input(),
                    unclear.why(),
                    unclear.mend());
        }
        PrintWriter out = streams.writer();
        if (arguments.has(Flag.JSON)) {
            ExplanationJson.write(explanation, out);
        } else {
            looks.onto(out::print).accept(new ExplanationView(looks.drawing()).draw(explanation));
        }
        out.flush();
        return ExitCode.FINE;
    }
}
