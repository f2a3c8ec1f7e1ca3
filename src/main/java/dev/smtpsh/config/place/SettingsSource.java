package dev.smtpsh.config.place;

import dev.smtpsh.config.Slip;
import dev.smtpsh.config.file.SettingsFile;
import dev.smtpsh.config.file.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings file as it was found.
 *
 * @param there whether there is one
 * @param doubt why somebody else may have written it; empty if that cannot be
 */
public record SettingsSource(boolean there, SettingsFile file, List<Slip> slips, Optional<Doubt> doubt) {
    /** Octets of a settings file at most (limit {@code settings-size}). */
    public static final int LARGEST = 1024 * 1024;

    /** There is none. */
    public static SettingsSource nowhere() {
        return new SettingsSource(false, SettingsFile.none(), List.of(), Optional.empty());
    }

    /** Reads it; what is wrong is in the slips. */
    public static SettingsSource read(Path path) {
        if (Files.notExists(path)) {
            return nowhere();
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return unreadable(path, "it is no plain file", "Put a file there, or nothing.");
        }
        byte[] octets;
        try (InputStream in = Files.newInputStream(path)) {
            octets = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            return unreadable(path, "the file cannot be read", "Give yourself the right to read it, and its folder.");
        }
        if (octets.length > LARGEST) {
            return unreadable(path, "the file is larger than " + LARGEST + " octets", "Settings need far less.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            SettingsReader.Reading reading = SettingsReader.read(path.toString(), text);
            return new SettingsSource(true, reading.file(), reading.slips(), Doubt.about(path));
        } catch (CharacterCodingException e) {
            int line = 1 + newlines(octets, wellFormed(octets));
            return unreadable(path, "line " + line + " is no UTF-8", "Save the file as UTF-8.");
        }
    }

    private static SettingsSource unreadable(Path path, String why, String mend) {
        Slip slip = new Slip(true, path.toString(), "the settings cannot be read", sentence(why), mend);
        return new SettingsSource(true, SettingsFile.none(), List.of(slip), Optional.empty());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    // How many octets are well formed from the beginning on.
    private static int wellFormed(byte[] octets) {
        ByteBuffer in = ByteBuffer.wrap(octets);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, CharBuffer.allocate(octets.length), true);
        return in.position();
    }

    private static int newlines(byte[] octets, int end) {
        int count = 0;
        for (int i = 0; i < end; i++) {
            count += octets[i] == '\n' ? 1 : 0;
        }
        return count;
    }
}
