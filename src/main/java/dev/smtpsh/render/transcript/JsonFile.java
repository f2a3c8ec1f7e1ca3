package dev.smtpsh.render.transcript;

import dev.smtpsh.render.json.ExchangeJson;
import dev.smtpsh.render.json.TranscriptJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The objects that {@code --json} prints: one a line, or together in one document. */
final class JsonFile implements Form.Writer {
    private final boolean whole;

    JsonFile(boolean whole) {
        this.whole = whole;
    }

    @Override
    public void write(Document document, Appendable out) throws IOException {
        if (!whole) {
            for (String object : objects(document)) {
                out.append(object);
            }
            return;
        }
        List<String[]> members = new ArrayList<>(document.heading());
        members.add(new String[] {"Started", document.transcript().begun().toString()});
        out.append(TranscriptJson.head(members));
        String separator = "";
        for (String object : objects(document)) {
            out.append(separator).append(object.stripTrailing());
            separator = ",\n";
        }
        out.append(TranscriptJson.FOOT);
    }

    private static List<String> objects(Document document) {
        int number = document.transcript().number();
        List<String> objects = new ArrayList<>();
        for (Event event : document.transcript().events()) {
            StringBuilder object = new StringBuilder();
            if (event instanceof Event.Said said) {
                ExchangeJson.write(number, said.exchange(), said.annotations(), object);
            } else if (event instanceof Event.Failed failed) {
                ExchangeJson.write(number, failed.failure(), object);
            }
            if (!object.isEmpty()) {
                objects.add(object.toString());
            }
        }
        return objects;
    }
}
