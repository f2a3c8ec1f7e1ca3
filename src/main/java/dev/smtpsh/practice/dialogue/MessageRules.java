package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Answer;
import dev.smtpsh.practice.mail.Chunk;
import dev.smtpsh.practice.mail.Chunks;
import dev.smtpsh.practice.mail.Content;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** DATA and BDAT (RFC 5321 4.1.1.4, RFC 3030), and what is said when a message has come whole. */
final class MessageRules {
    private final Conversation talk;

    MessageRules(Conversation talk) {
        this.talk = talk;
    }

    Ruling data(Asked asked) {
        Optional<Answer> objection = nobody().or(this::onlyByChunks)
                .or(() -> asked.argument().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Answer.of(501, "5.5.4", asked.word() + " takes nothing after it")));
        return objection
                .map(answer -> Ruling.objection(answer, talk::readText))
                .orElseGet(() -> Ruling.answer(Answer.plain(354, "End data with <CR><LF>.<CR><LF>"), talk::readText));
    }

    /** The chunk that a command announces; empty if it announces none, or chunks are not offered. */
    Optional<Chunk> announced(Asked asked) {
        boolean chunked = asked.verb().filter(verb -> verb == Verb.BDAT).isPresent() && talk.may(Extension.CHUNKING);
        return chunked ? Chunk.read(asked.argument()) : Optional.empty();
    }

    /** BDAT; the answer is for the time when its chunk has come. */
    Ruling bdat(Asked asked) {
        if (!talk.may(Extension.CHUNKING)) {
            return Ruling.objection(Answer.of(502, "5.5.1", "BDAT is not implemented"));
        }
        Optional<Chunk> chunk = announced(asked);
        if (chunk.isEmpty()) {
            return Ruling.objection(Answer.of(501, "5.5.4", "BDAT wants a number of octets, and LAST if no more come"));
        }
        return nobody().or(this::lost).map(Ruling::objection).orElseGet(() -> taken(chunk.get()));
    }

    /** A message has come whole. */
    Ruling arrived(Content content, int longLine, String id, Runnable store) {
        if (content.tooBig()) {
            return tooBig();
        }
        if (longLine > 0) {
            String text =
                    "Line " + longLine + " is longer than " + talk.limits().textLine() + " octets";
            return Ruling.objection(Answer.of(500, "5.6.0", text));
        }
        return Ruling.answer(Answer.of(250, "2.0.0", "Message taken, id " + id), store);
    }

    StoredMessage stored(String id, List<StoredMessage.Recipient> recipients, Octets content, Instant at) {
        Transaction mail = talk.transaction().orElseThrow();
        return new StoredMessage(
                id,
                talk.name(),
                talk.user(),
                talk.secured(),
                mail.reversePath(),
                mail.parameters(),
                recipients,
                content,
                at);
    }

    /** A chunk so big that it is not even read and thrown away. */
    Ruling unreadable() {
        String text = "Chunk too big: at most " + talk.limits().chunk() + " octets are read";
        return Ruling.objection(Answer.of(552, "5.3.4", text));
    }

    Ruling tooBig() {
        return Ruling.objection(Answer.of(552, "5.3.4", "Message too big: at most " + talk.largest() + " octets"));
    }

    private Ruling taken(Chunk chunk) {
        return Ruling.answer(
                Answer.of(250, "2.0.0", chunk.size() + " octets taken"),
                () -> talk.chunks().ifPresent(Chunks::goOn));
    }

    private Optional<Answer> nobody() {
        if (talk.transaction().isEmpty()) {
            return Optional.of(Answer.of(503, "5.5.1", "Send MAIL first"));
        }
        // RFC 5321 3.3: 503 or 554 where no recipient was accepted. RFC 2033 4.2, 4.3: 503.
        return talk.transaction().get().recipients().isEmpty()
                ? Optional.of(Answer.of(talk.lmtp() ? 503 : 554, "5.5.1", "No valid recipients"))
                : Optional.empty();
    }

    // RFC 3030 2, 3.
    private Optional<Answer> onlyByChunks() {
        if (talk.transaction().orElseThrow().binary()) {
            return Optional.of(Answer.of(503, "5.5.1", "BODY=BINARYMIME goes by BDAT, not by DATA"));
        }
        return talk.chunks().map(begun -> Answer.of(503, "5.5.1", "DATA cannot follow BDAT; RSET begins anew"));
    }

    private Optional<Answer> lost() {
        return talk.chunks()
                .filter(Chunks::failed)
                .map(chunks -> Answer.of(503, "5.5.1", "A chunk was refused; RSET begins anew"));
    }
}
