package dev.smtpsh.shell.assist;

import dev.smtpsh.dns.DomainName;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.extension.Parameter;
import dev.smtpsh.smtp.state.SessionState;
import java.util.Optional;

/** What a MAIL or RCPT asks of a server that has not offered it, as a sentence. It never keeps the line from being sent. */
final class Counsel {
    private Counsel() {}

    static Optional<String> on(String line, SessionState state) {
        Command.Line command = new Command.Line(Octets.utf8(line));
        boolean envelope = command.verb()
                .filter(verb -> verb == Verb.MAIL || verb == Verb.RCPT)
                .isPresent();
        // Before a hello nothing was offered, and that is another matter.
        if (!envelope || state.helloName().isEmpty()) {
            return Optional.empty();
        }
        Envelope read = Envelope.read(command);
        return parameter(read, state)
                .or(() -> read.path()
                        .map(path -> Octets.latin1(path).text())
                        .flatMap(path -> address(path, read, command.verb().get(), state)));
    }

    private static Optional<String> parameter(Envelope envelope, SessionState state) {
        for (String written : envelope.parameters()) {
            Optional<Extension> needed = Parameter.of(written).map(Parameter::extension);
            if (needed.filter(extension -> !state.offers(extension)).isPresent()) {
                String name = written.split("=", 2)[0];
                String keyword = needed.get().keyword();
                return Optional.of(
                        keyword.equals(name)
                                ? keyword + " is not offered by this server."
                                : name + " needs " + keyword + ", which is not offered by this server.");
            }
        }
        Optional<Long> size = envelope.parameter("SIZE")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong);
        Optional<Long> limit = state.capabilities().sizeLimit();
        return size.isPresent() && limit.isPresent() && size.get() > limit.get()
                ? Optional.of("The server announced " + limit.get() + " octets at most.")
                : Optional.empty();
    }

    // RFC 6531 3.3: an address outside ASCII wants SMTPUTF8 offered, and said with MAIL; a domain alone has A-labels.
    private static Optional<String> address(String path, Envelope envelope, Verb verb, SessionState state) {
        if (path.chars().allMatch(c -> c < 0x80)) {
            return Optional.empty();
        }
        int at = path.lastIndexOf('@');
        String local = at < 0 ? path : path.substring(0, at);
        boolean domainAlone = at >= 0 && local.chars().allMatch(c -> c < 0x80);
        Optional<String> ascii = domainAlone
                ? DomainName.read(path.substring(at + 1)).name().map(name -> local + "@" + name.text())
                : Optional.empty();
        if (!state.offers(Extension.SMTPUTF8)) {
            return Optional.of("SMTPUTF8 is not offered by this server."
                    + ascii.map(address -> " In ASCII the same address is <" + address + ">.")
                            .orElse(" Before the @ there is no ASCII form."));
        }
        return verb == Verb.MAIL && envelope.parameter("SMTPUTF8").isEmpty()
                ? Optional.of("An address outside ASCII wants SMTPUTF8 behind it.")
                : Optional.empty();
    }
}
