package dev.smtpsh.annotate;

import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Map;

/** Explains symptoms. Safe to share between threads. */
public interface Annotator {
    /** What the symptom means: at least one annotation, the most specific first. */
    List<Annotation> annotate(Symptom symptom);

    /** The first of {@link #annotate}, sooner. */
    Annotation best(Symptom symptom);

    /** What a reply means best at each moment at which it is not the same as where the moment is not known. */
    Map<Stage, Annotation> moments(Reply reply);

    /** Whether something is known about exactly this reply code, not only about its class. */
    boolean knows(ReplyCode code);

    /** Whether something is known about exactly this enhanced status code, whatever its class. */
    boolean knows(EnhancedStatus status);
}
