package dev.smtpsh.shell.assist;

import dev.smtpsh.annotate.Topic;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.sasl.KnownMechanism;
import dev.smtpsh.shell.language.Addressed;
import dev.smtpsh.shell.language.Word;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.extension.Parameter;
import dev.smtpsh.smtp.state.Advice;
import dev.smtpsh.smtp.state.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can complete the word under the cursor; what is out of order comes last and says why. */
public final class Completion {
    static final String NOW = "now";
    static final String LATER = "not for now";
    static final String OURS = "smtpsh";
    private static final List<String> LEVELS = List.of("terse", "normal", "full");
    private static final List<String> LENGTHS = List.of("10m", "1h", "1d");
    private static final List<String> CODES = List.of(
            "211", "214", "220", "221", "250", "251", "252", "354", "421", "450", "451", "452", "500", "501", "502",
            "503", "504", "550", "551", "552", "553", "554");

    private static final List<String> SUFFIXES = List.of(".txt", ".md", ".json", ".jsonl", ".html", ".cast", ".smtp");

    private static final List<String> PAGES = List.of("keys", "states", "topics", "exit-codes");

    private final Memory memory;

    public Completion(Memory memory) {
        this.memory = memory;
    }

    /**
     * The candidates for the last word of a text.
     *
     * @param typed the line up to the cursor
     */
    public List<Candidate> of(String typed) {
        String text = typed.substring(Addressed.prefix(typed));
        int start = text.lastIndexOf(' ') + 1;
        String begun = text.substring(start);
        String before = text.substring(0, start).strip();
        List<Candidate> all = before.isEmpty()
                ? firstWords()
                : ScriptCompletion.meant(before) ? ScriptCompletion.after(before) : after(before);
        return all.stream()
                .filter(candidate -> startsWith(candidate.value(), begun))
                .toList();
    }

