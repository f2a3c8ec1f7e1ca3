package dev.smtpsh.cli;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.counting.ReplyCounter;
import dev.smtpsh.annotate.matching.RuleAnnotator;
import dev.smtpsh.annotate.transcript.Piece;
import dev.smtpsh.annotate.transcript.Tally;
import dev.smtpsh.annotate.transcript.TranscriptReader;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.FileTrouble;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.json.ReplyJson;
import dev.smtpsh.render.text.TranscriptView;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code smtpsh annotate}: replies and transcripts out of a file or a pipe, each reply explained. */
final class AnnotateCommand {
    private final Streams streams;

    AnnotateCommand(Streams streams) {
        this.streams = streams;
    }

    ExitCode run(List<String> given) throws Usage {
        Arguments arguments = Arguments.read("annotate", given);
        if (arguments.has(Flag.HELP)) {
            streams.out().print(HelpPage.annotate());
            return ExitCode.FINE;
        }
        arguments.exclusive(Flag.JSON, Flag.SUMMARY);
        if (arguments.rest().size() != 1) {
            throw new Usage(
                    "annotate needs one FILE, or - for standard input",
                    "None was named, or several",
                    "For example smtpsh annotate log.txt.");
        }
        Looks looks = Looks.read(arguments, streams);
        String name = arguments.rest().get(0);
        try (InputStream in = open(name)) {
            PrintWriter out = streams.writer();
            annotate(in, out, arguments, looks);
            out.flush();
            return ExitCode.FINE;
        } catch (IOException e) {
            throw new Usage(
                    "cannot read " + name, FileTrouble.words(e), "Name a file of replies, or - for standard input.");
        }
    }

    private void annotate(InputStream in, PrintWriter out, Arguments arguments, Looks looks) throws IOException {
        RuleAnnotator annotator = new Knowledge(streams).annotator();
        TranscriptView view = new TranscriptView(looks.drawing());
        Consumer<StyledText> styled = looks.onto(out::print);
        if (arguments.has(Flag.SUMMARY)) {
            styled.accept(view.summary(tally(in, annotator)));
        } else if (arguments.has(Flag.JSON)) {
            read(
                    in,
                    out,
                    piece -> best(annotator, piece)
                            .ifPresent(annotation -> ReplyJson.write((Piece.Answer) piece, annotation, out)));
        } else {
            read(in, out, piece -> styled.accept(view.draw(piece, best(annotator, piece))));
        }
    }

    private static Tally tally(InputStream in, RuleAnnotator annotator) throws IOException {
        Tally tally = new Tally();
        Consumer<Piece> each = piece -> best(annotator, piece).ifPresent(tally::add);
        ReplyCounter counter = new ReplyCounter(annotator, tally);
        TranscriptReader reader = new TranscriptReader();
        OctetLines lines = new OctetLines(in);
        while (lines.advance()) {
            if (reader.plain() && counter.count(lines.octets(), lines.start(), lines.end(), reader.stage())) {
                reader.passed();
            } else {
                reader.accept(lines.line()).forEach(each);
            }
        }
        reader.end().forEach(each);
        return tally;
    }

    // What has been read is shown before more is waited for: in a pipe the answers come at once.
    private static void read(InputStream in, PrintWriter out, Consumer<Piece> each) throws IOException {
        TranscriptReader reader = new TranscriptReader();
        OctetLines lines = new OctetLines(in);
        Optional<Octets> line = lines.next();
        while (line.isPresent() && !out.checkError()) {
            reader.accept(line.get()).forEach(each);
            line = lines.next();
        }
        reader.end().forEach(each);
    }

    private static Optional<Annotation> best(Annotator annotator, Piece piece) {
        if (!(piece instanceof Piece.Answer answer)) {
            return Optional.empty();
        }
        return Optional.of(annotator.best(ReplySymptom.at(answer.stage(), answer.reply())));
    }

    private InputStream open(String name) throws IOException {
        return name.equals("-") ? streams.in() : Files.newInputStream(Path.of(name));
    }
}
