package dev.smtpsh.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/** Opens terminals, without starting another program where that can be avoided: each costs as much as a small JVM. */
final class Terminals {
    private static final Size UNTOLD = new Size(80, 24);
    private static final String COMMONEST = "xterm-256color";
    // JLine has their descriptions in its jar, and yet would ask infocmp first.
    private static final List<String> DESCRIBED = List.of(COMMONEST, "xterm", "screen-256color", "screen");

    private Terminals() {}

    /** The one that this process runs at. */
    static Terminal system() throws IOException {
        describe();
        try {
            // Asked for any way to a terminal, JLine tries them all. This one does wherever its native library runs.
            return sized(builder()
                    .system(true)
                    .provider(TerminalBuilder.PROP_PROVIDER_JNI)
                    .dumb(false)
                    .build());
        } catch (IOException | RuntimeException | LinkageError e) {
            return sized(builder().system(true).dumb(true).build());
        }
    }

    /** One that is made of two streams. */
    static Terminal over(InputStream in, OutputStream out) throws IOException {
        describe();
        return sized(builder().system(false).streams(in, out).type(COMMONEST).build());
    }

    private static TerminalBuilder builder() {
        return TerminalBuilder.builder().name("smtpsh").encoding(StandardCharsets.UTF_8);
    }

    private static void describe() {
        for (String type : DESCRIBED) {
            InfoCmp.setLoadedInfoCmp(type, () -> InfoCmp.getDefaultInfoCmp(type));
        }
    }

    // Without a size, as under expect that is at no terminal itself, JLine would fold every prompt to dots.
    private static Terminal sized(Terminal terminal) {
        if (terminal.getWidth() == 0 || terminal.getHeight() == 0) {
            terminal.setSize(UNTOLD);
        }
        return terminal;
    }
}
