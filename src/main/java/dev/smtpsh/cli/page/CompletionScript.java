package dev.smtpsh.cli.page;

import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.render.anatomy.CodeAnatomy;
import dev.smtpsh.render.anatomy.Part;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Completion for shells, made from the table of flags; static, because starting Java at each Tab is too slow. */
public final class CompletionScript {
    private static final Map<String, String> COMMANDS = new TreeMap<>(Map.ofEntries(
            Map.entry("annotate", "replies or a transcript of another tool, explained"),
            Map.entry("explain", "meaning and fix of a reply, offline"),
            Map.entry("mx", "where the mail of a domain goes"),
            Map.entry("ptr", "the names of an address"),
            Map.entry("tls", "scan what the TLS of a server takes"),
            Map.entry("run", "probe scripts, against the servers they name"),
            Map.entry("format", "lay a script out"),
            Map.entry("rules", "check a file of rules"),
            Map.entry("learn", "lessons on a built-in server"),
            Map.entry("practice", "run the built-in practice server"),
            Map.entry("completions", "print completions for a shell"),
            Map.entry("help", "this page, or one about a command")));
    private static final String SHELLS = "bash zsh fish";
    private static final String PAGES = "explain annotate run format mx ptr tls learn practice topics exit-codes man";

    private final Map<String, String> scenarios;
    private final Map<String, String> explained;
    private final Map<String, String> lessons;

    /**
     * Each name with what it is, in half a sentence.
     *
     * @param explained codes and topics
     * @param lessons by their numbers
     */
    public CompletionScript(Map<String, String> scenarios, Map<String, String> explained, Map<String, String> lessons) {
        this.scenarios = scenarios;
        this.explained = explained;
        this.lessons = lessons;
    }

    /** With what comes with smtpsh. */
    public static CompletionScript shipped() {
        Map<String, String> scenarios = new LinkedHashMap<>();
        ShippedScenarios.all().forEach(one -> scenarios.put(one.name(), one.title()));
        Map<String, String> explained = new LinkedHashMap<>();
        for (int code = 200; code < 600; code++) {
            List<Part> parts = CodeAnatomy.of(new ReplyCode(code));
            if (parts.size() == 3) {
                explained.put(Integer.toString(code), parts.get(2).words());
            }
        }
        ShippedTopics.open().all().forEach(topic -> explained.put(topic.id(), topic.title()));
        Map<String, String> lessons = new LinkedHashMap<>();
        ShippedLessons.all().forEach(lesson -> lessons.put(Integer.toString(lesson.number()), lesson.title()));
        return new CompletionScript(scenarios, explained, lessons);
    }

    /** The script for a shell; empty if smtpsh has none for it. */
    public Optional<String> forShell(String shell) {
        return switch (shell) {
            case "bash" -> Optional.of(bash());
            case "zsh" -> Optional.of(zsh());
            case "fish" -> Optional.of(fish());
            default -> Optional.empty();
        };
    }

