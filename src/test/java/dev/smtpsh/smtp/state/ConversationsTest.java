package dev.smtpsh.smtp.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.reply.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conversations in text files: {@code S:} what the server says, {@code C:} what the client says, {@code =} what must be
 * true then, {@code ? VERB words} the advice for a verb.
 */
class ConversationsTest {
    private static final Path FOLDER = Path.of("src/test/resources/conversations");

    static Stream<Path> conversations() throws IOException {
        return Files.list(FOLDER).sorted();
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void theStateFollowsTheConversation(Path file) throws IOException {
        SessionState state = SessionState.connected(false);
        Optional<Command> sent = Optional.empty();
        StringBuilder reply = new StringBuilder();
        List<String> lines = Files.readAllLines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            String where = file.getFileName() + ":" + number;
            if (line.startsWith("S: ")) {
                reply.append(line.substring(3)).append('\n');
                if (line.length() > 6 && line.charAt(6) == '-') {
                    continue;
                }
                Reply whole = Reply.of(reply.substring(0, reply.length() - 1));
                state = sent.isPresent() ? state.after(sent.get(), whole) : state.greeted(whole);
                reply.setLength(0);
            } else if (line.startsWith("C: ")) {
                sent = Optional.of(command(line.substring(3), state));
            } else if (line.equals("TLS")) {
                state = state.withTls();
            } else if (line.startsWith("= ")) {
                assertEquals(line.substring(2), describe(state), where);
            } else if (line.startsWith("? ")) {
                String[] words = line.split(" ", 3);
                Verb verb = Verb.named(words[1]).orElseThrow();
                assertEquals(words[2], state.adviceFor(verb).map(Advice::words).orElse("fine"), where);
            }
        }
    }

    private static Command command(String typed, SessionState state) {
        Octets octets = Octets.utf8(typed);
        if (state.position() == Position.DATA) {
            return new Command.Message(() -> new ByteArrayInputStream(new byte[0]));
        }
        return state.position() == Position.AUTH ? new Command.AuthAnswer(octets) : new Command.Line(octets);
    }

    private static String describe(SessionState state) {
        StringBuilder words = new StringBuilder(state.position().label());
        if (state.secured()) {
            words.append(" tls");
        }
        if (state.loggedIn()) {
            words.append(" login=").append(state.login().orElseThrow());
        }
        state.reversePath()
                .ifPresent(path -> words.append(" from=<").append(path).append('>'));
        if (state.recipientsTried() > 0) {
            words.append(" to=").append(state.recipients()).append(" of ").append(state.recipientsTried());
        }
        return words + (state.refused() ? " refused" : "");
    }
}
