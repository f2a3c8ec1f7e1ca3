package dev.smtpsh.annotate;

import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Optional;

/** What can be said about something that was typed or pasted: a code, a reply, or words of one. */
public sealed interface Explanation {
    /** As given, without white space around it. */
    String input();

    /**
     * It was understood.
     *
     * @param code the reply code, if there is one
     * @param status the enhanced status code, if there is one
     * @param annotations the most specific first, never empty
     * @param stages only for a reply code alone: what it means at the moments where it means something of its own; these
     *     are not repeated among {@code annotations}
     * @param digits the code, and then the enhanced status code, taken apart
     * @param defined whether smtpsh knows anything about exactly this code; false means that only its digits speak. For
     *     words without any code: whether a rule knows them
     */
    record Explained(
            String input,
            Optional<ReplyCode> code,
            Optional<EnhancedStatus> status,
            List<Annotation> annotations,
            List<AtStage> stages,
            List<Digit> digits,
            boolean defined)
            implements Explanation {
        public Explained {
            annotations = List.copyOf(annotations);
            stages = List.copyOf(stages);
            digits = List.copyOf(digits);
        }
    }

    /**
     * It was not understood.
     *
     * @param why what is wrong with it, a sentence
     * @param mend how to ask instead, a sentence
     */
    record NotUnderstood(String input, String why, String mend) implements Explanation {}

    /**
     * A word of SMTP: a verb, a keyword of an EHLO reply, or both.
     *
     * @param meanings at least one
     */
    record Term(String input, List<Definition> meanings) implements Explanation {
        public Term {
            meanings = List.copyOf(meanings);
        }
    }

    /**
     * A topic, which may be a word of SMTP too.
     *
     * @param meanings the word's, if it is one
     */
    record Subject(String input, List<Definition> meanings, Topic topic) implements Explanation {
        public Subject {
            meanings = List.copyOf(meanings);
        }
    }

    /** What topics there are, by group. */
    record Listing(String input, List<Topic> topics) implements Explanation {
        public Listing {
            topics = List.copyOf(topics);
        }
    }

    /**
     * One meaning of a word.
     *
     * @param form how it is written, such as {@code MAIL FROM:<reverse-path> [parameters]}
     * @param purpose what it is for, half a sentence
     * @param source where it is defined
     */
    record Definition(String form, String purpose, String source) {}

    /** What a code means at one moment. */
    record AtStage(Stage stage, Annotation annotation) {}

    /**
     * A part of a code.
     *
     * @param part such as {@code 5yz}, {@code x5z}, {@code xy0}; or {@code 5.x.x}, {@code x.7.x}, {@code x.7.1}
     * @param meaning what it means in every code, half a sentence
     */
    record Digit(String part, String meaning) {}
}
