package dev.smtpsh.shell.assist;

import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;

/** The parameters of MAIL and RCPT, each with the extension that must be offered for it. */
enum Parameter {
    SIZE(Verb.MAIL, "SIZE=", Extension.SIZE, "size of the message in octets"),
    BODY_8BIT(Verb.MAIL, "BODY=8BITMIME", Extension.EIGHT_BIT_MIME, "the body holds 8-bit text"),
    BODY_BINARY(Verb.MAIL, "BODY=BINARYMIME", Extension.BINARYMIME, "the body holds any octets; send it by BDAT"),
    SMTPUTF8(Verb.MAIL, "SMTPUTF8", Extension.SMTPUTF8, "addresses or headers hold UTF-8"),
    RET(Verb.MAIL, "RET=", Extension.DSN, "bounces return FULL message or HDRS"),
    ENVID(Verb.MAIL, "ENVID=", Extension.DSN, "an id that bounces give back"),
    AUTH(Verb.MAIL, "AUTH=", Extension.AUTH, "who submitted it first, or <>"),
    REQUIRETLS(Verb.MAIL, "REQUIRETLS", Extension.REQUIRETLS, "TLS all the way, or bounce"),
    MT_PRIORITY(Verb.MAIL, "MT-PRIORITY=", Extension.MT_PRIORITY, "-9 to 9"),
    BY(Verb.MAIL, "BY=", Extension.DELIVERBY, "seconds;R or ;N"),
    HOLDFOR(Verb.MAIL, "HOLDFOR=", Extension.FUTURERELEASE, "seconds to hold it back"),
    HOLDUNTIL(Verb.MAIL, "HOLDUNTIL=", Extension.FUTURERELEASE, "date and time to hold it back until"),
    NOTIFY(Verb.RCPT, "NOTIFY=", Extension.DSN, "NEVER, or SUCCESS,FAILURE,DELAY"),
    ORCPT(Verb.RCPT, "ORCPT=", Extension.DSN, "the original recipient, rfc822;..."),
    RRVS(Verb.RCPT, "RRVS=", Extension.RRVS, "only if the mailbox has had one owner since then");

    private final Verb verb;
    private final String text;
    private final Extension extension;
    private final String about;

    Parameter(Verb verb, String text, Extension extension, String about) {
        this.verb = verb;
        this.text = text;
        this.extension = extension;
        this.about = about;
    }

    Verb verb() {
        return verb;
    }

    /** As it is typed; one that wants a value ends in {@code =}. */
    String text() {
        return text;
    }

    Extension extension() {
        return extension;
    }

    String about() {
        return about;
    }
}
