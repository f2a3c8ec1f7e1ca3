package dev.smtpsh.render.transcript;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Sensitivity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was sent in secret, in every form in which a server could say it back. */
final class Secrets {
    private static final String HIDDEN = "***";

    // Shorter ones would black out half of every text.
    private static final int SHORTEST = 4;

    private final List<String> forms;
    private final int count;

    private Secrets(List<String> forms, int count) {
        this.forms = forms;
        this.count = count;
    }

    static Secrets of(Transcript transcript) {
        Set<String> forms = new LinkedHashSet<>();
        int count = 0;
        for (Exchange exchange : transcript.exchanges()) {
            if (exchange.command().isPresent() && secret(exchange.command().get())) {
                count++;
                add(exchange.command().get(), forms);
            }
        }
        List<String> longestFirst = new ArrayList<>(forms);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        return new Secrets(longestFirst, count);
    }

    int count() {
        return count;
    }

    String hide(String text) {
        String hidden = text;
        for (String form : forms) {
            hidden = hidden.replace(form, HIDDEN);
        }
        return hidden;
    }

    private static boolean secret(Command command) {
        return command.sensitivity() != Sensitivity.PLAIN
                && !command.redacted().equals(command.encoded().withoutLineEnd());
    }

    // The words that redaction leaves out, and what they are in base64.
    private static void add(Command command, Set<String> forms) {
        String sent = command.encoded().withoutLineEnd().latin1();
        String shown = command.redacted().withoutLineEnd().latin1();
        for (String word : sent.split("[ \t\r\n]+")) {
            if (!(" " + shown + " ").contains(" " + word + " ")) {
                keep(word, forms);
                decoded(word, forms);
            }
        }
    }

    private static void decoded(String word, Set<String> forms) {
        try {
            String text = new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
            // RFC 4616 2: of the three parts of PLAIN only the last is secret.
            String part = text.substring(text.lastIndexOf('\0') + 1);
            keep(part, forms);
            keep(Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)), forms);
        } catch (IllegalArgumentException e) {
            // No base64: the word itself is all there is to hide.
        }
    }

    private static void keep(String form, Set<String> forms) {
        if (form.length() >= SHORTEST) {
            forms.add(form);
            forms.add(Octets.utf8(form).latin1());
        }
    }
}
