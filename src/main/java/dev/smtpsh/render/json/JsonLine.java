package dev.smtpsh.render.json;

import com.google.gson.stream.JsonWriter;
import dev.smtpsh.render.Safe;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** One JSON object on one line. */
public final class JsonLine {
    private final JsonWriter writer;

    private JsonLine(JsonWriter writer) {
        this.writer = writer;
    }

    /** Writes members, which may fail as writers do. */
    public interface Body {
        void write(JsonLine json) throws IOException;
    }

    /**
     * Writes one object and a line end.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(Appendable out, Body body) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setHtmlSafe(false);
            writer.setSerializeNulls(true);
            writer.beginObject();
            body.write(new JsonLine(writer));
            writer.endObject();
            writer.flush();
            out.append(harmless(text.toString())).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonLine text(String name, String value) throws IOException {
        writer.name(name).value(value);
        return this;
    }

    public JsonLine text(String name, Optional<String> value) throws IOException {
        writer.name(name).value(value.orElse(null));
        return this;
    }

    public JsonLine number(String name, long value) throws IOException {
        writer.name(name).value(value);
        return this;
    }

    public JsonLine fact(String name, boolean value) throws IOException {
        writer.name(name).value(value);
        return this;
    }

    public JsonLine nothing(String name) throws IOException {
        writer.name(name).nullValue();
        return this;
    }

    /** Milliseconds, with one decimal where they are fewer than ten. */
    public JsonLine milliseconds(String name, Duration value) throws IOException {
        long tenths = Math.round(value.toNanos() / 100_000.0);
        if (tenths < 100 && tenths % 10 != 0) {
            writer.name(name).value(tenths / 10.0);
        } else {
            writer.name(name).value(Math.round(tenths / 10.0));
        }
        return this;
    }

    public JsonLine seconds(String name, Optional<Duration> value) throws IOException {
        writer.name(name).value(value.map(Duration::toSeconds).orElse(null));
        return this;
    }

    public JsonLine texts(String name, Collection<String> values) throws IOException {
        writer.name(name).beginArray();
        for (String value : values) {
            writer.value(value);
        }
        writer.endArray();
        return this;
    }

    public JsonLine object(String name, Body body) throws IOException {
        writer.name(name).beginObject();
        body.write(this);
        writer.endObject();
        return this;
    }

    public <T> JsonLine objects(String name, Collection<T> values, Each<T> each) throws IOException {
        writer.name(name).beginArray();
        for (T value : values) {
            writer.beginObject();
            each.write(this, value);
            writer.endObject();
        }
        writer.endArray();
        return this;
    }

    /** Writes the members of one of many. */
    public interface Each<T> {
        void write(JsonLine json, T value) throws IOException;
    }

    /** The exact text where it is UTF-8; otherwise as {@link Safe} shows it. */
    public static String exact(Octets octets) {
        return octets.utf8().orElseGet(() -> Safe.visible(octets));
    }

    public static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // Outside strings JSON is ASCII, and within them an escape stands for the same character.
    private static String harmless(String json) {
        StringBuilder harmless = new StringBuilder(json.length());
        json.codePoints().forEach(codePoint -> {
            if (Safe.harmless(codePoint)) {
                harmless.appendCodePoint(codePoint);
            } else {
                for (char unit : Character.toChars(codePoint)) {
                    harmless.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return harmless.toString();
    }
}
