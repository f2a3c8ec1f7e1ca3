package dev.smtpsh.cli.setting;

import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.login.Keyring;
import java.util.Optional;

/** User and password for one host; whoever else asks is told that there is none. */
record HostKeyring(TargetSpec target, Keyring under) implements Keyring {
    @Override
    public Optional<String> user(String host) {
        return meant(host) ? under.user(host) : Optional.empty();
    }

    @Override
    public Found password(String host, String user) {
        return meant(host) ? under.password(host, user) : new NotHere();
    }

    private boolean meant(String host) {
        boolean practice = target instanceof TargetSpec.Practice && host.equals("practice");
        return practice
                || (target instanceof TargetSpec.Host named && named.name().equalsIgnoreCase(host));
    }
}
