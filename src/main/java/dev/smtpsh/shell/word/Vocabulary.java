package dev.smtpsh.shell.word;

import dev.smtpsh.shell.language.Word;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.probe.Probing;
import dev.smtpsh.shell.talk.LocalWord;
import dev.smtpsh.shell.teach.Classroom;
import dev.smtpsh.smtp.Octets;

/** What each local word does. */
public final class Vocabulary {
    private final Classroom classroom;
    private final Learning learning;
    private final Probing probing;

    public Vocabulary(Classroom classroom, Probing probing) {
        this.probing = probing;
        this.classroom = classroom;
        this.learning = new Learning(classroom);
    }

    public LocalWord of(Word word) {
        return switch (word) {
            case OPEN -> Connections::open;
            case RECONNECT -> Connections::reconnect;
            case CLOSE -> Connections::close;
            case DROP -> Endings::drop;
            case RESET -> Endings::reset;
            case HALF_CLOSE -> Endings::halfClose;
            case SESSIONS -> Connections::sessions;
            case USE -> Connections::use;
            case AUTH ->
                (desk, argument) -> {
                    desk.login(argument.text().trim());
                    return Status.GO_ON;
                };
            case TLS -> Looking::tls;
            case CAPS -> Looking::caps;
            case MX -> Lookups::mx;
            case PTR -> Lookups::ptr;
            case REPLIES -> Looking::replies;
            case TIMELINE -> Looking::timeline;
            case COMPARE -> Looking::compare;
            case WHY -> Explaining::why;
            case EXPLAIN -> Explaining::explain;
            case NEXT -> Explaining::next;
            case HELP -> Explaining::help;
            case WAIT -> Sending::await;
            case COMPOSE -> Sending::compose;
            case UNDO -> Sending::undo;
            case RAW -> Sending::raw;
            case CHUNK -> Chunking::chunk;
            case BYTES -> Sending::bytes;
            case EXPECT, ANY, CLOSED, TIMEOUT, NOTHING, LET ->
                (desk, argument) -> probing.take(Octets.utf8(word.label() + " ").plus(argument));
            case NOTE ->
                (desk, argument) -> {
                    desk.face().note(argument.text());
                    return Status.GO_ON;
                };
            case LEARN -> learning::learn;
            case LATER -> learning::later;
            case HINT -> Learning.plain(classroom::hint);
            case SOLUTION -> Learning.plain(classroom::solution);
            case RESTART -> Learning.plain(classroom::restart);
            case SKIP -> Learning.plain(classroom::skip);
            case GOAL -> Learning.plain(classroom::goal);
            case VERBOSITY -> Choosing::verbosity;
            case SET -> Choosing::set;
            case SAVE -> Saving::save;
            case EXIT -> (desk, argument) -> Status.LEAVE;
        };
    }
}
