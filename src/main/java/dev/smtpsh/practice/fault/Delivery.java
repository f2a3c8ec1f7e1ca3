package dev.smtpsh.practice.fault;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A reply on its way out: faults spoil it, then it becomes acts. */
public final class Delivery {
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Act.Leave CLOSE = new Act.Leave(Act.Way.CLOSE);

    private Answer answer;
    private final List<Act> before = new ArrayList<>();
    private final List<Act> after = new ArrayList<>();
    private String lineEnd = "\r\n";
    private String continued = "-";
    private String last = " ";
    private Optional<ReplyCode> laterCode = Optional.empty();
    private Optional<Octets> instead = Optional.empty();
    private Optional<Octets> flood = Optional.empty();
    private Optional<Duration> pace = Optional.empty();
    private Optional<Act.Leave> leaving = Optional.empty();
    private Optional<Octets> insteadOfTls = Optional.empty();
    private Octets injected = Octets.EMPTY;
    private Optional<Octets> injectedLate = Optional.empty();
    private Optional<Duration> lineDelay = Optional.empty();
    private Optional<Boolean> held = Optional.empty();
    private int most = Integer.MAX_VALUE;
    private int first;
    private boolean withheld;
    private boolean handshake;

    public Delivery(Answer answer) {
        this.answer = answer;
    }

    /** A handshake follows the reply. */
    public void secure() {
        handshake = true;
    }

    /** The server closes after the reply, unless it leaves in another way already. */
    public void close() {
        leaving = leaving.or(() -> Optional.of(CLOSE));
    }

    void pause(Duration length) {
        before.add(new Act.Pause(length));
    }

    void drip(Duration between) {
        pace = Optional.of(between);
    }

    void lineEnd(String end) {
        lineEnd = end;
    }

    void separators(String more, String end) {
        continued = more;
        last = end;
    }

    void laterCode(ReplyCode code) {
        laterCode = Optional.of(code);
    }

    /** Changes what is said in the decoded text of a challenge; any other reply stays as it is. */
    void challenge(UnaryOperator<String> change) {
        if (!answer.code().intermediate()) {
            return;
        }
        try {
            byte[] octets = Base64.getDecoder().decode(answer.texts().get(0));
            String changed = change.apply(Octets.of(octets).latin1());
            String text =
                    Base64.getEncoder().encodeToString(Octets.latin1(changed).toByteArray());
            answer = new Answer(answer.code(), answer.status(), List.of(text));
        } catch (IllegalArgumentException e) {
            // No challenge, or one that a scenario has spoilt already.
        }
    }

    void instead(Octets octets) {
        instead = Optional.of(octets);
    }

    void cut(int octets) {
        most = octets;
    }

    void follow(Act act) {
        after.add(act);
    }

    void inject(Octets octets) {
        injected = octets;
    }

    void insteadOfTls(Octets octets) {
        insteadOfTls = Optional.of(octets);
    }

    void moreLines(int count) {
        List<String> texts = new ArrayList<>(answer.texts());
        String end = texts.remove(texts.size() - 1);
        for (int i = 1; i <= count; i++) {
            texts.add("X-EXTRA-" + i);
        }
        texts.add(end);
        answer = new Answer(answer.code(), answer.status(), texts);
    }

    void longLine(int octets) {
        List<String> texts = new ArrayList<>(answer.texts());
        String end = texts.remove(texts.size() - 1);
        texts.add(end + " " + "x".repeat(Math.max(0, octets - end.length() - 1)));
        answer = new Answer(answer.code(), answer.status(), texts);
    }

    void split(int octets) {
        first = octets;
    }

    void pauseBetweenLines(Duration length) {
        lineDelay = Optional.of(length);
    }

    void withhold() {
        withheld = true;
    }

    void hold(boolean behind) {
        held = Optional.of(behind);
    }

    void injectLate(Octets octets) {
        injectedLate = Optional.of(octets);
    }

    void leave(Act.Way way, boolean instead) {
        leaving = Optional.of(new Act.Leave(way));
        withheld = instead;
    }

    void endlessReply() {
        instead = Optional.of(Octets.EMPTY);
        flood = Optional.of(Octets.utf8(answer.code() + "-" + text(0) + "\r\n"));
    }

    void endlessLine() {
        instead = Optional.of(Octets.utf8(answer.code() + " " + text(0) + " "));
        flood = Optional.of(Octets.latin1("x".repeat(1024)));
    }

    /** What is to be done, in order. */
    public List<Act> acts() {
        List<Act> acts = new ArrayList<>(before);
        Octets octets = octets();
        if (withheld && most == Integer.MAX_VALUE) {
            octets = Octets.EMPTY;
        }
        boolean secures = handshake && leaving.isEmpty() && flood.isEmpty();
        if (secures && insteadOfTls.isEmpty() && injectedLate.isEmpty()) {
            acts.add(new Act.Handshake(octets.plus(injected)));
        } else if (!octets.isEmpty()) {
            send(octets, acts);
        }
        if (secures && injectedLate.isPresent()) {
            acts.add(new Act.Pause(A_MOMENT));
            acts.add(new Act.Send(injectedLate.get()));
            acts.add(new Act.Handshake(Octets.EMPTY));
        }
        if (secures && insteadOfTls.isPresent()) {
            // What the client then says is a handshake that nobody can read.
            acts.add(new Act.AwaitClient());
            acts.add(new Act.Send(insteadOfTls.get()));
            acts.add(new Act.Leave(Act.Way.STALL));
        }
        flood.ifPresent(unit -> acts.add(new Act.Flood(unit)));
        acts.addAll(after);
        leaving.ifPresent(acts::add);
        return List.copyOf(acts);
    }

    private void send(Octets octets, List<Act> acts) {
        if (pace.isPresent()) {
            acts.add(new Act.Drip(octets, pace.get()));
        } else if (held.isPresent()) {
            acts.add(new Act.Hold(octets, held.get()));
        } else if (lineDelay.isPresent()) {
            for (String line : octets.latin1().split("(?<=\n)")) {
                acts.add(new Act.Send(Octets.latin1(line)));
                acts.add(new Act.Pause(lineDelay.get()));
            }
            acts.remove(acts.size() - 1);
        } else if (first > 0 && first < octets.length()) {
            acts.add(new Act.Send(octets.slice(0, first)));
            acts.add(new Act.Pause(A_MOMENT));
            acts.add(new Act.Send(octets.slice(first)));
        } else {
            acts.add(new Act.Send(octets));
        }
    }

    private Octets octets() {
        Octets whole = instead.orElseGet(this::encoded);
        return whole.slice(0, Math.min(most, whole.length()));
    }

    private Octets encoded() {
        StringBuilder lines = new StringBuilder();
        int count = answer.texts().size();
        for (int i = 0; i < count; i++) {
            ReplyCode code = i == 0 ? answer.code() : laterCode.orElse(answer.code());
            lines.append(code)
                    .append(i == count - 1 ? last : continued)
                    .append(text(i))
                    .append(lineEnd);
        }
        return Octets.utf8(lines.toString());
    }

    private String text(int line) {
        return answer.status().map(status -> status + " ").orElse("")
                + answer.texts().get(line);
    }
}
