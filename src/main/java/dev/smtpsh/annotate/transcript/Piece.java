package dev.smtpsh.annotate.transcript;

import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Optional;

/** What a transcript consists of. */
public sealed interface Piece {
    /** The lines as they stood in the file. */
    List<Octets> lines();

    /** A line that is no reply: a command, or a remark of the tool. */
    record Passage(List<Octets> lines) implements Piece {
        public Passage {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A whole reply.
     *
     * @param said what the server said, without the tool's marks, lines joined by a line feed
     * @param symptom the reply with what the transcript shows of the conversation around it
     * @param place where in the transcript it stands, for people
     */
    record Answer(List<Octets> lines, String said, ReplySymptom symptom, String place) implements Piece {
        public Answer {
            lines = List.copyOf(lines);
        }

        public Reply reply() {
            return symptom.reply();
        }

        /** The moment it came in, where what was before it tells. */
        public Optional<Stage> stage() {
            return symptom.stage();
        }

        /** Whether the conversation around it is known. */
        public boolean inContext() {
            return symptom.around() != Circumstances.NONE;
        }
    }
}
