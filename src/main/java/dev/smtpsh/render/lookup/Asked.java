package dev.smtpsh.render.lookup;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.Evidence;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.text.Sheet;

/** What all look-ups say alike: who was asked, and why there is no answer. */
final class Asked {
    private static final int LONGEST = 300;

    private Asked() {}

    /** Who answered and how fast, to follow other words; empty text if nobody did. */
    static String by(Answer answer) {
        Evidence evidence = answer.evidence();
        if (evidence.server().isEmpty() || answer instanceof Answer.Failed) {
            return "";
        }
        String tcp = evidence.tcp() ? " over TCP" : "";
        return ", by " + evidence.server() + tcp + " in " + Words.milliseconds(evidence.took()) + " ms";
    }

    static void trouble(Sheet sheet, Answer.Failed failed) {
        String why = failed.why().isEmpty() ? "" : failed.why() + "; ";
        sheet.entry(
                "Why", Words.sentence(Words.bounded(why + lower(failed.trouble().why()), LONGEST)));
        sheet.advice(
                "Fix",
                switch (failed.trouble()) {
                    case SERVFAIL -> "Try again later; a sender would. Or ask another server with --resolver.";
                    case REFUSED, REFERRAL, OTHER_CODE -> "Ask a server that looks up names for you, with --resolver.";
                    case TIMEOUT, NETWORK, NO_SERVER ->
                        "Check the network and /etc/resolv.conf, or name a server with --resolver.";
                    case MALFORMED -> "Ask another server with --resolver.";
                    case ALIAS_LOOP -> "The owner of the names must mend their CNAME records.";
                });
    }

    static void fields(Drawing drawing, StyledText.Builder out, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            out.add(Intent.PLAIN, drawing.visible(fields[i]));
            if (i < fields.length - 1) {
                out.tab();
            }
        }
        out.endLine();
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