    private List<Candidate> firstWords() {
        List<Candidate> all = new ArrayList<>();
        List<Candidate> late = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            Optional<String> why = whyNot(verb);
            (why.isPresent() ? late : all)
                    .add(new Candidate(
                            opening(verb), why.isPresent() ? LATER : NOW, why.orElse(verb.purpose()), ends(verb)));
        }
        for (Word word : Word.values()) {
            all.add(new Candidate(word.label(), OURS, word.summary(), true));
        }
        all.addAll(late);
        return all;
    }

    private Optional<String> whyNot(Verb verb) {
        if (memory.state().isEmpty()) {
            return Optional.of("not connected");
        }
        return memory.state().get().adviceFor(verb).map(Advice::words);
    }

    private List<Candidate> after(String before) {
        String[] words = before.split("\\s+");
        Optional<Word> word = Word.typed(words[0]);
        if (word.isEmpty()) {
            Optional<Verb> verb = Verb.named(words[0]);
            return verb.map(known -> afterVerb(known, before, words.length)).orElse(List.of());
        }
        if (words.length > 2) {
            return List.of();
        }
        return words.length == 1 ? afterWord(word.get()) : afterTwo(word.get(), words[1]);
    }

    private List<Candidate> afterVerb(Verb verb, String before, int words) {
        return switch (verb) {
            case MAIL, RCPT -> before.indexOf('<') < 0 ? paths(verb) : parameters(verb);
            case EHLO, HELO, LHLO -> words == 1 ? names() : List.of();
            case AUTH -> words == 1 ? mechanisms() : List.of();
            case XCLIENT -> attributes(Extension.XCLIENT);
            case XFORWARD -> attributes(Extension.XFORWARD);
            case VRFY, EXPN -> words == 1 ? texts(memory.addresses(), "used before") : List.of();
            default -> List.of();
        };
    }

    private List<Candidate> afterWord(Word word) {
        return switch (word) {
            case OPEN ->
                memory.scenarios().stream()
                        .map(name -> new Candidate("practice:" + name, "practice", "the built-in server", true))
                        .toList();
            case EXPLAIN -> explainable();
            case HELP -> helpable();
            case LEARN -> texts(List.of("--list", "--placement"), "or the number of a lesson");
            case LATER -> texts(LENGTHS, "on the practice clock");
            case RECONNECT -> List.of(new Candidate("--replay", "options", "the envelope too", true));
            case USE -> numbers();
            case SAVE ->
                SUFFIXES.stream()
                        .map(suffix -> new Candidate("conversation" + suffix, "forms", "", true))
                        .toList();
            case MX, PTR -> texts(domains(), "used before");
            case SET -> texts(List.copyOf(memory.settings().get().keySet()), "settings");
            case TLS -> texts(List.of("--pem"), "the chain as it was sent");
            case VERBOSITY -> texts(LEVELS, "how much is explained");
            default -> List.of();
        };
    }

    private List<Candidate> afterTwo(Word word, String second) {
        return switch (word) {
            case SET -> texts(memory.settings().get().getOrDefault(second.replace('-', '_'), List.of()), "may be");
            case OPEN -> second.startsWith("@") ? texts(List.of("--all"), "every mail host of it") : List.of();
            case SAVE -> texts(List.of("--ok-only", "--redact addresses", "--force"), "options");
            default -> List.of();
        };
    }

    private List<Candidate> numbers() {
        List<Candidate> all = new ArrayList<>();
        for (int number = 1; number <= memory.conversations().size(); number++) {
            all.add(new Candidate(
                    String.valueOf(number),
                    "conversations",
                    memory.conversations().get(number - 1),
                    true));
        }
        return all;
    }

    private List<String> domains() {
        Stream<String> used = memory.addresses().stream()
                .filter(address -> address.indexOf('@') >= 0)
                .map(address -> address.substring(address.lastIndexOf('@') + 1));
        return Stream.concat(used, memory.targetDomain().stream()).distinct().toList();
    }

    private List<Candidate> paths(Verb verb) {
        String label = verb == Verb.MAIL ? "FROM:<" : "TO:<";
        List<Candidate> all = new ArrayList<>();
        all.add(new Candidate(label, NOW, "an address, then >", false));
        for (String address : memory.addresses()) {
            all.add(new Candidate(label + address + ">", "used before", "", true));
        }
        if (verb == Verb.RCPT) {
            domains().stream()
                    .map(domain -> "postmaster@" + domain)
                    .filter(address -> !memory.addresses().contains(address))
                    .forEach(address ->
                            all.add(new Candidate(label + address + ">", NOW, "must be taken by every domain", true)));
        }
        if (verb == Verb.MAIL) {
            all.add(new Candidate("FROM:<>", NOW, "the null reverse-path, as bounces have it", true));
        }
        return all;
    }

    private List<Candidate> parameters(Verb verb) {
        List<Candidate> offered = new ArrayList<>();
        List<Candidate> missing = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            if (parameter.verb() != verb) {
                continue;
            }
            boolean there = memory.state()
                    .filter(state -> state.offers(parameter.extension()))
                    .isPresent();
            boolean complete = !parameter.text().endsWith("=");
            (there ? offered : missing)
                    .add(new Candidate(
                            parameter.text(),
                            there ? "offered" : "not offered",
                            there ? parameter.about() : "not offered by this server",
                            complete));
        }
        offered.addAll(missing);
        return offered;
    }

    private List<Candidate> names() {
        List<Candidate> all = new ArrayList<>(texts(memory.helloNames(), "used before"));
        if (!memory.helloNames().contains(memory.localName())) {
            all.add(new Candidate(memory.localName(), NOW, "this machine", true));
        }
        return all;
    }

    private List<Candidate> mechanisms() {
        boolean secured = memory.state().filter(SessionState::secured).isPresent();
        return memory.state().map(state -> state.capabilities().mechanisms()).orElse(List.of()).stream()
                .sorted(KnownMechanism.bestFirst())
                .map(name -> new Candidate(name, "offered", judgement(name, secured), true))
                .toList();
    }

    private List<Candidate> attributes(Extension extension) {
        return memory.state().flatMap(state -> state.capabilities().find(extension)).stream()
                .flatMap(offer -> offer.parameters().stream())
                .map(name -> new Candidate(name + "=", "offered", "", false))
                .toList();
    }

    private static String judgement(String name, boolean secured) {
        return KnownMechanism.named(name).map(known -> known.judgement(secured)).orElse("not known to smtpsh");
    }

    private List<Candidate> explainable() {
        List<Candidate> all = new ArrayList<>(texts(memory.codes(), "seen in this session"));
        CODES.stream()
                .filter(code -> !memory.codes().contains(code))
                .forEach(code -> all.add(new Candidate(code, "reply codes", "", true)));
        for (Topic topic : ShippedTopics.open().all()) {
            all.add(new Candidate(topic.id(), "topics", topic.summary(), true));
        }
        return all;
    }

    private static List<Candidate> helpable() {
        List<Candidate> all = new ArrayList<>(texts(PAGES, "pages"));
        for (Verb verb : Verb.values()) {
            all.add(new Candidate(verb.name(), "SMTP", verb.purpose(), true));
        }
        for (Word word : Word.values()) {
            all.add(new Candidate(word.label(), OURS, word.summary(), true));
        }
        return all;
    }

    private static List<Candidate> texts(List<String> texts, String group) {
        return texts.stream().map(text -> new Candidate(text, group, "", true)).toList();
    }

    // What a verb is typed with, as far as it is always the same.
    private static String opening(Verb verb) {
        return switch (verb) {
            case MAIL -> "MAIL FROM:<";
            case RCPT -> "RCPT TO:<";
            default -> verb.name();
        };
    }

    private static boolean ends(Verb verb) {
        return verb != Verb.MAIL && verb != Verb.RCPT;
    }

    private static boolean startsWith(String value, String begun) {
        return value.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT));
    }
}
