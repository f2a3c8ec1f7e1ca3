package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.practice.dialogue.DialogueLimits;
import dev.smtpsh.practice.dialogue.ServerDialogue;
import dev.smtpsh.practice.dialogue.Surroundings;
import dev.smtpsh.practice.fault.Act;
import dev.smtpsh.practice.fault.Fault;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.Moment;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.smtp.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Plays a transcript. Each line is one of
 *
 * <pre>
 * C: text      the client sends text and CRLF
 * C| text      the client sends exactly this; \r \n \t \0 \xNN \\ and {"a" * 600} are understood
 * S: text      the server sends text and CRLF
 * S| text      the server sends exactly this
 * M| text      the next message the server took, its octets
 * !act         the server does that: close, drop, reset, stall, pause 20s, handshake, await client, flood
 * ?idle        the client is quiet for as long as the server waits
 * ?later 5m    the practice clock moves on
 * # ...        a remark
 * </pre>
 *
 * What the server sends is compared octet by octet, and nothing may be left over.
 */
final class TranscriptPlayer implements Surroundings {
    private final String file;
    private final PracticeClock clock = new PracticeClock(() -> Instant.parse("2026-11-23T12:00:00Z"));
    private final Map<String, Instant> seen = new HashMap<>();
    private final List<Map.Entry<Moment, Instant>> moments = new ArrayList<>();
    private final Deque<StoredMessage> messages = new ArrayDeque<>();
    private final Deque<String> done = new ArrayDeque<>();
    private final ServerDialogue dialogue;
    private String sent = "";
    private int ids;

    TranscriptPlayer(Scenario scenario, String file) {
        this.file = file;
        this.dialogue = new ServerDialogue(scenario, DialogueLimits.DEFAULT, this);
    }

    void play(List<String> lines) {
        take(dialogue.opened());
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                step(line, file + ":" + (i + 1));
            }
        }
        assertEquals(0, messages.size(), file + ": stored, and not in the transcript");
        assertEquals("", sent, file + ": sent, and not in the transcript");
        assertEquals(List.of(), List.copyOf(done), file + ": done, and not in the transcript");
    }

    private void step(String line, String where) {
        String rest = line.length() > 3 ? line.substring(3) : "";
        switch (line.substring(0, Math.min(2, line.length()))) {
            case "C:" -> client(Octets.utf8(rest + "\r\n"), where);
            case "C|" -> client(Octets.latin1(unescaped(rest)), where);
            case "S:" -> server(Octets.utf8(rest + "\r\n").latin1(), where);
            case "S|" -> server(unescaped(rest), where);
            case "M|" ->
                assertEquals(unescaped(rest), messages.remove().content().latin1(), where);
            case "?i" -> take(quiet(where));
            case "?l" -> clock.later(Duration.parse("PT" + line.substring("?later ".length())));
            default -> assertEquals(line, done.isEmpty() ? "nothing" : done.remove(), where);
        }
    }

    private void client(Octets octets, String where) {
        nothingLeft(where);
        // Lines as a link would hand them over: up to LF.
        int from = 0;
        for (int i = 0; i < octets.length(); i++) {
            if (dialogue.awaited() > 0) {
                take(dialogue.octets(octets.slice(i, i + 1)));
                from = i + 1;
            } else if (octets.at(i) == '\n') {
                take(dialogue.line(octets.slice(from, i + 1), false));
                from = i + 1;
            }
        }
        assertEquals(octets.length(), from, where + ": a line without LF never reaches the dialogue");
    }

    private List<Act> quiet(String where) {
        nothingLeft(where);
        return dialogue.idle();
    }

    private void nothingLeft(String where) {
        assertEquals("", sent, where + ": sent before, and not in the transcript");
    }

    private void server(String expected, String where) {
        int length = Math.min(expected.length(), sent.length());
        assertEquals(expected, sent.substring(0, length), where + ", of " + sent);
        sent = sent.substring(length);
    }

    private void take(List<Act> acts) {
        for (Act act : acts) {
            if (act instanceof Act.Send send) {
                sent += send.octets().latin1();
            } else if (act instanceof Act.Drip drip) {
                sent += drip.octets().latin1();
                done.add("!drip " + drip.pace().toString().substring(2).toLowerCase(Locale.ROOT));
            } else if (act instanceof Act.Pause pause) {
                done.add("!pause " + pause.length().toString().substring(2).toLowerCase(Locale.ROOT));
            } else if (act instanceof Act.Handshake handshake) {
                sent += handshake.lastPlain().latin1();
                done.add("!handshake");
                dialogue.secured();
            } else if (act instanceof Act.Leave leave) {
                done.add("!" + leave.way().name().toLowerCase(Locale.ROOT));
            } else if (act instanceof Act.Flood flood) {
                done.add("!flood " + shortened(flood.unit().latin1().strip()));
            } else {
                done.add("!await client");
            }
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(20, text.length()));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' && text.startsWith("{\"", i)) {
                int close = text.indexOf('}', i);
                String[] parts = text.substring(i + 2, close).split("\" \\* ");
                plain.append(parts[0].repeat(Integer.parseInt(parts[1])));
                i = close;
            } else if (c != '\\') {
                plain.append(c);
            } else if (text.charAt(++i) == 'x') {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                plain.append("\r\n\t\0\\".charAt("rnt0\\".indexOf(text.charAt(i))));
            }
        }
        return plain.toString();
    }

    @Override
    public void greeted(String name) {}

    @Override
    public void later(Duration by) {
        clock.later(by);
        done.add("!later " + by.toString().substring(2).toLowerCase(Locale.ROOT));
    }

    @Override
    public void reached(int task) {
        done.add("!reached " + (task + 1));
    }

    @Override
    public String client() {
        return "127.0.0.1";
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public Instant firstSeen(String client, String reversePath, String forwardPath) {
        return seen.computeIfAbsent(client + " " + reversePath + " " + forwardPath, unknown -> clock.now());
    }

    @Override
    public void noteFrequency(Moment moment) {
        moments.add(Map.entry(moment, clock.now()));
    }

    @Override
    public int frequency(Moment moment, Duration within) {
        return (int) moments.stream()
                .filter(one -> one.getKey() == moment
                        && one.getValue().isAfter(clock.now().minus(within)))
                .count();
    }

    @Override
    public int connections() {
        return 1;
    }

    @Override
    public String nextId() {
        return "P" + ++ids;
    }

    @Override
    public String chance() {
        return "chance";
    }

    @Override
    public void stored(StoredMessage message) {
        messages.add(message);
    }

    @Override
    public void loggedIn(String user) {
        done.add("!login " + user);
    }

    @Override
    public void misbehaved(Fault fault) {}
}
