package dev.smtpsh.shell.word;

import dev.smtpsh.practice.scenario.reading.Entry;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.shell.talk.LocalWord;
import dev.smtpsh.shell.teach.Classroom;
import dev.smtpsh.smtp.Octets;
import java.time.Duration;
import java.util.Optional;

/** Lessons, and the clock of practice servers. */
final class Learning {
    private final Classroom classroom;

    Learning(Classroom classroom) {
        this.classroom = classroom;
    }

    Status learn(Desk desk, Octets argument) {
        String which = argument.text().trim();
        if (which.isEmpty()) {
            classroom.learn();
        } else if (which.equals("--list")) {
            classroom.list();
        } else if (which.equals("--placement")) {
            classroom.place();
        } else if (which.matches("[0-9]{1,3}")) {
            classroom.learn(Integer.parseInt(which));
        } else {
            desk.complain(
                    "learn does not know " + which, "It wants the number of a lesson", "learn --list lists them.");
        }
        return Status.GO_ON;
    }

    Status later(Desk desk, Octets argument) {
        Optional<Duration> by = Entry.duration(argument.text().trim());
        by.ifPresentOrElse(
                length -> later(desk, length),
                () -> desk.complain(
                        "later needs a length of time", "It moves the practice server's clock on", "later 10m"));
        return Status.GO_ON;
    }

    private void later(Desk desk, Duration by) {
        Optional<String> server = desk.current()
                .map(Conversation::target)
                .filter(target -> target instanceof TargetSpec.Practice)
                .map(target -> ((TargetSpec.Practice) target).scenario())
                .filter(name -> desk.connector().practice().later(name, by));
        server.ifPresentOrElse(
                name -> classroom.later(name, by),
                () -> desk.complain(
                        "there is no clock to move",
                        "Only a practice server of this smtpsh lets its clock be moved",
                        "Type open practice:greylist, or learn. At a teacher's server: NOOP later 10m"));
    }

    /** A word without an argument. */
    static LocalWord plain(Runnable work) {
        return (desk, argument) -> {
            work.run();
            return Status.GO_ON;
        };
    }
}
