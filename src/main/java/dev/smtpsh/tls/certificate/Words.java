package dev.smtpsh.tls.certificate;

/** Texts of a certificate, cut to what fits into a sentence. */
final class Words {
    private static final int LONGEST = 120;

    private Words() {}

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