    private String bash() {
        return """
               # bash completion for smtpsh; made by: smtpsh completions bash
               _smtpsh() {
                   local cur=${COMP_WORDS[COMP_CWORD]} words
                   COMPREPLY=()
                   # A colon ends a word of bash, but practice:NAME is one word of ours.
                   if [[ ${COMP_WORDS[COMP_CWORD-1]} == : && ${COMP_WORDS[COMP_CWORD-2]} == practice ]]; then
                       COMPREPLY=($(compgen -W '%1$s' -- "$cur")); return
                   fi
                   if [[ $cur == : && ${COMP_WORDS[COMP_CWORD-1]} == practice ]]; then
                       COMPREPLY=(%1$s); return
                   fi
                   case ${COMP_WORDS[1]} in
                       annotate) words='%10$s'; COMPREPLY=($(compgen -f -- "$cur")) ;;
                       run) words='%15$s'; COMPREPLY=($(compgen -f -- "$cur")) ;;
                       format) words='%16$s'; COMPREPLY=($(compgen -f -- "$cur")) ;;
                       rules) words=check; COMPREPLY=($(compgen -f -- "$cur")) ;;
                       explain) words='%2$s %3$s' ;;
                       mx) words='%11$s' ;;
                       ptr) words='%12$s' ;;
                       tls) words='scan %17$s' ;;
                       practice) words='%1$s %4$s' ;;
                       learn) words='%13$s %14$s' ;;
                       completions) words='%5$s' ;;
                       help) words='%6$s' ;;
                       *) words='%7$s'; [[ $COMP_CWORD -eq 1 ]] && words+=' %8$s %9$s' ;;
                   esac
                   COMPREPLY+=($(compgen -W "$words" -- "$cur"))
                   if [[ ${#COMPREPLY[@]} -eq 0 && $COMP_CWORD -ge 1 ]]; then
                       COMPREPLY=($(compgen -A hostname -- "$cur"))
                   fi
               }
               complete -F _smtpsh smtpsh
               """.formatted(
                        String.join(" ", scenarios.keySet()),
                        String.join(" ", explained.keySet()),
                        flags("explain"),
                        flags("practice"),
                        SHELLS,
                        PAGES,
                        flags("talk"),
                        String.join(" ", COMMANDS.keySet()),
                        targets(),
                        flags("annotate"),
                        flags("mx"),
                        flags("ptr"),
                        String.join(" ", lessons.keySet()),
                        flags("learn"),
                        flags("run"),
                        flags("format"),
                        flags("tls"));
    }

    private String zsh() {
        StringBuilder script =
                new StringBuilder("#compdef smtpsh\n# zsh completion; made by: smtpsh completions zsh\n");
        script.append("_smtpsh() {\n  local -a commands targets\n  commands=(\n");
        COMMANDS.forEach((name, about) ->
                script.append("    '").append(name).append(':').append(about).append("'\n"));
        script.append("  )\n  targets=(\n");
        scenarios.forEach((name, about) -> script.append("    'practice\\:")
                .append(name)
                .append(':')
                .append(quoted(about))
                .append("'\n"));
        script.append("  )\n");
        script.append("  case ${words[2]} in\n");
        branch(script, "explain", "explain", described(explained));
        branch(script, "learn", "learn", described(lessons));
        branch(script, "practice", "practice", described(scenarios));
        branch(script, "completions", "", "(" + SHELLS + ")");
        branch(script, "help", "", "(" + PAGES + ")");
        for (String reader : List.of("annotate", "run", "format")) {
            script.append("    ").append(reader).append(") shift words; (( CURRENT-- )); _arguments -s");
            script.append(zshFlags(reader)).append(" '*:file:_files' ;;\n");
        }
        for (String lookup : List.of("mx", "ptr", "tls")) {
            script.append("    ").append(lookup).append(") shift words; (( CURRENT-- )); _arguments -s");
            script.append(zshFlags(lookup)).append(" '*:host:_hosts' ;;\n");
        }
        script.append("    rules) if (( CURRENT == 3 )); then compadd check; else _files; fi ;;\n");
        script.append("    *) if (( CURRENT == 2 )); then _describe command commands; ");
        script.append("_describe target targets; _hosts; fi\n");
        script.append("       _arguments -s").append(zshFlags("talk")).append(" '*:host:_hosts' ;;\n  esac\n}\n");
        return script.append("_smtpsh \"$@\"\n").toString();
    }

    private static void branch(StringBuilder script, String name, String flagsOf, String values) {
        script.append("    ").append(name).append(") shift words; (( CURRENT-- )); _arguments -s");
        script.append(flagsOf.isEmpty() ? "" : zshFlags(flagsOf));
        script.append(" '*:").append(name).append(":").append(values).append("' ;;\n");
    }

    // As _arguments reads values with descriptions, within single quotes.
    private static String described(Map<String, String> values) {
        StringBuilder described = new StringBuilder("((");
        values.forEach((name, about) -> described
                .append(described.length() == 2 ? "" : " ")
                .append(name)
                .append("\\:\"")
                .append(quoted(about.replace(":", "\\:").replace("\"", "")))
                .append('"'));
        return described.append("))").toString();
    }

