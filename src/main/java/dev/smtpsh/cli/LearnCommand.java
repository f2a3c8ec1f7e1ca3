package dev.smtpsh.cli;

import dev.smtpsh.cli.learn.ProgressFile;
import dev.smtpsh.cli.login.Operator;
import dev.smtpsh.cli.login.TtyQuestions;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.render.teaching.LessonView;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.teach.Syllabus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** {@code smtpsh learn}: lessons in the shell, on a built-in server. */
final class LearnCommand {
    private final Streams streams;
    private final String version;

    LearnCommand(Streams streams, String version) {
        this.streams = streams;
        this.version = version;
    }

    ExitCode run(List<String> given) throws Usage {
        Arguments arguments = Arguments.read("learn", given);
        if (arguments.has(Flag.HELP)) {
            streams.out().print(HelpPage.learn());
            return ExitCode.FINE;
        }
        arguments.exclusive(Flag.LIST, Flag.PLACEMENT, Flag.RESET);
        ProgressFile progress = new ProgressFile(
                streams.folders().state(), words -> streams.err().println("smtpsh: " + words));
        if (arguments.has(Flag.LIST)) {
            return list(arguments, progress);
        }
        if (arguments.has(Flag.RESET)) {
            return reset(arguments, progress);
        }
        Syllabus syllabus = new Syllabus(
                ShippedLessons::all,
                progress,
                records(arguments),
                arguments.value(Flag.VERBOSITY).orElse(Syllabus.FULL),
                seed(arguments));
        ExitCode code = new TalkCommand(streams, version)
                .run(arguments, new TalkCommand.Errand(opening(arguments), true, syllabus));
        // Refusals are what lessons are about.
        return code == ExitCode.UNREACHABLE || code == ExitCode.USAGE ? code : ExitCode.FINE;
    }

    private static Consumer<Shell> opening(Arguments arguments) throws Usage {
        if (arguments.has(Flag.PLACEMENT)) {
            return shell -> shell.classroom().place();
        }
        Optional<Integer> number = number(arguments.rest());
        return shell -> number.ifPresentOrElse(
                shell.classroom()::learn, () -> shell.classroom().learn());
    }

    private static Optional<Integer> number(List<String> rest) throws Usage {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        int lessons = ShippedLessons.names().size();
        String wanted = rest.get(0);
        int number = wanted.matches("[0-9]{1,3}") ? Integer.parseInt(wanted) : 0;
        if (rest.size() > 1 || number < 1 || number > lessons) {
            throw new Usage(
                    "there is no lesson " + String.join(" ", rest),
                    "Lessons are numbered 1 to " + lessons,
                    "See smtpsh learn --list.");
        }
        return Optional.of(number);
    }

    private ExitCode list(Arguments arguments, ProgressFile progress) throws Usage {
        Looks looks = Looks.read(arguments, streams);
        List<Lesson> lessons = ShippedLessons.all();
        PrintWriter out = streams.writer();
        looks.onto(out::print).accept(new LessonView(looks.drawing()).list(lessons, progress.read()));
        out.flush();
        return ExitCode.FINE;
    }

    private ExitCode reset(Arguments arguments, ProgressFile progress) throws Usage {
        if (progress.path().filter(Files::exists).isEmpty()) {
            streams.out().println("There is no progress to forget.");
            return ExitCode.FINE;
        }
        boolean sure = Operator.read(arguments)
                .questions(TtyQuestions.find())
                .confirm("Forget all progress in the lessons?", false);
        if (!sure) {
            streams.out().println("Nothing was forgotten. learn --reset --yes does it without a question.");
            return ExitCode.FINE;
        }
        Optional<String> trouble = progress.reset();
        if (trouble.isPresent()) {
            throw new Usage("nothing was forgotten", trouble.get(), "Remove the file by hand.");
        }
        streams.out().println("All progress is forgotten. smtpsh learn begins with lesson 1.");
        return ExitCode.FINE;
    }

    private static Optional<Path> records(Arguments arguments) throws Usage {
        Optional<Path> folder = arguments.value(Flag.RECORD).map(Path::of);
        try {
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
        } catch (IOException e) {
            throw new Usage(
                    "cannot make the folder " + folder.get(), String.valueOf(e.getMessage()), "Name another one.");
        }
        return folder;
    }

    private static LongSupplier seed(Arguments arguments) throws Usage {
        Optional<Integer> seed = arguments.number(Flag.SEED, 0, 999_999_999);
        return seed.isPresent() ? () -> seed.get() : System::nanoTime;
    }
}
