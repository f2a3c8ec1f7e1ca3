package dev.smtpsh.smtp.extension;

import dev.smtpsh.smtp.command.Verb;
import java.util.Locale;
import java.util.Optional;

/** The parameters of MAIL and RCPT, each with the extension that must be offered for it. */
public enum Parameter {
    SIZE(Verb.MAIL, "SIZE=octets", Extension.SIZE, "size of the message in octets"),
    BODY_8BIT(Verb.MAIL, "BODY=8BITMIME", Extension.EIGHT_BIT_MIME, "the body holds 8-bit text"),
    BODY_BINARY(Verb.MAIL, "BODY=BINARYMIME", Extension.BINARYMIME, "the body holds any octets; send it by BDAT"),
    SMTPUTF8(Verb.MAIL, "SMTPUTF8", Extension.SMTPUTF8, "addresses or headers hold UTF-8"),
    RET(Verb.MAIL, "RET=FULL|HDRS", Extension.DSN, "bounces return FULL message or HDRS"),
    ENVID(Verb.MAIL, "ENVID=id", Extension.DSN, "an id that bounces give back, in xtext"),
    AUTH(Verb.MAIL, "AUTH=<>|mailbox", Extension.AUTH, "who submitted it first, or <>"),
    REQUIRETLS(Verb.MAIL, "REQUIRETLS", Extension.REQUIRETLS, "TLS all the way, or bounce"),
    MT_PRIORITY(Verb.MAIL, "MT-PRIORITY=-9...9", Extension.MT_PRIORITY, "-9 to 9"),
    BY(
            Verb.MAIL,
            "BY=seconds;R|N[T]",
            Extension.DELIVERBY,
            "seconds;R returns it after that time, ;N only notifies, T traces"),
    HOLDFOR(Verb.MAIL, "HOLDFOR=seconds", Extension.FUTURERELEASE, "seconds to hold it back"),
    HOLDUNTIL(Verb.MAIL, "HOLDUNTIL=time", Extension.FUTURERELEASE, "date and time to hold it back until"),
    SOLICIT(Verb.MAIL, "SOLICIT=keywords", Extension.NO_SOLICITING, "what kind of advertisement it is"),
    MTRK(Verb.MAIL, "MTRK=certifier[:seconds]", Extension.MTRK, "lets whoever knows the secret track it"),
    TRANSID(Verb.MAIL, "TRANSID=<id>", Extension.CHECKPOINT, "an id by which a broken transfer is taken up again"),
    CONPERM(Verb.MAIL, "CONPERM", Extension.CONPERM, "the content may be converted for the recipient"),
    PRDR(Verb.MAIL, "PRDR", Extension.PRDR, "one reply for each recipient after the message"),
    NOTIFY(Verb.RCPT, "NOTIFY=NEVER|SUCCESS,FAILURE,DELAY", Extension.DSN, "NEVER, or SUCCESS,FAILURE,DELAY"),
    ORCPT(Verb.RCPT, "ORCPT=rfc822;address", Extension.DSN, "the original recipient, rfc822;..."),
    RRVS(Verb.RCPT, "RRVS=time[;C|R]", Extension.RRVS, "only if the mailbox has had one owner since then"),
    CONNEG(Verb.RCPT, "CONNEG", Extension.CONNEG, "asks what the recipient's end can show");

    private final Verb verb;
    private final String form;
    private final Extension extension;
    private final String about;

    Parameter(Verb verb, String form, Extension extension, String about) {
        this.verb = verb;
        this.form = form;
        this.extension = extension;
        this.about = about;
    }

    public Verb verb() {
        return verb;
    }

    /** How it is written, its value included. */
    public String form() {
        return form;
    }

    /** As far as it is always the same; one that wants a value ends in {@code =}. */
    public String text() {
        int equals = form.indexOf('=');
        return equals < 0 || form.startsWith("BODY=") ? form : form.substring(0, equals + 1);
    }

    /** What stands before the {@code =}. */
    public String keyword() {
        int equals = form.indexOf('=');
        return equals < 0 ? form : form.substring(0, equals);
    }

    public Extension extension() {
        return extension;
    }

    /** What it says, as half a sentence. */
    public String about() {
        return about;
    }

    /**
     * What a parameter as written is.
     *
     * @param written {@code KEYWORD} or {@code KEYWORD=value}, in any letter case
     */
    public static Optional<Parameter> of(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        if (upper.startsWith("BODY=")) {
            // BODY=7BIT is a value of 8BITMIME too (RFC 6152 2).
            return Optional.of(upper.equals("BODY=BINARYMIME") ? BODY_BINARY : BODY_8BIT);
        }
        int equals = upper.indexOf('=');
        String keyword = equals < 0 ? upper : upper.substring(0, equals);
        for (Parameter parameter : values()) {
            if (parameter.keyword().equals(keyword)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }
}
