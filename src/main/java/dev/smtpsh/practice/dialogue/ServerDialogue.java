package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Act;
import dev.smtpsh.practice.fault.Answer;
import dev.smtpsh.practice.fault.Delivery;
import dev.smtpsh.practice.fault.Fault;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A conversation as the server leads it: what the client does comes in, what the server does comes out. */
public final class ServerDialogue {
    private final Conversation talk;
    private final Surroundings around;
    private final CommandRules rules;
    private final Turns turns;
    private int mistakes;
    private boolean idled;
    private boolean authLast;

    public ServerDialogue(Scenario scenario, DialogueLimits limits, Surroundings around) {
        this.talk = new Conversation(scenario, limits);
        this.around = around;
        this.rules = new CommandRules(talk, around);
        this.turns = new Turns(scenario.turns(), around);
    }

    /** The client has connected. */
    public List<Act> opened() {
        Answer greeting = talk.scenario().greeting().answer(values("", ""));
        return judge(Moment.CONNECT, Ruling.answer(greeting, () -> {}), "", "");
    }

    /**
     * A line came.
     *
     * @param line with its line end
     * @param cut whether it was longer than can be held
     */
    public List<Act> line(Octets line, boolean cut) {
        idled = false;
        if (talk.content().isPresent()) {
            return talk.content().get().ends(line, cut) ? message(talk.content().get()) : List.of();
        }
        return talk.login().isPresent() ? loginAnswer(line, cut) : command(line, cut);
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

    /** How much of the line that comes now may be written down. */
    public Sensitivity sensitivity(Octets line) {
        if (talk.content().isPresent()) {
            return Sensitivity.PLAIN;
        }
        Asked asked = Asked.read(line);
        // A client that does not wait for 334 may send its answers after a refusal.
        boolean answer = talk.login().isPresent() || (authLast && asked.verb().isEmpty());
        return answer ? Sensitivity.SECRET : asked.line().sensitivity();
    }

    private List<Act> command(Octets line, boolean cut) {
        Asked asked = Asked.read(line);
        Optional<Answer> unreadable = unreadable(asked, line, cut);
        Ruling ruling = unreadable.map(Ruling::objection).orElseGet(() -> rules.rule(asked));
        boolean pathed = asked.verb()
                .filter(verb -> verb == Verb.MAIL || verb == Verb.RCPT)
                .isPresent();
        String path = pathed ? EnvelopeRules.path(Envelope.read(asked.line())) : "";
        Moment moment = Moment.of(asked.verb());
        authLast = moment == Moment.AUTH || (authLast && asked.verb().isEmpty());
        return judge(moment, ruling, path, moment == Moment.AUTH ? "" : asked.argument());
    }

    private Optional<Answer> unreadable(Asked asked, Octets line, boolean cut) {
        boolean login = asked.verb().filter(verb -> verb == Verb.AUTH).isPresent();
        boolean envelope = asked.verb()
                .filter(verb -> verb == Verb.MAIL || verb == Verb.RCPT)
                .isPresent();
        int most = login
                ? talk.limits().loginLine()
                : envelope ? talk.limits().envelopeLine() : talk.limits().commandLine();
        if (cut || line.length() > most) {
            return Optional.of(Answer.of(500, login ? "5.5.6" : "5.5.2", "Line too long"));
        }
        return endsWell(line)
                ? clean(line)
                : Optional.of(Answer.of(500, "5.5.2", "Lines end with CR LF, not otherwise"));
    }

    private static Optional<Answer> clean(Octets line) {
        boolean dirty = line.withoutLineEnd().text().chars().anyMatch(c -> Character.isISOControl(c) && c != '\t');
        return dirty ? Optional.of(Answer.of(500, "5.5.2", "Control characters in a command")) : Optional.empty();
    }

    // RFC 5321 2.3.8: CR and LF only together, and only they end a line.
    private static boolean endsWell(Octets line) {
        int end = line.length();
        return end >= 2 && line.at(end - 2) == '\r' && line.at(end - 1) == '\n';
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

    private List<Act> message(Content content) {
        Optional<Transaction> mail = talk.transaction();
        String id = around.nextId();
        Runnable store = () -> mail.ifPresent(open -> around.stored(stored(id, open, content.octets())));
        Ruling ruling = Ruling.answer(Answer.of(250, "2.0.0", "Message taken, id " + id), store);
        if (content.tooBig()) {
            String text = "Message too big: at most " + talk.largest() + " octets";
            ruling = Ruling.objection(Answer.of(552, "5.3.4", text));
        } else if (content.longLine() > 0) {
            String text = "Line " + content.longLine() + " is longer than "
                    + talk.limits().textLine() + " octets";
            ruling = Ruling.objection(Answer.of(500, "5.6.0", text));
        }
        List<Act> acts = judge(Moment.MESSAGE, ruling, "", "");
        // RFC 5321 4.1.1.4: the buffers are cleared whatever the reply.
        talk.reset();
        return acts;
    }

    private StoredMessage stored(String id, Transaction mail, Octets content) {
        return new StoredMessage(
                id,
                talk.name(),
                talk.user(),
                talk.secured(),
                mail.reversePath(),
                mail.parameters(),
                mail.recipients(),
                content,
                around.now());
    }

    private List<Act> judge(Moment moment, Ruling ruling, String path, String argument) {
        Optional<Turn> turn = turn(moment, ruling, facts(path, argument, ruling.objection()));
        Optional<ScriptedReply> scripted = turn.flatMap(Turn::reply);
        Answer answer =
                scripted.map(reply -> reply.answer(values(path, argument))).orElse(ruling.answer());
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
