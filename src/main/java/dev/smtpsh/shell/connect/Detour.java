package dev.smtpsh.shell.connect;

import java.util.List;
import java.util.Optional;

/**
 * A place to go to instead of a host, which keeps its name in TLS and everywhere else ({@code --connect}).
 *
 * @param host whose connections go there; empty for every host's
 * @param port with which port; 0 for every port
 * @param to where they go: a host, with port 0 for the same port, or a place of this machine
 */
public record Detour(Optional<String> host, int port, TargetSpec to) {
    /** What came of reading one: a detour, or why it is none. */
    public record Reading(Optional<Detour> detour, String why) {}

    /** Reads {@code HOST:PORT=ADDRESS:PORT}; what is left out before {@code =} is any, behind it the same. */
    public static Reading read(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return new Reading(Optional.empty(), "there is no = in it");
        }
        Optional<TargetSpec.Host> from = host(text.substring(0, equals));
        String right = text.substring(equals + 1);
        TargetSpec read = TargetSpec.read(right, Optional.empty());
        Optional<? extends TargetSpec> to = read instanceof TargetSpec.Here here ? Optional.of(here) : host(right);
        if (from.isEmpty() || to.isEmpty()) {
            return new Reading(Optional.empty(), "each side is HOST:PORT, one of the two may be left out");
        }
        Optional<String> name = Optional.of(from.get().name()).filter(host -> !host.isEmpty());
        return new Reading(Optional.of(new Detour(name, from.get().port(), to.get())), "");
    }

    /** The first detour for a host, if there is one; with the name and port it goes to filled in. */
    static Optional<TargetSpec> of(List<Detour> detours, String name, int port) {
        for (Detour detour : detours) {
            boolean meant =
                    detour.host().filter(host -> !host.equalsIgnoreCase(name)).isEmpty()
                            && (detour.port() == 0 || detour.port() == port);
            if (meant && detour.to() instanceof TargetSpec.Host host) {
                String there = host.name().isEmpty() ? name : host.name();
                return Optional.of(new TargetSpec.Host(there, host.port() == 0 ? port : host.port(), false));
            }
            if (meant) {
                return Optional.of(detour.to());
            }
        }
        return Optional.empty();
    }

    // A name or port that is left out is empty or 0.
    private static Optional<TargetSpec.Host> host(String text) {
        if (text.isEmpty() || text.equals(":")) {
            return Optional.of(new TargetSpec.Host("", 0, false));
        }
        boolean nameless = text.startsWith(":");
        String whole = nameless ? "x" + text : text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        boolean bare = !whole.contains(":") || whole.endsWith("]");
        TargetSpec read = TargetSpec.read(bare ? whole + ":1" : whole, Optional.empty());
        return read instanceof TargetSpec.Host host
                ? Optional.of(new TargetSpec.Host(nameless ? "" : host.name(), bare ? 0 : host.port(), false))
                : Optional.empty();
    }
}
