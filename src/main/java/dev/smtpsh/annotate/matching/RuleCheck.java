package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.annotate.knowledge.RuleFiles.Example;
import dev.smtpsh.annotate.knowledge.RuleFiles.Written;
import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.smtp.reply.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds rules to what their examples and near-misses promise. */
public final class RuleCheck {
    private final Annotator annotator;

    /** @param annotator knows the rules that are checked, and those they compete with */
    public RuleCheck(Annotator annotator) {
        this.annotator = annotator;
    }

    /** A complaint for each example another rule explains better, and each near-miss that is hit. */
    public List<Complaint> violations(List<Written> rules) {
        List<Complaint> violations = new ArrayList<>();
        Set<String> attributed = new HashSet<>();
        for (Written written : rules) {
            if (written.rule().says().attributed()) {
                attributed.add(written.rule().id());
            }
        }
        for (Written written : rules) {
            String id = written.rule().id();
            for (Example example : written.examples()) {
                List<String> found = new ArrayList<>(found(example));
                // A generic rule may be outdone by one that knows whose words these are.
                if (!attributed.contains(id)) {
                    found.removeAll(attributed);
                }
                if (found.isEmpty() || !found.get(0).equals(id)) {
                    violations.add(new Complaint(
                            example.place(),
                            "`" + id + "` is not the best match for \"" + example.reply() + "\"",
                            "the best are " + found.subList(0, Math.min(3, found.size()))));
                }
            }
            for (Example example : written.nearMisses()) {
                if (found(example).contains(id)) {
                    violations.add(new Complaint(
                            example.place(),
                            "`" + id + "` matches its near-miss \"" + example.reply() + "\"",
                            "make its conditions narrower"));
                }
            }
        }
        return violations;
    }

    private List<String> found(Example example) {
        ReplySymptom symptom = new ReplySymptom(
                Reply.of(example.reply()),
                example.stage(),
                Circumstances.stated(example.session()),
                example.provider(),
                example.software());
        return annotator.annotate(symptom).stream().map(Annotation::rule).toList();
    }
}
