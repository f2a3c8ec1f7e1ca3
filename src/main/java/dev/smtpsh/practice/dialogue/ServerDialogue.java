package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Act;
import dev.smtpsh.practice.fault.Answer;
import dev.smtpsh.practice.fault.Delivery;
import dev.smtpsh.practice.fault.Fault;
import dev.smtpsh.practice.mail.Chunk;
import dev.smtpsh.practice.mail.Chunks;
import dev.smtpsh.practice.mail.Content;
import dev.smtpsh.practice.mail.DottedText;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.Moment;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ScriptedReply;
import dev.smtpsh.practice.scenario.Turn;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Sensitivity;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A conversation as the server leads it: what the client does comes in, what the server does comes out. */
public final class ServerDialogue {
    /** A BDAT whose chunk is still to come. */
    private record Pending(String argument, Chunk chunk, Ruling ruling, Optional<Turn> turn) {}

    private final Conversation talk;
    private final Surroundings around;
    private final CommandRules rules;
    private final LineRules lines;
    private final Turns turns;
    private Optional<Pending> pending = Optional.empty();
    private int mistakes;
    private boolean idled;
    private boolean authLast;

    public ServerDialogue(Scenario scenario, DialogueLimits limits, Surroundings around) {
        this.talk = new Conversation(scenario, limits);
        this.around = around;
        this.rules = new CommandRules(talk, around);
        this.lines = new LineRules(limits);
        this.turns = new Turns(scenario, around);
    }

    /** The client has connected. */
    public List<Act> opened() {
        if (!talk.scenario().rules().tlsFirst()) {
            return greeting();
        }
        talk.secure();
        return Stream.concat(Stream.of(new Act.Handshake(Octets.EMPTY)), greeting().stream())
                .toList();
    }

    private List<Act> greeting() {
        return judge(
                Moment.CONNECT, Ruling.answer(talk.scenario().greeting().answer(values("", "")), () -> {}), "", "");
    }

    /**
     * A line came.
     *
     * @param line with its line end
     * @param cut whether it was longer than can be held
     */
    public List<Act> line(Octets line, boolean cut) {
        idled = false;
        if (talk.text().isPresent()) {
            DottedText text = talk.text().get();
            return text.ends(line, cut) ? ended(text) : turns.speak(Moment.CONTENT) ? interrupted() : List.of();
        }
        return talk.login().isPresent() ? loginAnswer(line, cut) : command(line, cut);
    }

    /** How many octets come next that are no line: what is left of a chunk (RFC 3030). */
    public long awaited() {
        return talk.chunks().map(Chunks::awaited).orElse(0L);
    }

    /** Some of the {@link #awaited()} octets came. */
    public List<Act> octets(Octets piece) {
        idled = false;
        talk.chunks().orElseThrow().take(piece);
        return awaited() == 0 ? pending.map(this::came).orElse(List.of()) : List.of();
    }

    /** TLS is on. */
    public void secured() {
        talk.secure();
    }

    /** How long to wait for the next line before {@link #idle()}. */
    public Duration patience() {
        Duration most = talk.limits().idle();
        return idled
                ? most
                : turns.nextIdle().filter(time -> time.compareTo(most) < 0).orElse(most);
    }

    /** The client has been quiet for the length of {@link #patience()}. */
    public List<Act> idle() {
        if (!idled && turns.nextIdle().isPresent()) {
            idled = true;
            Optional<Turn> turn = turns.choose(Moment.IDLE, facts("", "", false));
            if (turn.flatMap(Turn::reply).isPresent()) {
                return deliver(turn, turn.get().reply().get().answer(values("", "")));
            }
        }
        talk.close();
        return deliver(Optional.empty(), Answer.of(421, "4.4.2", talk.scenario().host() + " Timeout, closing"));
    }

    /** The connection has lasted too long. */
    public List<Act> over() {
        talk.close();
        return deliver(Optional.empty(), Answer.of(421, "4.3.2", talk.scenario().host() + " Too long, closing"));
    }

