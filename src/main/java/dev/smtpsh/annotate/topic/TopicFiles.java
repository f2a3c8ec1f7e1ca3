package dev.smtpsh.annotate.topic;

import dev.smtpsh.annotate.Topic;
import dev.smtpsh.datafile.Complaint;
import java.util.List;

/**
 * What was read from topic files.
 *
 * @param topics in the order of the files; a topic with complaints is left out
 */
public record TopicFiles(List<Topic> topics, List<Complaint> complaints) {
    public TopicFiles {
        topics = List.copyOf(topics);
        complaints = List.copyOf(complaints);
    }
}
