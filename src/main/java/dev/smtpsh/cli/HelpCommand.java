package dev.smtpsh.cli;

import dev.smtpsh.annotate.Topic;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.CompletionScript;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.cli.page.ManPage;
import dev.smtpsh.shell.means.ExitCode;
import java.util.List;

/** {@code smtpsh help} and {@code smtpsh completions}: pages made from the tables. */
final class HelpCommand {
    private final Streams streams;

    HelpCommand(Streams streams) {
        this.streams = streams;
    }

    ExitCode run(List<String> arguments) throws Usage {
        String topic = arguments.isEmpty() ? "" : arguments.get(0);
        String page = switch (topic) {
            case "" -> HelpPage.overview();
            case "explain" -> HelpPage.explain();
            case "annotate" -> HelpPage.annotate();
            case "run", "format" -> HelpPage.script(topic);
            case "mx", "ptr", "tls" -> HelpPage.lookup(topic);
            case "learn" -> HelpPage.learn();
            case "practice" -> HelpPage.practice();
            case "topics" -> topics();
            case "exit-codes" -> HelpPage.exitCodes();
            case "man" -> ManPage.text();
            default ->
                throw new Usage(
                        "no help about " + topic,
                        "No command and no topic has that name",
                        "There is help about explain, annotate, run, format, mx, ptr, learn, practice, topics, exit-codes, man.");
        };
        streams.out().print(page);
        return ExitCode.FINE;
    }

    private static String topics() {
        StringBuilder page = new StringBuilder("Topics that smtpsh explain knows besides codes, verbs and keywords:\n");
        String group = "";
        for (Topic topic : ShippedTopics.open().all()) {
            if (!topic.group().equals(group)) {
                group = topic.group();
                page.append('\n').append(group).append(":\n");
            }
            page.append(String.format("  %-24s %s%n", topic.id(), topic.summary()));
        }
        return page.toString();
    }

    ExitCode completions(List<String> arguments) throws Usage {
        String shell = arguments.isEmpty() ? "" : arguments.get(0);
        String script = CompletionScript.shipped()
                .forShell(shell)
                .orElseThrow(() -> new Usage(
                        "no completions for that shell",
                        "It was not named, or smtpsh has none for it",
                        "Write bash, zsh or fish."));
        streams.out().print(script);
        return ExitCode.FINE;
    }
}