    /** How much of the line that comes now may be written down. */
    public Sensitivity sensitivity(Octets line) {
        if (talk.text().isPresent()) {
            return Sensitivity.PLAIN;
        }
        Asked asked = Asked.read(line);
        // A client that does not wait for 334 may send its answers after a refusal.
        boolean answer = talk.login().isPresent() || (authLast && asked.verb().isEmpty());
        return answer ? Sensitivity.SECRET : asked.line().sensitivity();
    }

    private List<Act> ended(DottedText text) {
        List<Act> acts = message(text.content(), text.longLine());
        return text.rest().isEmpty()
                ? acts
                : Stream.concat(acts.stream(), line(text.rest(), false).stream())
                        .toList();
    }

    // In the middle of a message a server says nothing, unless a turn does.
    private List<Act> interrupted() {
        Optional<Turn> turn = turns.choose(Moment.CONTENT, facts("", "", false));
        return turn.isEmpty()
                ? List.of()
                : deliver(turn, turn.get().reply().orElseThrow().answer(values("", "")));
    }

    private List<Act> command(Octets line, boolean cut) {
        Asked asked = Asked.read(line);
        Optional<Answer> unreadable = lines.objection(asked, line, cut);
        Optional<Chunk> chunk =
                unreadable.isPresent() ? Optional.empty() : rules.messages().announced(asked);
        if (chunk.isPresent()) {
            return announced(asked, chunk.get());
        }
        Ruling ruling = unreadable.map(Ruling::objection).orElseGet(() -> rules.rule(asked));
        boolean pathed = asked.verb()
                .filter(verb -> verb == Verb.MAIL || verb == Verb.RCPT)
                .isPresent();
        String path = pathed ? EnvelopeRules.path(Envelope.read(asked.line())) : "";
        Moment moment = Moment.of(asked.verb());
        authLast = moment == Moment.AUTH || (authLast && asked.verb().isEmpty());
        return judge(moment, ruling, path, moment == Moment.AUTH ? "" : asked.argument());
    }

    private List<Act> loginAnswer(Octets line, boolean cut) {
        boolean tooLong = cut || line.length() > talk.limits().loginLine();
        if (tooLong) {
            talk.endLogin();
        }
        Ruling ruling = tooLong
                ? Ruling.objection(Answer.of(500, "5.5.6", "Line too long"))
                : rules.logins().answer(line.withoutLineEnd().latin1());
        return judge(Moment.LOGIN, ruling, "", "");
    }

    // The command is answered when its chunk has come, and that is read whatever will be said (RFC 3030 2).
    private List<Act> announced(Asked asked, Chunk chunk) {
        if (chunk.size() > talk.limits().chunk()) {
            talk.close();
            return judge(Moment.BDAT, rules.messages().unreadable(), "", asked.argument());
        }
        Ruling ruling = rules.rule(asked);
        Turns.Facts facts = facts("", asked.argument(), ruling.objection());
        Optional<Turn> turn = turns.choose(Moment.BDAT, facts);
        Chunks chunks = talk.readChunk(chunk.size());
        if (ruling.objection()) {
            chunks.fail();
        }
        if (turn.isPresent() && turn.get().faults().stream().anyMatch(Fault::early)) {
            chunks.fail();
            return decide(turn, Moment.BDAT, ruling, facts);
        }
        pending = Optional.of(new Pending(asked.argument(), chunk, ruling, turn));
        return chunk.size() == 0 ? came(pending.get()) : List.of();
    }

    private List<Act> came(Pending bdat) {
        Chunks chunks = talk.chunks().orElseThrow();
        pending = Optional.empty();
        boolean whole = bdat.chunk().last() && !bdat.ruling().objection();
        if (whole && bdat.turn().isEmpty()) {
            return message(chunks.content(), 0);
        }
        boolean over = chunks.content().tooBig() && !bdat.ruling().objection();
        Ruling ruling = over ? rules.messages().tooBig() : bdat.ruling();
        chunks.fail();
        List<Act> acts = decide(bdat.turn(), Moment.BDAT, ruling, facts("", bdat.argument(), ruling.objection()));
        if (bdat.chunk().last()) {
            talk.reset();
        }
        return acts;
    }

