package dev.smtpsh.annotate;

import dev.smtpsh.annotate.Explanation.AtStage;
import dev.smtpsh.annotate.Explanation.Definition;
import dev.smtpsh.annotate.Explanation.Digit;
import dev.smtpsh.annotate.Explanation.Explained;
import dev.smtpsh.annotate.Explanation.NotUnderstood;
import dev.smtpsh.annotate.Explanation.Subject;
import dev.smtpsh.annotate.Explanation.Term;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.Symptom.TextSymptom;
import dev.smtpsh.annotate.quoted.QuotedReply;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.extension.Parameter;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.reply.ReplyLine;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Explains what somebody typed or pasted: {@code 550}, {@code 5.7.1}, a whole reply of one or more lines, the words of a
 * refusal without their code, a verb, a keyword or a topic.
 */
public final class Explainer {
    private static final int CODE_DIGITS = 3;
    // Longer than any topic's name: most of what is pasted, for which topics need not be read.
    private static final int LONGEST_NAME = 40;

    private final Annotator annotator;
    private final Supplier<Topics> topics;

    /** @param topics not asked for a code or a reply */
    public Explainer(Annotator annotator, Supplier<Topics> topics) {
        this.annotator = annotator;
        this.topics = topics;
    }

    public Explanation explain(String typed) {
        String input = typed.strip();
        if (input.isEmpty()) {
            return new NotUnderstood(
                    input, "No code, reply or topic was given.", "Give a code or a reply, such as 550 or 5.7.1.");
        }
        if (consistsOf(input, false)) {
            return input.length() == CODE_DIGITS ? code(input) : notACode(input);
        }
        if (consistsOf(input, true)) {
            Optional<EnhancedStatus> status = EnhancedStatus.read(input);
            return status.isPresent() ? words(input, status, "") : notAStatus(input);
        }
        if (beginsWithCode(input)) {
            return reply(input, quoted(input).orElseGet(() -> new QuotedReply(withLineEnds(input), Optional.empty())));
        }
        Optional<QuotedReply> quoted = quoted(input);
        if (quoted.isPresent()) {
            return reply(input, quoted.get());
        }
        List<Definition> meanings = meanings(input);
        Optional<EnhancedStatus> status = EnhancedStatus.leading(input);
        if (status.isPresent()) {
            int space = input.indexOf(' ');
            return words(input, status, space > 0 ? input.substring(space + 1) : input);
        }
        if (input.length() > LONGEST_NAME) {
            return words(input, status, input);
        }
        Topics book = topics.get();
        Optional<Topic> topic = book.named(input);
        if (topic.isPresent()) {
            return new Subject(input, meanings, topic.get());
        }
        return meanings.isEmpty() ? wordsOrMisspelt(input, book) : new Term(input, meanings);
    }

    private Explanation wordsOrMisspelt(String input, Topics book) {
        Explained found = words(input, Optional.empty(), input);
        // A single word is hardly a wording: it may match a rule that looks for such misspellings of a server's.
        boolean known = found.defined() && input.indexOf(' ') >= 0;
        Optional<String> meant = known ? Optional.empty() : book.nearest(input);
        return meant.isEmpty()
                ? found
                : new NotUnderstood(
                        input,
                        "It is no code, and no topic is called that.",
                        "Did you mean ".concat(meant.get()).concat("?"));
    }

    private static List<Definition> meanings(String word) {
        List<Definition> meanings = new ArrayList<>(2);
        Optional<Verb> verb = Verb.named(word);
        if (verb.isPresent()) {
            Verb known = verb.get();
            meanings.add(new Definition(known.grammar(), known.purpose(), known.source()));
        }
        Optional<Extension> keyword = Extension.named(word);
        if (keyword.isPresent()) {
            Extension known = keyword.get();
            meanings.add(new Definition(known.keyword() + " in an EHLO reply", known.purpose(), known.source()));
        }
        for (Parameter parameter : Parameter.values()) {
            if (parameter.keyword().equalsIgnoreCase(word) || parameter.form().equalsIgnoreCase(word)) {
                String line = parameter.verb() == Verb.MAIL ? "MAIL FROM:<...> " : "RCPT TO:<...> ";
                meanings.add(new Definition(
                        line.concat(parameter.form()),
                        parameter.about(),
                        parameter.extension().source()));
            }
        }
        return meanings;
    }

