package dev.smtpsh.practice.fault;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.time.Duration;

/** One way to spoil a reply. */
public interface Fault {
    /** Whether the reply goes out before what it answers has come to its end. */
    default boolean early() {
        return false;
    }

    /** Does its harm. */
    void spoil(Delivery delivery);

    /** What the server does wrong, as half a sentence; for a log. */
    String words();

    /** The reply comes late. */
    record Delay(Duration length) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.pause(length);
        }

        @Override
        public String words() {
            return "replies " + length.toMillis() + " ms late";
        }
    }

    /** The reply comes octet by octet. */
    record Drip(Duration pace) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.drip(pace);
        }

        @Override
        public String words() {
            return "sends an octet every " + pace.toMillis() + " ms";
        }
    }

    /**
     * The server goes.
     *
     * @param instead whether it goes instead of replying, not after the reply
     */
    record Leaving(Act.Way way, boolean instead) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.leave(way, instead);
        }

        @Override
        public String words() {
            return "the connection is " + way.words() + (instead ? " without a reply" : " after the reply");
        }
    }

    /** Only the beginning of the reply is sent. With a {@link Leaving}, that comes after the cut. */
    record Cut(int octets) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.cut(octets);
        }

        @Override
        public String words() {
            return "only the first " + octets + " octets of the reply are sent";
        }
    }

    /** Lines end in LF alone. */
    record BareLf() implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.lineEnd("\n");
        }

        @Override
        public String words() {
            return "ends lines with LF alone";
        }
    }

    /** Lines end in CR alone. */
    record BareCr() implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.lineEnd("\r");
        }

        @Override
        public String words() {
            return "ends lines with CR alone";
        }
    }

    /** Lines after the first have another code. */
    record CodesDiffer(ReplyCode later) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.laterCode(later);
        }

        @Override
        public String words() {
            return "changes the code to " + later + " within one reply";
        }
    }

    /** Nothing stands between code and text. */
    record NoSeparator() implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.separators("", "");
        }

        @Override
        public String words() {
            return "puts nothing between code and text";
        }
    }

    /** Every line says that another follows, the last one too. */
    record NoLastLine() implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.separators("-", "-");
        }

        @Override
        public String words() {
            return "leaves the last line of the reply out";
        }
    }

    /** These octets go out in place of the reply. */
    record Garbage(Octets octets) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.instead(octets);
        }

        @Override
        public String words() {
            return "sends something else than a reply";
        }
    }

    /** These octets go out after the reply, unasked. */
    record Unasked(Octets octets) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.follow(new Act.Send(octets));
        }

        @Override
        public String words() {
            return "sends something nobody asked for";
        }
    }

    /** The first line of the reply, continued for ever. */
    record EndlessReply() implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.endlessReply();
        }

        @Override
        public String words() {
            return "never ends the reply";
        }
    }

    /** A line without end. */
    record EndlessLine() implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.endlessLine();
        }

        @Override
        public String words() {
            return "never ends the line";
        }
    }

    /** A SCRAM server's first message asks for so many rounds of hashing. */
    record ScramIterations(String count) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.challenge(text -> text.replaceFirst("^(r=.*,i=)[0-9]+", "$1" + count));
        }

        @Override
        public String words() {
            return "asks for " + count + " rounds of hashing";
        }
    }

    /** A SCRAM server's first message holds a nonce that does not extend the client's. */
    record ScramOtherNonce() implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.challenge(text -> text.replaceFirst("^r=[^,]*(,s=)", "r=recorded.earlier$1"));
        }

        @Override
        public String words() {
            return "does not extend the client's nonce";
        }
    }

    /** A SCRAM server's last message holds a signature that only looks like one. */
    record ScramWrongSignature() implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.challenge(text -> text.replaceFirst("^v=.{4}", "v=AAAA"));
        }

        @Override
        public String words() {
            return "signs without knowing the password";
        }
    }

    /** Plain text right behind the 220 of STARTTLS, as an attacker would put it there. */
    record InjectAfterStartTls(Octets octets) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.inject(octets);
        }

        @Override
        public String words() {
            return "sends plain text behind the reply to STARTTLS";
        }
    }

    /** Agrees to STARTTLS, then answers the client's handshake in plain text. */
    record PlainInsteadOfTls(Octets octets) implements Fault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.insteadOfTls(octets);
        }

        @Override
        public String words() {
            return "answers the TLS handshake in plain text";
        }
    }
}
