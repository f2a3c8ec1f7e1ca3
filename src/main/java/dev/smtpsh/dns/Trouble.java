package dev.smtpsh.dns;

import java.util.Locale;

/** Why a question has no answer. None of these says that the name is not there. */
public enum Trouble {
    SERVFAIL("the name server failed (SERVFAIL)", "The domain's own servers are down, or its DNSSEC is broken"),
    REFUSED("the name server refused the question", "It answers for its own zones or its own network only"),
    TIMEOUT("no name server answered in time", "It is down, or a firewall drops the packets"),
    MALFORMED("the name server's answer cannot be used", "The server or something on the way breaks it"),
    NETWORK("the name server cannot be reached", "Nothing listens there, or there is no way to it"),
    REFERRAL("the name server only refers to others", "It does not look up names for its clients"),
    ALIAS_LOOP("the aliases lead nowhere", "The CNAME records go in a circle, or there are too many of them"),
    OTHER_CODE("the name server refused with a code of its own", "It does not know this kind of question"),
    NO_SERVER("no name server is configured", "This system names none");

    private final String words;
    private final String why;

    Trouble(String words, String why) {
        this.words = words;
        this.why = why;
    }

    /** What happened, half a sentence. */
    public String words() {
        return words;
    }

    /** The probable reason, half a sentence. */
    public String why() {
        return why;
    }

    /** For programs: {@code servfail}, {@code alias-loop}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
