package dev.smtpsh.practice.scenario;

import dev.smtpsh.smtp.extension.Extension;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the server offers at EHLO.
 *
 * @param keywords the lines after the first, before TLS
 * @param afterTls the same inside TLS
 * @param certificate the kind of certificate it shows
 */
public record Offers(List<String> keywords, List<String> afterTls, CertificateKind certificate) {
    public Offers {
        keywords = List.copyOf(keywords);
        afterTls = List.copyOf(afterTls);
    }

    public List<String> keywords(boolean secured) {
        return secured ? afterTls : keywords;
    }

    public boolean has(Extension extension, boolean secured) {
        return find(extension, secured).isPresent();
    }

    /** The mechanisms AUTH names. */
    public List<String> mechanisms(boolean secured) {
        return find(Extension.AUTH, secured)
                .map(line -> line.subList(1, line.size()))
                .orElse(List.of());
    }

    /** The largest message, in octets; empty for no limit (RFC 1870 4). */
    public Optional<Long> size(boolean secured) {
        return find(Extension.SIZE, secured)
                .filter(line -> line.size() > 1 && line.get(1).matches("[0-9]{1,18}"))
                .map(line -> Long.parseLong(line.get(1)))
                .filter(size -> size > 0);
    }

    private Optional<List<String>> find(Extension extension, boolean secured) {
        return keywords(secured).stream()
                .map(line -> List.of(line.toUpperCase(Locale.ROOT).split(" +")))
                .filter(line -> line.get(0).equals(extension.keyword()))
                .findFirst();
    }
}
