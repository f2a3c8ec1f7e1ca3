package dev.smtpsh.script.judge;

import dev.smtpsh.script.syntax.Predicate;
import dev.smtpsh.script.syntax.Predicate.Operator;
import dev.smtpsh.script.syntax.Predicate.Value;
import dev.smtpsh.script.syntax.Quantity;
import dev.smtpsh.script.syntax.Subject;
import dev.smtpsh.script.syntax.Subject.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Judges what must be true of a moment. */
public final class PredicateJudge {
    private static final int MOST_SAID = 200;

    private final Function<String, String> variables;

    /** @param variables gives the value of each variable there is */
    public PredicateJudge(Function<String, String> variables) {
        this.variables = variables;
    }

    public Judgement judge(Predicate predicate, Moment moment) {
        Answer answer = ask(predicate.subject(), moment);
        Judgement judgement = judge(predicate, answer);
        return predicate.negated() ? negated(judgement, predicate, answer) : judgement;
    }

    /** The value of a subject, as it is kept in a variable; empty if there is none. */
    public Optional<String> value(Subject.Asked asked, Moment moment) {
        return ask(asked, moment).text();
    }

    private Answer ask(Subject.Asked asked, Moment moment) {
        List<String> arguments =
                asked.arguments().stream().map(text -> text.fill(variables)).toList();
        if (asked.subject() == Subject.VAR) {
            return Answer.text(variables.apply(arguments.get(0)));
        }
        return new Facts(moment).of(asked.subject(), arguments);
    }

    private Judgement judge(Predicate predicate, Answer answer) {
        Subject subject = predicate.subject().subject();
        if (predicate.operator().isEmpty()) {
            return Judgement.of(answer.yes(), found(subject, answer));
        }
        if (answer.text().isEmpty()) {
            return Judgement.of(false, found(subject, answer));
        }
        Operator operator = predicate.operator().get();
        for (Value value : predicate.values()) {
            Judgement judgement = compare(subject, answer, operator, value);
            if (judgement.held()) {
                return judgement;
            }
        }
        return Judgement.of(false, found(subject, answer));
    }

    private Judgement compare(Subject subject, Answer answer, Operator operator, Value value) {
        if (operator == Operator.LIKE) {
            return Patterns.read(value.text(), value.anyCase(), variables)
                    .find(answer.text().orElseThrow())
                    .map(Judgement::holds)
                    .orElseGet(() -> Judgement.of(false, found(subject, answer)));
        }
        String wanted = value.text().fill(variables);
        if (subject.type().ordered()) {
            OptionalLong number = Quantity.read(subject.type(), wanted);
            return number.isEmpty()
                    ? Judgement.of(
                            false, "`" + wanted + "` is not " + subject.type().words())
                    : Judgement.of(
                            ordered(answer.number().orElseThrow(), operator, number.getAsLong()),
                            found(subject, answer));
        }
        return Judgement.of(compare(answer.text().orElseThrow(), operator, wanted), found(subject, answer));
    }

    private static boolean compare(String text, Operator operator, String wanted) {
        OptionalLong left = Quantity.number(text);
        OptionalLong right = Quantity.number(wanted);
        if (operator.ordering()) {
            return left.isPresent() && right.isPresent() && ordered(left.getAsLong(), operator, right.getAsLong());
        }
        return switch (operator) {
            case CONTAINS -> text.contains(wanted);
            case STARTS_WITH -> text.startsWith(wanted);
            case UNEQUAL -> !text.equals(wanted);
            default -> text.equals(wanted);
        };
    }

    private static boolean ordered(long left, Operator operator, long right) {
        return switch (operator) {
            case EQUAL, IN -> left == right;
            case UNEQUAL -> left != right;
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case MORE -> left > right;
            case AT_LEAST -> left >= right;
            case LIKE, CONTAINS, STARTS_WITH -> false;
        };
    }

    private static Judgement negated(Judgement judgement, Predicate predicate, Answer answer) {
        return Judgement.of(!judgement.held(), found(predicate.subject().subject(), answer));
    }

    private static String found(Subject subject, Answer answer) {
        if (!answer.why().isEmpty()) {
            return answer.why();
        }
        String text = answer.text().orElse("");
        String bounded = text.length() > MOST_SAID ? text.substring(0, MOST_SAID) + "..." : text;
        return subject.type() == Type.FACT ? "it is " + bounded : subject.label() + " is " + bounded;
    }
}
