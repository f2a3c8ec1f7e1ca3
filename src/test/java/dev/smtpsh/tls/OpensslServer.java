package dev.smtpsh.tls;

import dev.smtpsh.tls.server.ServerIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code openssl s_server} on loopback, which sends every line back reversed. */
final class OpensslServer implements AutoCloseable {
    private final Process process;
    private final int port;

    private OpensslServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static OpensslServer showing(ServerIdentity identity, Path folder, String... options) throws IOException {
        PemFiles files = PemFiles.of(identity, folder);
        List<String> command = new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-rev"));
        command.addAll(List.of("-cert", files.chain(), "-key", files.key()));
        if (identity.chain().size() > 1) {
            command.addAll(List.of("-cert_chain", files.issuers()));
        }
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new OpensslServer(process, portOf(process));
    }

    int port() {
        return port;
    }

    /** Ends it without a word to its peer. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int portOf(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ACCEPT ")) {
                return Integer.parseInt(
                        line.substring(line.lastIndexOf(':') + 1).trim());
            }
            seen.append(line).append('\n');
        }
        throw new IOException("openssl s_server did not start:\n" + seen);
    }
}
