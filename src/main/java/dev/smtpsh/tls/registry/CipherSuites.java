package dev.smtpsh.tls.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All cipher suites with a name. */
public final class CipherSuites {
    private static final String FILE = "/dev/smtpsh/tls/suites.tsv";

    private final Map<Integer, CipherSuite> byNumber;

    private CipherSuites(Map<Integer, CipherSuite> byNumber) {
        this.byNumber = byNumber;
    }

    /** Those that smtpsh comes with; read when it is asked for. */
    public static CipherSuites shipped() {
        Map<Integer, CipherSuite> found = new LinkedHashMap<>();
        try (InputStream in = CipherSuites.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                int number = Integer.parseInt(fields[0], 16);
                found.put(number, new CipherSuite(number, fields[1], fields[2]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of cipher suites is part of smtpsh", e);
        }
        return new CipherSuites(found);
    }

    /** In the order of their numbers. */
    public List<CipherSuite> all() {
        return List.copyOf(byNumber.values());
    }

    /** One with its names; a number without a name is called so, in hexadecimal. */
    public CipherSuite numbered(int number) {
        CipherSuite known = byNumber.get(number);
        return known == null ? new CipherSuite(number, String.format("0x%04X", number), "") : known;
    }

    /** By either name, or by its number as {@code 0xC02F}. */
    public Optional<CipherSuite> named(String text) {
        if (text.matches("0[xX][0-9a-fA-F]{1,4}")) {
            return Optional.of(numbered(Integer.decode(text.toLowerCase(Locale.ROOT))));
        }
        return byNumber.values().stream()
                .filter(one ->
                        one.name().equalsIgnoreCase(text) || one.openssl().equalsIgnoreCase(text))
                .findFirst();
    }
}