    // Within single quotes of a shell.
    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }

    private static String zshFlags(String command) {
        StringBuilder specs = new StringBuilder();
        for (Flag flag : Flag.values()) {
            if (flag.belongsTo(command)) {
                String about = flag.summary()
                        .replace("[", "\\[")
                        .replace("]", "\\]")
                        .replace(":", "\\:")
                        .replace("'", "'\\''");
                String value = flag.value().isEmpty() ? "" : ":" + flag.value().replace(":", "\\:") + ":";
                specs.append(" \\\n      '--")
                        .append(flag.word())
                        .append('[')
                        .append(about)
                        .append(']')
                        .append(value)
                        .append("'");
            }
        }
        return specs.toString();
    }

    private String fish() {
        StringBuilder script = new StringBuilder("# fish completion for smtpsh; made by: smtpsh completions fish\n");
        String first = "complete -c smtpsh -n __fish_use_subcommand ";
        COMMANDS.forEach((name, about) -> script.append(first)
                .append("-xa ")
                .append(name)
                .append(" -d '")
                .append(about)
                .append("'\n"));
        scenarios.forEach((name, about) -> script.append(first)
                .append("-xa practice:")
                .append(name)
                .append(" -d '")
                .append(about.replace("'", "\\'"))
                .append("'\n"));
        script.append(first).append("-xa '(__fish_print_hostnames)'\n");
        explained.forEach((name, about) -> seen(script, "explain", name, about));
        lessons.forEach((name, about) -> seen(script, "learn", name, about));
        scenarios.forEach((name, about) -> seen(script, "practice", name, about));
        seen(script, "completions", SHELLS);
        seen(script, "help", PAGES);
        seen(script, "rules", "check");
        script.append("complete -c smtpsh -n '__fish_seen_subcommand_from annotate rules run format' -F\n");
        for (Flag flag : Flag.values()) {
            script.append("complete -c smtpsh -n '")
                    .append(fishCondition(flag))
                    .append("' -l ")
                    .append(flag.word());
            script.append(
                    flag.letter().isEmpty() ? "" : (flag.letter().length() == 1 ? " -s " : " -o ") + flag.letter());
            script.append(flag.value().isEmpty() ? "" : " -r")
                    .append(" -d '")
                    .append(flag.summary().replace("'", "\\'"))
                    .append("'\n");
        }
        return script.toString();
    }

    private static void seen(StringBuilder script, String command, String values) {
        script.append("complete -c smtpsh -n '__fish_seen_subcommand_from ")
                .append(command)
                .append("' -xa '");
        script.append(values).append("'\n");
    }

    private static void seen(StringBuilder script, String command, String value, String about) {
        script.append("complete -c smtpsh -n '__fish_seen_subcommand_from ")
                .append(command)
                .append("' -xka ")
                .append(value)
                .append(" -d '")
                .append(about.replace("'", "\\'"))
                .append("'\n");
    }

    private static String fishCondition(Flag flag) {
        List<String> commands = new ArrayList<>();
        for (String command : COMMANDS.keySet()) {
            if (flag.belongsTo(command)) {
                commands.add(command);
            }
        }
        String seen = "__fish_seen_subcommand_from " + String.join(" ", commands);
        String none = "not __fish_seen_subcommand_from " + String.join(" ", COMMANDS.keySet());
        if (commands.isEmpty()) {
            return none;
        }
        return flag.belongsTo("talk") ? none + "; or " + seen : seen;
    }

    private String targets() {
        List<String> targets = new ArrayList<>(List.of("practice"));
        scenarios.keySet().forEach(name -> targets.add("practice:" + name));
        return String.join(" ", targets);
    }

    private static String flags(String command) {
        List<String> flags = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            if (flag.belongsTo(command)) {
                flags.add("--" + flag.word());
            }
        }
        return String.join(" ", flags);
    }
}
