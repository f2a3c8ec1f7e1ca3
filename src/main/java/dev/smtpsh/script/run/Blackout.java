package dev.smtpsh.script.run;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.rewriting.Rewriting;
import dev.smtpsh.smtp.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Blacks out the secrets a script was given, wherever they or their base64 would appear. */
final class Blackout {
    private static final String HIDDEN = "***";

    // Shorter ones would black out half of every text.
    private static final int SHORTEST = 3;
    private static final int GROUP = 3;

    private final List<String> forms;
    private final Rewriting rewriting = new Rewriting(this::clean, message -> Octets.EMPTY);

    Blackout(Collection<String> secrets) {
        Set<String> found = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                found.add(secret);
                found.add(Octets.utf8(secret).latin1());
                encoded(secret, found);
            }
        }
        forms = new ArrayList<>(found);
        forms.sort(Comparator.comparingInt(String::length).reversed());
    }

    // In the base64 of a longer text a secret can begin at each of three places in a group; what its neighbours have a
    // part in is left out.
    private static void encoded(String secret, Set<String> found) {
        byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
        found.add(Base64.getEncoder().encodeToString(octets));
        for (int shift = 0; shift < GROUP; shift++) {
            byte[] shifted = new byte[shift + octets.length];
            System.arraycopy(octets, 0, shifted, shift, octets.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int begin = shift == 0 ? 0 : shift + 1;
            int end = text.length() - (shifted.length % GROUP == 0 ? 0 : 1);
            if (end - begin >= SHORTEST + 1) {
                found.add(text.substring(begin, end));
            }
        }
    }

    String clean(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, HIDDEN);
        }
        return clean;
    }

    Exchange clean(Exchange exchange) {
        return rewriting.of(exchange);
    }

    Failure clean(Failure failure) {
        return rewriting.of(failure);
    }

    List<Annotation> clean(List<Annotation> annotations) {
        return annotations.stream()
                .map(annotation -> annotation.quoting(this::clean))
                .toList();
    }
}
