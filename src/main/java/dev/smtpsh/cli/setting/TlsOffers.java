package dev.smtpsh.cli.setting;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.tls.TlsVersion;
import dev.smtpsh.tls.certificate.Demands;
import dev.smtpsh.tls.certificate.Pin;
import dev.smtpsh.tls.certificate.Tlsa;
import dev.smtpsh.tls.client.Offer;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.tls.registry.CipherSuite;
import dev.smtpsh.tls.registry.CipherSuites;
import dev.smtpsh.tls.registry.Group;
import dev.smtpsh.tls.registry.Scheme;
import dev.smtpsh.tls.secret.KeyLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What to offer in a handshake, what to demand of it, and where its secrets go. */
final class TlsOffers {
    private static final int LONGEST_PROTOCOL = 255;

    private TlsOffers() {}

    static TlsChoice applied(Arguments arguments, TlsChoice choice) throws Usage {
        TlsChoice found = choice;
        Optional<String> versions = arguments.value(Flag.TLS_VERSIONS);
        if (versions.isPresent()) {
            found = found.withVersions(versions(versions.get()));
        }
        if (arguments.has(Flag.CIPHERS)
                || arguments.has(Flag.GROUPS)
                || arguments.has(Flag.SIGALGS)
                || arguments.has(Flag.ALPN)) {
            found = found.withOffer(offer(arguments));
        }
        if (arguments.has(Flag.PIN) || arguments.has(Flag.TLSA)) {
            found = found.withDemands(demands(arguments));
        }
        Optional<String> file = arguments.value(Flag.KEYLOG);
        return file.isPresent() ? found.withKeyLog(keyLog(file.get())) : found;
    }

    // 1.2, 1.2-1.3, or 1.0,1.3.
    private static Set<TlsVersion> versions(String text) throws Usage {
        Set<TlsVersion> found = EnumSet.noneOf(TlsVersion.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            Optional<TlsVersion> from = version(ends[0]);
            Optional<TlsVersion> to = version(ends[ends.length - 1]);
            if (ends.length > 2 || from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) > 0) {
                throw new Usage(
                        "--tls-versions cannot read " + text,
                        "It is no version of TLS from 1.0 to 1.3, nor a range of them",
                        "For example --tls-versions 1.2-1.3.");
            }
            found.addAll(EnumSet.range(from.get(), to.get()));
        }
        return found;
    }

    private static Optional<TlsVersion> version(String text) {
        String bare = text.replaceFirst("^(?i)tlsv?", "");
        return Arrays.stream(TlsVersion.values())
                .filter(one -> one.words().equals("TLSv" + bare))
                .findFirst();
    }

    private static Offer offer(Arguments arguments) throws Usage {
        Optional<String> suites = arguments.value(Flag.CIPHERS);
        CipherSuites names = suites.isPresent() ? CipherSuites.shipped() : null;
        return new Offer(
                numbers(
                        Flag.CIPHERS,
                        suites,
                        text -> names.named(text).map(CipherSuite::number),
                        "cipher suite",
                        "TLS_AES_128_GCM_SHA256 or ECDHE-RSA-AES128-GCM-SHA256"),
                numbers(
                        Flag.GROUPS,
                        arguments.value(Flag.GROUPS),
                        text -> Group.named(text).map(Group::number),
                        "group",
                        "X25519MLKEM768, x25519 or P-256"),
                numbers(
                        Flag.SIGALGS,
                        arguments.value(Flag.SIGALGS),
                        text -> Scheme.named(text).map(Scheme::number),
                        "signature scheme",
                        "rsa_pss_rsae_sha256 or ecdsa_secp256r1_sha256"),
                protocols(arguments.value(Flag.ALPN)));
    }

    private static List<Integer> numbers(
            Flag flag, Optional<String> text, Function<String, Optional<Integer>> known, String what, String example)
            throws Usage {
        List<Integer> found = new ArrayList<>();
        for (String name : text.isEmpty() ? new String[0] : text.get().split("[:,]", -1)) {
            found.add(known.apply(name.strip())
                    .orElseThrow(() -> new Usage(
                            "--" + flag.word() + " cannot offer " + name,
                            "No " + what + " is called so",
                            "Write names with commas between them, such as " + example + ".")));
        }
        return found;
    }

    private static List<String> protocols(Optional<String> text) throws Usage {
        List<String> found = new ArrayList<>();
        for (String name : text.isEmpty() ? new String[0] : text.get().split(",", -1)) {
            if (name.isEmpty() || name.length() > LONGEST_PROTOCOL) {
                throw new Usage(
                        "--alpn cannot offer an empty or very long name",
                        "A protocol has 1 to 255 octets (RFC 7301 3.1)",
                        "For example --alpn smtp.");
            }
            found.add(name);
        }
        return found;
    }

    private static Demands demands(Arguments arguments) throws Usage {
        List<Pin> pins = new ArrayList<>();
        for (String text : arguments.values(Flag.PIN)) {
            pins.add(Pin.read(text)
                    .orElseThrow(() -> new Usage(
                            "--pin cannot read " + text,
                            "It is not sha256/ and the base64 of 32 octets",
                            "tls shows the pin of each certificate of a connection.")));
        }
        List<Tlsa> records = new ArrayList<>();
        for (String text : arguments.values(Flag.TLSA)) {
            Tlsa.Reading reading = Tlsa.read(text);
            records.add(reading.record()
                    .orElseThrow(() -> new Usage(
                            "--tlsa cannot read " + text,
                            "A TLSA record: " + reading.why(),
                            "For example --tlsa \"3 1 1 HEX\", with the 64 digits of a SHA-256.")));
        }
        return new Demands(pins, records);
    }

    // Whoever has the file can read what was recorded: it is for its owner alone.
    private static KeyLog keyLog(String name) throws Usage {
        try {
            Path file = Path.of(name);
            if (!Files.exists(file)
                    && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return line -> append(file, line);
        } catch (IOException | InvalidPathException e) {
            throw new Usage("--keylog cannot write " + name, "There is no such folder, or no right to", "Check it.");
        }
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the key log cannot be written", e);
        }
    }
}
