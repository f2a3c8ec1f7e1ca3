package dev.smtpsh.cli.login;

import dev.smtpsh.shell.login.Keyring;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** The operator's netrc file; read anew for each login. */
record NetrcFile(Path file, Consumer<String> warnings) implements PasswordSource {
    /** Octets of the file (limit {@code netrc}): a line for each machine one knows. */
    private static final int LARGEST = 1024 * 1024;

    @Override
    public Optional<String> user(String host) {
        try (Netrc netrc = read()) {
            return netrc.find(host, Optional.empty()).flatMap(Netrc.Entry::login);
        } catch (IOException e) {
            // Told when the password is wanted.
            return Optional.empty();
        }
    }

    @Override
    public Keyring.Found password(String host, String user) {
        PasswordFile.warnIfOpen(file, warnings);
        try (Netrc netrc = read()) {
            Optional<char[]> password = netrc.find(host, Optional.of(user))
                    .flatMap(Netrc.Entry::password)
                    .map(char[]::clone);
            return password.isPresent() ? new Keyring.Password(password.get()) : new Keyring.NotHere();
        } catch (IOException e) {
            return PasswordFile.unreadable(file, e);
        }
    }

    private Netrc read() throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than " + LARGEST + " octets");
        }
        byte[] octets = Files.readAllBytes(file);
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets));
        Arrays.fill(octets, (byte) 0);
        char[] text = Arrays.copyOf(decoded.array(), decoded.limit());
        Arrays.fill(decoded.array(), '\0');
        return Netrc.read(text);
    }
}
