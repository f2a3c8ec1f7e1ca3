package dev.smtpsh.cli.setting;

import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionListener;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.TargetSpec;
import java.util.List;

/** Opens everything without TLS before the greeting, port 465 too. */
record PlainConnector(Connector under) implements Connector {
    @Override
    public Opening open(TargetSpec target, SessionListener listener) {
        return under.open(TlsOptions.plain(target), listener);
    }

    @Override
    public List<String> scenarios() {
        return under.scenarios();
    }

    @Override
    public void close() {
        under.close();
    }
}
