package dev.smtpsh.shell.connect;

import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionListener;
import java.util.List;

/** Makes a conversation out of what the operator calls a target. */
public interface Connector extends AutoCloseable {
    /** Resolves, connects, reads the greeting; every way to fail is in the result. */
    Opening open(TargetSpec target, SessionListener listener);

    /** The names of the practice scenarios there are. */
    List<String> scenarios();

    /** The embedded servers that run for conversations. */
    PracticeHosts practice();

    /** Ends what was started for conversations: practice servers. */
    @Override
    void close();
}