    private List<Act> message(Content content, int longLine) {
        Optional<Transaction> mail = talk.transaction();
        String id = around.nextId();
        List<StoredMessage.Recipient> recipients =
                mail.map(Transaction::recipients).orElse(List.of());
        List<StoredMessage.Recipient> taken = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        if (talk.lmtp() && !recipients.isEmpty()) {
            // RFC 2033 4.2: a reply for each recipient that was accepted, in their order.
            for (StoredMessage.Recipient recipient : recipients) {
                Ruling ruling = rules.messages().arrived(content, longLine, id, () -> taken.add(recipient));
                acts.addAll(judge(Moment.MESSAGE, ruling, recipient.path(), ""));
            }
        } else {
            Ruling ruling = rules.messages().arrived(content, longLine, id, () -> taken.addAll(recipients));
            acts.addAll(judge(Moment.MESSAGE, ruling, "", ""));
        }
        if (!taken.isEmpty()) {
            around.stored(rules.messages().stored(id, taken, content.octets(), around.now()));
        }
        // RFC 5321 4.1.1.4: the buffers are cleared whatever the reply.
        talk.reset();
        return List.copyOf(acts);
    }

    private List<Act> judge(Moment moment, Ruling ruling, String path, String argument) {
        Turns.Facts facts = facts(path, argument, ruling.objection());
        return decide(turn(moment, ruling, facts), moment, ruling, facts);
    }

    private List<Act> decide(Optional<Turn> turn, Moment moment, Ruling ruling, Turns.Facts facts) {
        Optional<ScriptedReply> scripted = turn.flatMap(Turn::reply);
        Answer answer = scripted.map(reply -> reply.answer(values(facts.path(), facts.argument())))
                .orElse(ruling.answer());
        if (answer.positive()) {
            boolean asks = answer.code().intermediate();
            boolean wouldAsk = ruling.answer().code().intermediate();
            boolean login = moment == Moment.AUTH || moment == Moment.LOGIN;
            if (login && asks && !wouldAsk) {
                ruling.asking().run();
            } else if (asks || !wouldAsk) {
                // "Done" in place of "go on" begins nothing.
                ruling.effect().run();
            }
        } else if (moment == Moment.CONNECT) {
            talk.refuse();
        } else if (++mistakes > talk.limits().mistakes()) {
            talk.close();
            answer = Answer.of(421, "4.7.0", talk.scenario().host() + " Too many errors, closing");
        }
        turns.replied(moment, facts, answer.code());
        return deliver(turn, answer);
    }

    // An AUTH line may bring the verdict with it, or lead to a challenge.
    private Optional<Turn> turn(Moment moment, Ruling ruling, Turns.Facts facts) {
        boolean asks = ruling.answer().code().intermediate();
        Moment after = asks ? Moment.CHALLENGE : Moment.LOGIN;
        if (moment != Moment.AUTH) {
            return turns.choose(moment == Moment.LOGIN ? after : moment, facts);
        }
        Optional<Turn> turn = turns.choose(moment, facts);
        return turn.isEmpty() && !ruling.objection() ? turns.choose(after, facts) : turn;
    }

    private List<Act> deliver(Optional<Turn> turn, Answer answer) {
        boolean coded = talk.offers().has(Extension.ENHANCEDSTATUSCODES, talk.secured());
        Delivery delivery = new Delivery(coded ? answer : answer.withoutStatus());
        if (talk.takeHandshake()) {
            delivery.secure();
        }
        for (Fault fault : turn.map(Turn::faults).orElse(List.of())) {
            fault.spoil(delivery);
            around.misbehaved(fault);
        }
        if (talk.closing()) {
            delivery.close();
        }
        return delivery.acts();
    }

    private Turns.Facts facts(String path, String argument, boolean objection) {
        String reversePath = talk.transaction().map(Transaction::reversePath).orElse("");
        return new Turns.Facts(
                path,
                argument,
                talk.secured(),
                talk.user().isPresent(),
                objection,
                () -> Duration.between(around.firstSeen(around.client(), reversePath, path), around.now()));
    }

    private Map<String, String> values(String path, String argument) {
        return Map.of(
                "host", talk.scenario().host(),
                "client", around.client(),
                "name", talk.name(),
                "path", path,
                "argument", argument,
                "user", talk.user().orElse(""));
    }
}
