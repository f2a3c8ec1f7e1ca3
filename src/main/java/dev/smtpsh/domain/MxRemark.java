package dev.smtpsh.domain;

import java.util.Locale;

/**
 * Something to know about a domain's MX records, or about one of their hosts.
 *
 * @param about what the words leave open: a name, a number, an address; may be anybody's text
 */
public record MxRemark(Kind kind, String about) {
    /** How much it matters. Declared from least to most. */
    public enum Weight {
        /** A fact. */
        INFO,
        /** Works, but is not good. */
        NOTE,
        /** Some senders have trouble. */
        WARN,
        /** Mail is lost or bounces. */
        FAIL
    }

    /** What can be remarked; {@code {}} in the words stands for {@link MxRemark#about}. */
    public enum Kind {
        NULL_MX(Weight.INFO, "the domain takes no mail, and says so with a null MX", "RFC 7505 3"),
        NULL_PREFERENCE(Weight.NOTE, "the null MX has preference {}; it should be 0", "RFC 7505 3"),
        NULL_BESIDE_OTHERS(
                Weight.FAIL, "a null MX stands beside other MX records: some senders give up at it", "RFC 7505 3"),
        IMPLICIT(Weight.WARN, "there is no MX record, so mail goes to the domain's own address", "RFC 5321 5.1"),
        DOMAIN_ALIAS(Weight.NOTE, "the domain is an alias of {}, whose records count", "RFC 5321 5.1"),
        SAME_PREFERENCE(
                Weight.INFO,
                "senders take hosts of preference {} in random order; here they stand in the order of the answer",
                "RFC 5321 5.1"),
        TOO_MANY(Weight.NOTE, "{} more MX records were not looked at", ""),
        NONE_USABLE(Weight.FAIL, "no host has an address, so mail to this domain cannot be delivered", "RFC 5321 5.1"),

        ALIAS(Weight.WARN, "is an alias of {}; an MX must name a host that has addresses itself", "RFC 2181 10.3"),
        ADDRESS_LITERAL(
                Weight.FAIL, "is an address where a name must stand; senders look it up as a name", "RFC 1035 3.3.9"),
        BAD_NAME(Weight.FAIL, "is no host name: those have letters, digits and hyphens only", "RFC 1123 2.1"),
        LOCALHOST(Weight.FAIL, "means the sender's own machine", ""),
        NO_SUCH_HOST(Weight.FAIL, "does not lead to an address: {} does not exist (NXDOMAIN)", "RFC 5321 5.1"),
        NO_ADDRESS(Weight.FAIL, "has no address", "RFC 5321 5.1"),
        NOT_FOUND_OUT(Weight.WARN, "could not be looked up: {}", ""),
        HALF_FOUND_OUT(Weight.WARN, "may have more addresses: {}", ""),
        SPECIAL_ADDRESS(Weight.FAIL, "{}, which nobody else can reach", "RFC 6890"),
        MAPPED_ADDRESS(Weight.WARN, "{} is published as AAAA, though it is an IPv4 address", ""),
        DUPLICATE(Weight.NOTE, "is listed more than once", ""),
        SHARED_ADDRESS(Weight.NOTE, "has the same address as {}, so it adds no safety", "");

        private final Weight weight;
        private final String words;
        private final String source;

        Kind(Weight weight, String words, String source) {
            this.weight = weight;
            this.words = words;
            this.source = source;
        }

        public Weight weight() {
            return weight;
        }

        /** RFC and section; empty text where no rule says it. */
        public String source() {
            return source;
        }

        /** For programs: {@code null-mx}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static MxRemark of(Kind kind) {
        return new MxRemark(kind, "");
    }

    /** In words: a half sentence that stands alone, or one that follows the name of the host. */
    public String words() {
        return kind.words.replace("{}", about);
    }
}
