package dev.smtpsh.script.run;

import dev.smtpsh.script.program.Node;
import dev.smtpsh.script.reading.Escapes;
import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Expectation.Alternative;
import dev.smtpsh.script.syntax.Printer;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.syntax.Template;
import dev.smtpsh.script.talk.Act;
import dev.smtpsh.script.talk.CommandAct;
import dev.smtpsh.script.talk.Disclosure;
import dev.smtpsh.script.talk.Journal;
import dev.smtpsh.script.talk.LoginAct;
import dev.smtpsh.script.talk.OtherAct;
import dev.smtpsh.script.talk.Voice;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Sensitivity;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes acts of statements, with the variables' values of the moment. */
record Acts(Variables variables, Disclosure disclosure, Consumer<Exchange> between) {
    private static final Optional<Expectation> DONE = Optional.of(Expectation.of("2xx"));

    /** The act of a statement that is answered; empty for one that is not. */
    Optional<Act> of(Node node, Voice voice, Optional<Node> chunk) {
        Statement statement = node.line().statement();
        if (statement instanceof Statement.Smtp smtp) {
            return Optional.of(smtp(smtp, voice, chunk));
        } else if (statement instanceof Statement.Open open) {
            String target = open.target().fill(variables);
            return Optional.of(new OtherAct(
                    "open " + target, Optional.of(Expectation.of("220")), false, limit -> voice.open(target)));
        } else if (statement instanceof Statement.Raw raw) {
            return Optional.of(raw(octets(raw), Printer.print(raw), voice));
        } else if (statement instanceof Statement.Bytes bytes) {
            Path file = node.folder().resolve(bytes.file().fill(variables));
            return Optional.of(command(voice, new Command.Raw(read(file)), "bytes " + file.getFileName(), DONE));
        } else if (statement instanceof Statement.FileBody || statement instanceof Statement.InlineBody) {
            return Optional.of(message(node, voice));
        } else if (statement instanceof Statement.Auth auth) {
            return Optional.of(new LoginAct(
                    voice,
                    disclosure,
                    auth.mechanism().map(name -> name.fill(variables)),
                    auth.user().map(user -> user.fill(variables)).orElseGet(() -> variables.apply("user")),
                    auth.password().map(word -> word.fill(variables)).orElseGet(() -> variables.apply("password")),
                    between));
        } else if (statement instanceof Statement.Wait) {
            return Optional.of(new OtherAct("wait reply", Optional.of(Expectation.of("any")), true, voice::await));
        }
        return Optional.empty();
    }

    /** Begins again where the conversation was, up to the login. */
    Act reconnect(Voice voice) {
        return new OtherAct("reconnect", DONE, false, limit -> {
            List<Journal.Entry> opening = voice.journal().opening();
            Outcome outcome = voice.reopen();
            for (Journal.Entry entry : opening) {
                if (Attempts.answeredBy(outcome, Optional.empty())) {
                    outcome = entry.again().get();
                }
            }
            return outcome;
        });
    }

    private Act smtp(Statement.Smtp smtp, Voice voice, Optional<Node> chunk) {
        Command.Line line = new Command.Line(Octets.utf8(smtp.line().fill(variables)));
        if (chunk.isPresent()) {
            return chunk(line, content(chunk.get()), voice);
        }
        return command(voice, line, line.redacted().text(), Optional.of(usual(line.verb())));
    }

    private static Expectation usual(Optional<Verb> verb) {
        if (verb.equals(Optional.of(Verb.DATA))) {
            return Expectation.of("354");
        }
        if (verb.equals(Optional.of(Verb.AUTH))) {
            return new Expectation(
                    List.of(Alternative.of("235"), Alternative.of("334")), Optional.empty(), Optional.empty());
        }
        return Expectation.of("2xx");
    }

    // RFC 3030 2: the chunk follows its command at once, as many octets as that says.
    private static Act chunk(Command.Line line, Octets content, Voice voice) {
        String typed = line.typed().text();
        String rest = typed.substring("BDAT".length()).trim();
        boolean counted = !rest.isEmpty() && Character.isDigit(rest.charAt(0));
        String command = counted ? typed : ("BDAT " + content.length() + " " + rest).trim();
        Octets octets = Octets.utf8(command).plus(Octets.CRLF).plus(content);
        return command(voice, new Command.Raw(octets), command + " (" + content.length() + " octets)", DONE);
    }

    private Octets octets(Statement.Raw raw) {
        if (!raw.quoted()) {
            return Octets.utf8(raw.text().fill(variables)).plus(Octets.CRLF);
        }
        Octets all = Octets.EMPTY;
        for (Template.Part part : raw.text().parts()) {
            Octets piece = part instanceof Template.Text text
                    ? Escapes.octets(text.text()).orElseThrow()
                    : Octets.utf8(variables.apply(((Template.Variable) part).name()));
            all = all.plus(piece);
        }
        return all;
    }

    // The text as it is written, in which variables are not filled in: one of them may be a secret.
    private static Act raw(Octets octets, String written, Voice voice) {
        boolean whole = !octets.isEmpty() && octets.at(octets.length() - 1) == '\n';
        if (voice.state().position() == Position.AUTH && whole) {
            // An answer to a challenge is a secret.
            Command answer = new Command.AuthAnswer(octets.withoutLineEnd());
            Expectation usual = new Expectation(
                    List.of(Alternative.of("235"), Alternative.of("334")), Optional.empty(), Optional.empty());
            return command(voice, answer, "raw ***", Optional.of(usual));
        }
        Command.Raw command = new Command.Raw(octets);
        Expectation done = new Expectation(
                List.of(Alternative.of("2xx"), Alternative.of("3xx")), Optional.empty(), Optional.empty());
        boolean plain = command.sensitivity() == Sensitivity.PLAIN;
        String words = plain ? written : "raw " + command.redacted().text();
        return command(voice, command, words, whole ? Optional.of(done) : Optional.empty());
    }

    private Act message(Node node, Voice voice) {
        if (node.line().statement() instanceof Statement.FileBody body) {
            Path file = node.folder().resolve(body.file().fill(variables));
            read(file, 1);
            return command(voice, new Command.Message(() -> open(file)), "message from " + file.getFileName(), DONE);
        }
        byte[] content = content(node).toByteArray();
        return command(
                voice,
                new Command.Message(() -> new ByteArrayInputStream(content)),
                "message of " + content.length + " octets",
                DONE);
    }

    private Octets content(Node node) {
        if (node.line().statement() instanceof Statement.FileBody body) {
            return read(node.folder().resolve(body.file().fill(variables)));
        }
        return Octets.utf8(((Statement.InlineBody) node.line().statement())
                .lines().stream().map(line -> line.fill(variables) + "\r\n").collect(Collectors.joining()));
    }

    private static Act command(Voice voice, Command command, String words, Optional<Expectation> usual) {
        return new CommandAct(voice, command, words, usual);
    }

    private static Octets read(Path file) {
        return read(file, Integer.MAX_VALUE);
    }

    private static Octets read(Path file, int most) {
        try (InputStream in = open(file)) {
            return Octets.of(in.readNBytes(most));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