    private Explanation code(String input) {
        ReplyCode code = new ReplyCode(Integer.parseInt(input));
        Reply bare = bare(code);
        List<Annotation> annotations = annotator.annotate(ReplySymptom.of(bare));
        List<AtStage> stages = stages(bare);
        return new Explained(
                input,
                bare.code(),
                Optional.empty(),
                without(annotations, stages),
                stages,
                Digits.of(code),
                annotator.knows(code));
    }

    private static Reply bare(ReplyCode code) {
        ReplyLine line = ReplyLine.read(Octets.latin1(code.toString()));
        return new Reply(Optional.of(code), Optional.empty(), List.of(line), Set.of());
    }

    private List<AtStage> stages(Reply bare) {
        List<AtStage> stages = new ArrayList<>();
        for (Map.Entry<Stage, Annotation> moment : annotator.moments(bare).entrySet()) {
            stages.add(new AtStage(moment.getKey(), moment.getValue()));
        }
        return stages;
    }

    // The first stays whatever it is: there is always an annotation.
    private static List<Annotation> without(List<Annotation> annotations, List<AtStage> stages) {
        List<Annotation> rest = new ArrayList<>();
        rest.add(annotations.get(0));
        for (Annotation annotation : annotations.subList(1, annotations.size())) {
            boolean said = false;
            for (AtStage stage : stages) {
                said |= stage.annotation().rule().equals(annotation.rule());
            }
            if (!said) {
                rest.add(annotation);
            }
        }
        return rest;
    }

    private static Optional<QuotedReply> quoted(String input) {
        return QuotedReply.in(withLineEnds(input));
    }

    private Explanation reply(String input, QuotedReply quoted) {
        Reply reply = quoted.reply();
        List<Annotation> annotations = annotator.annotate(ReplySymptom.at(quoted.stage(), reply));
        List<Digit> digits = new ArrayList<>();
        boolean defined = false;
        if (reply.code().isPresent()) {
            // What the code alone means at this or that moment is for the code's page.
            Reply bare = bare(reply.code().get());
            annotations = without(annotations, stages(bare));
            digits.addAll(Digits.of(reply.code().get()));
            defined = annotator.knows(reply.code().get());
        }
        if (reply.status().isPresent()) {
            digits.addAll(Digits.of(reply.status().get()));
            defined |= defined(reply.status().get());
        }
        return new Explained(input, reply.code(), reply.status(), annotations, List.of(), digits, defined);
    }

    // In logs, and on a command line, the lines of a reply are often joined by \n written out.
    private static String withLineEnds(String input) {
        return input.indexOf('\\') < 0 ? input : input.replace("\\r\\n", "\n").replace("\\n", "\n");
    }

    private Explained words(String input, Optional<EnhancedStatus> status, String text) {
        List<Annotation> annotations = annotator.annotate(new TextSymptom(status, text));
        boolean matched = !annotations.get(0).evidence().isEmpty();
        return new Explained(
                input,
                Optional.empty(),
                status,
                annotations,
                List.of(),
                status.isPresent() ? Digits.of(status.get()) : List.of(),
                status.isPresent() ? defined(status.get()) : matched);
    }

    private boolean defined(EnhancedStatus status) {
        return Digits.defines(status) || annotator.knows(status);
    }

    private static Explanation notACode(String input) {
        return new NotUnderstood(
                input,
                "A reply code has exactly three digits.",
                "Give all three, such as 550, or paste the whole reply.");
    }

    private static Explanation notAStatus(String input) {
        return new NotUnderstood(
                input,
                "This is neither a reply code nor an enhanced status code.",
                "An enhanced status code has three numbers, the first of them 2, 4 or 5, such as 5.7.1.");
    }

    private static boolean consistsOf(String input, boolean dots) {
        for (int i = 0; i < input.length(); i++) {
            if (!isDigit(input.charAt(i)) && !(dots && input.charAt(i) == '.')) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsWithCode(String input) {
        boolean separated = input.length() > CODE_DIGITS && " -\r\n\t".indexOf(input.charAt(CODE_DIGITS)) >= 0;
        return separated && isDigit(input.charAt(0)) && isDigit(input.charAt(1)) && isDigit(input.charAt(2));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
