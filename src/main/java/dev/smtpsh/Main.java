package dev.smtpsh;

import dev.smtpsh.cli.Cli;
import dev.smtpsh.cli.Streams;
import dev.smtpsh.cli.press.Rehearsal;
import java.util.List;

/** The door from the street. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        String rehearsal = System.getProperty("smtpsh.rehearsal");
        if (rehearsal != null) {
            Rehearsal.run(rehearsal);
            return;
        }
        // bin/smtpsh says which of its streams are terminals, because Java 17 cannot tell them apart.
        String terminals = System.getProperty("smtpsh.terminals");
        if (terminals == null) {
            terminals = System.console() == null ? "" : "io";
        }
        Streams streams = new Streams(
                System.in, System.out, System.err, terminals.contains("i"), terminals.contains("o"), System.getenv());
        String version = Main.class.getPackage().getImplementationVersion();
        int code = Cli.over(streams, version == null ? "from its classes" : version)
                .run(List.of(arguments));
        System.out.flush();
        // To exit, a newer Java wakes its logging; where nothing else runs and all went well, returning is the same.
        if (code != 0 || Thread.activeCount() > 1) {
            System.exit(code);
        }
    }
}
