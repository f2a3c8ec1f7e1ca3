package dev.smtpsh.practice.login;

import dev.smtpsh.smtp.Octets;

/** PLAIN: authorization identity, NUL, user, NUL, password (RFC 4616 2). */
final class PlainLogin implements Login {
    private final Server server;

    PlainLogin(Server server) {
        this.server = server;
    }

    @Override
    public Octets first() {
        return Octets.EMPTY;
    }

    @Override
    public Step answer(Octets response) {
        String[] parts = response.text().split("\0", -1);
        if (parts.length != 3 || parts[1].isEmpty()) {
            return new Broken();
        }
        // Nobody may act for somebody else here.
        boolean self = parts[0].isEmpty() || parts[0].equals(parts[1]);
        return new Verdict(parts[1], self && server.passwords().fit(parts[1], parts[2]));
    }
}
