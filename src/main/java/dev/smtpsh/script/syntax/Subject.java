package dev.smtpsh.script.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of an exchange. */
public enum Subject {
    HAS("has", Type.FACT, "a keyword, such as has STARTTLS or has AUTH PLAIN", 1, 2),
    CODE("code", Type.NUMBER, "the reply code"),
    STATUS("status", Type.TEXT, "the enhanced status code"),
    REPLY("reply", Type.TEXT, "the text of the reply, its lines joined"),
    LINE("line", Type.TEXT, "a line of the reply, from 1", 1, 1),
    SIZE("size", Type.SIZE, "the largest message that EHLO announced"),
    TIME("time", Type.TIME, "how long the reply took"),
    BANNER("banner", Type.TEXT, "the text of the greeting"),
    AUTH("auth", Type.FACT, "whether a mechanism is offered, such as auth PLAIN", 1, 1),
    TLS_VERSION("tls version", Type.VERSION, "such as TLSv1.3"),
    TLS_CIPHER("tls cipher", Type.TEXT, "the cipher suite"),
    TLS_GROUP("tls group", Type.TEXT, "the group of the key exchange"),
    TLS_TRUSTED("tls trusted", Type.FACT, "whether the certificate stands up to a check"),
    TLS_VERIFY_ERROR("tls verify-error", Type.TEXT, "why it does not"),
    TLS_CHAIN("tls chain", Type.NUMBER, "how many certificates were sent"),
    TLS_CERT_SUBJECT("tls cert subject", Type.TEXT, "whom the certificate is for"),
    TLS_CERT_ISSUER("tls cert issuer", Type.TEXT, "who signed it"),
    TLS_CERT_SAN("tls cert san", Type.TEXT, "its names, with blanks between"),
    TLS_CERT_MATCHES("tls cert matches", Type.FACT, "whether it is for a name", 1, 1),
    TLS_CERT_DAYS_LEFT("tls cert days-left", Type.NUMBER, "whole days until it expires"),
    TLS_CERT_KEY("tls cert key", Type.TEXT, "its key, such as RSA 2048"),
    TLS_CERT_SHA256("tls cert sha256", Type.TEXT, "its fingerprint"),
    RCPT_ACCEPTED("rcpt accepted", Type.NUMBER, "how many recipients were accepted in this envelope"),
    RCPT_REFUSED("rcpt refused", Type.NUMBER, "how many were refused"),
    ANNOTATION("annotation", Type.TEXT, "what smtpsh takes the reply for, such as greylisted"),
    VAR("var", Type.TEXT, "a variable, such as var queue", 1, 1);

    /** What a subject can be compared with. */
    public enum Type {
        FACT("true or false, without an operator"),
        NUMBER("a number"),
        TEXT("a text"),
        SIZE("a size, such as 10 MiB"),
        TIME("a time, such as 2s"),
        VERSION("a version of TLS, such as TLSv1.2");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether there is more and less of it. */
        public boolean ordered() {
            return this != FACT && this != TEXT;
        }
    }

    /** A subject with its arguments, where it stands. */
    public record Asked(Subject subject, List<Template> arguments, Span span) {
        public Asked {
            arguments = List.copyOf(arguments);
        }
    }

    private final String label;
    private final Type type;
    private final String about;
    private final int least;
    private final int most;

    Subject(String label, Type type, String about) {
        this(label, type, about, 0, 0);
    }

    Subject(String label, Type type, String about, int least, int most) {
        this.label = label;
        this.type = type;
        this.about = about;
        this.least = least;
        this.most = most;
    }

    /** As it is written: one to three words. */
    public String label() {
        return label;
    }

    public Type type() {
        return type;
    }

    /** What it is, half a sentence. */
    public String about() {
        return about;
    }

    /** How many arguments it needs. */
    public int least() {
        return least;
    }

    /** How many it can have. */
    public int most() {
        return most;
    }

    public static Optional<Subject> named(String label) {
        for (Subject subject : values()) {
            if (subject.label.equals(label)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }

    /** The words that can follow some words of a label: {@code cert} and others after {@code tls}. */
    public static List<String> after(String begun) {
        List<String> next = new ArrayList<>();
        String prefix = begun.isEmpty() ? "" : begun + " ";
        for (Subject subject : values()) {
            if (subject.label.startsWith(prefix)) {
                String word = subject.label.substring(prefix.length()).split(" ")[0];
                if (!next.contains(word)) {
                    next.add(word);
                }
            }
        }
        return next;
    }
}
