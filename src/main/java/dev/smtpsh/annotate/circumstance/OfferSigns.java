package dev.smtpsh.annotate.circumstance;

import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.extension.Parameter;
import dev.smtpsh.smtp.state.SessionState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the command uses and the EHLO reply does not offer. */
final class OfferSigns {
    private static final Map<Verb, Extension> VERBS = Map.of(
            Verb.STARTTLS, Extension.STARTTLS,
            Verb.AUTH, Extension.AUTH,
            Verb.BDAT, Extension.CHUNKING,
            Verb.BURL, Extension.BURL,
            Verb.ETRN, Extension.ETRN,
            Verb.ATRN, Extension.ATRN,
            Verb.XCLIENT, Extension.XCLIENT,
            Verb.XFORWARD, Extension.XFORWARD);

    private OfferSigns() {}

    static void add(Scene scene, Map<Circumstance, String> found) {
        SessionState before = scene.before();
        // Before a hello nothing was offered, and that is another matter; TLS that is on is offered no more.
        if (before.helloName().isEmpty()
                || scene.command().isEmpty()
                || !(scene.command().get() instanceof Command.Line line)
                || line.verb().isEmpty()) {
            return;
        }
        Verb verb = line.verb().get();
        if (verb == Verb.MAIL || verb == Verb.RCPT) {
            Envelope.read(line).parameters().stream()
                    .filter(parameter -> needs(parameter)
                            .filter(extension -> !before.offers(extension))
                            .isPresent())
                    .findFirst()
                    .ifPresent(parameter -> found.put(
                            Circumstance.KEYWORD_NOT_OFFERED,
                            missing(name(parameter), needs(parameter).get())));
            return;
        }
        Extension needed = VERBS.get(verb);
        if (needed != null && !before.offers(needed) && !(verb == Verb.STARTTLS && before.secured())) {
            found.put(Circumstance.KEYWORD_NOT_OFFERED, missing(verb.name(), needed));
        }
        if (verb == Verb.AUTH) {
            mechanism(line, before.capabilities().mechanisms(), found);
        }
    }

    private static void mechanism(Command.Line line, List<String> offered, Map<Circumstance, String> found) {
        String[] words = line.typed().text().strip().split(" +", 3);
        String wanted = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
        if (!offered.isEmpty() && !wanted.isEmpty() && !offered.contains(wanted)) {
            found.put(
                    Circumstance.MECHANISM_MISSING,
                    "The server offers " + String.join(", ", offered) + ", and not the mechanism asked for.");
        }
    }

    private static String missing(String word, Extension extension) {
        boolean same = word.equals(extension.keyword());
        return "The EHLO reply does not offer " + extension.keyword()
                + (same ? "." : ", and " + word + " is part of it.");
    }

    private static Optional<Extension> needs(String parameter) {
        return Parameter.of(parameter).map(Parameter::extension);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return (equals < 0 ? parameter : parameter.substring(0, equals)).toUpperCase(Locale.ROOT);
    }
}
