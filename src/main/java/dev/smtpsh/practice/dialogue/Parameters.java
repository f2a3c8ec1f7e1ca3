package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Answer;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of MAIL and RCPT: which are known, and what values they take. */
final class Parameters {
    private record Row(Verb verb, String keyword, Extension extension, Pattern value) {}

    private static final List<Row> ROWS = List.of(
            row(Verb.MAIL, "SIZE", Extension.SIZE, "=[0-9]{1,18}"),
            row(Verb.MAIL, "BODY", Extension.BINARYMIME, "=(7BIT|8BITMIME|BINARYMIME)"),
            row(Verb.MAIL, "BODY", Extension.EIGHT_BIT_MIME, "=(7BIT|8BITMIME)"),
            row(Verb.MAIL, "SMTPUTF8", Extension.SMTPUTF8, ""),
            row(Verb.MAIL, "AUTH", Extension.AUTH, "=[!-<>-~]{1,500}"),
            row(Verb.MAIL, "RET", Extension.DSN, "=(FULL|HDRS)"),
            row(Verb.MAIL, "ENVID", Extension.DSN, "=[!-<>-~]{1,100}"),
            row(Verb.RCPT, "NOTIFY", Extension.DSN, "=(NEVER|(SUCCESS|FAILURE|DELAY)(,(SUCCESS|FAILURE|DELAY))*)"),
            row(Verb.RCPT, "ORCPT", Extension.DSN, "=[A-Z0-9-]+;[!-<>-~]{1,500}"));

    private final Conversation talk;

    Parameters(Conversation talk) {
        this.talk = talk;
    }

    /** What is wrong with the parameters, if anything is. */
    Optional<Answer> objection(Verb verb, List<String> parameters) {
        Set<String> seen = new HashSet<>();
        for (String parameter : parameters) {
            String keyword = parameter.split("=", 2)[0].toUpperCase(Locale.ROOT);
            Optional<Row> row = find(verb, keyword);
            if (row.isEmpty()) {
                // RFC 5321 4.1.1.11.
                return Optional.of(Answer.of(555, "5.5.4", verb + " parameter " + keyword + " is not known here"));
            }
            boolean fits = row.get()
                    .value()
                    .matcher(parameter.substring(keyword.length()))
                    .matches();
            if (!fits || !seen.add(keyword)) {
                String why = fits ? " is there twice" : " has a value that is not possible";
                return Optional.of(Answer.of(501, "5.5.4", verb + " parameter " + keyword + why));
            }
        }
        return Optional.empty();
    }

    private Optional<Row> find(Verb verb, String keyword) {
        return ROWS.stream()
                .filter(row -> row.verb() == verb && row.keyword().equals(keyword) && talk.may(row.extension()))
                .findFirst();
    }

    private static Row row(Verb verb, String keyword, Extension extension, String value) {
        return new Row(verb, keyword, extension, Pattern.compile(value, Pattern.CASE_INSENSITIVE));
    }
}
