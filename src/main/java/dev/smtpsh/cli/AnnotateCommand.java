package dev.smtpsh.cli;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
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
import java.util.function.BiConsumer;
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
            new Reading(annotator).read(in, out, (piece, annotations) -> {
                if (piece instanceof Piece.Answer answer) {
                    ReplyJson.write(answer, annotations, out);
                }
            });
        } else {
            new Reading(annotator).read(in, out, (piece, annotations) -> styled.accept(view.draw(piece, annotations)));
        }
    }

    private static Tally tally(InputStream in, RuleAnnotator annotator) throws IOException {
        Tally tally = new Tally();
        Reading reading = new Reading(annotator);
        BiConsumer<Piece, List<Annotation>> each =
                (piece, annotations) -> annotations.stream().findFirst().ifPresent(tally::add);
        ReplyCounter counter = new ReplyCounter(annotator, tally);
        TranscriptReader reader = reading.reader;
        OctetLines lines = new OctetLines(in);
        while (lines.advance()) {
            if (reader.plain() && counter.count(lines.octets(), lines.start(), lines.end(), reader.stage())) {
                reader.passed();
            } else {
                reading.explain(reader.accept(lines.line()), each);
            }
        }
        reading.explain(reader.end(), each);
        return tally;
    }

    /** Reads pieces and explains those that are replies. */
    private static final class Reading {
        private final TranscriptReader reader = new TranscriptReader();
        private final Annotator annotator;

        Reading(Annotator annotator) {
            this.annotator = annotator;
        }

        // What has been read is shown before more is waited for: in a pipe the answers come at once.
        void read(InputStream in, PrintWriter out, BiConsumer<Piece, List<Annotation>> each) throws IOException {
            OctetLines lines = new OctetLines(in);
            Optional<Octets> line = lines.next();
            while (line.isPresent() && !out.checkError()) {
                explain(reader.accept(line.get()), each);
                line = lines.next();
            }
            explain(reader.end(), each);
        }

        void explain(List<Piece> pieces, BiConsumer<Piece, List<Annotation>> each) {
            for (Piece piece : pieces) {
                each.accept(piece, piece instanceof Piece.Answer answer ? annotations(answer) : List.of());
            }
        }

        // Of a reply out of a list the best is all there is to say.
        private List<Annotation> annotations(Piece.Answer answer) {
            List<Annotation> annotations = answer.inContext()
                    ? annotator.annotate(answer.symptom())
                    : List.of(annotator.best(answer.symptom()));
            reader.explained(answer, annotations.get(0).rule());
            return annotations;
        }
    }

    private InputStream open(String name) throws IOException {
        return name.equals("-") ? streams.in() : Files.newInputStream(Path.of(name));
    }
}
