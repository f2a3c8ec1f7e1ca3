package dev.smtpsh.terminal;

import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.ask.YesOrNo;
import java.io.IOError;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/**
 * Questions at the prompt. JLine hands over what is typed as a text, which cannot be wiped; the copy that is given on can.
 */
final class PromptQuestions implements Questions {
    // JLine's word for "no echo at all".
    private static final Character HIDDEN = (char) 0;

    private final AssistingReader reader;
    private final Editor editor;

    PromptQuestions(AssistingReader reader, Editor editor) {
        this.reader = reader;
        this.editor = editor;
    }

    @Override
    public Reach reach() {
        return Reach.PROMPT;
    }

    @Override
    public Optional<String> line(String prompt) {
        return ask(prompt, null).map(String::strip);
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        return ask(prompt, HIDDEN).map(String::toCharArray);
    }

    @Override
    public boolean confirm(String question, boolean otherwise) {
        while (true) {
            Optional<String> typed = ask(YesOrNo.prompt(question, otherwise), null);
            Optional<Boolean> answer = typed.isEmpty() ? Optional.of(false) : YesOrNo.read(typed.get(), otherwise);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    @Override
    public Optional<byte[]> edit(byte[] text) {
        return editor.edit(text);
    }

    private Optional<String> ask(String prompt, Character mask) {
        try {
            return Optional.of(reader.ask(prompt, mask));
        } catch (UserInterruptException | EndOfFileException | IOError e) {
            return Optional.empty();
        }
    }
}
