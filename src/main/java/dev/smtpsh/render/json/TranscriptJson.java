package dev.smtpsh.render.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** A whole conversation as one JSON document: what it was, and the objects of its exchanges. */
public final class TranscriptJson {
    /** Ends the document. */
    public static final String FOOT = "\n]}\n";

    private TranscriptJson() {}

    /**
     * Begins the document; the objects follow, separated by commas, and then {@link #FOOT}.
     *
     * @param heading label and value of each row
     */
    public static String head(List<String[]> heading) throws IOException {
        StringBuilder out = new StringBuilder();
        JsonLine.write(out, json -> {
            json.number("v", 1);
            for (String[] row : heading) {
                json.text(row[0].toLowerCase(Locale.ROOT).replace(" ", "-"), row[1]);
            }
        });
        String object = out.toString().stripTrailing();
        return object.substring(0, object.length() - 1) + ",\"exchanges\":[\n";
    }

    /** The first line of an asciinema recording, format 2. */
    public static String castHead(int width, int height, long second, String title) {
        StringBuilder out = new StringBuilder();
        JsonLine.write(
                out,
                json -> json.number("version", 2)
                        .number("width", width)
                        .number("height", height)
                        .number("timestamp", second)
                        .text("title", title));
        return out.toString();
    }

    /** One more line of it: a text that is shown, escape sequences included. */
    public static String castEvent(String seconds, String text) throws IOException {
        StringWriter json = new StringWriter();
        try (JsonWriter writer = new JsonWriter(json)) {
            writer.setHtmlSafe(false);
            writer.beginArray().jsonValue(seconds).value("o").value(text).endArray();
        }
        return json + "\n";
    }
}
