package dev.smtpsh.render.json;

import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.Answer;
import dev.smtpsh.domain.ReverseReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The names of an address as one JSON object on one line, whether they could be found out or not. */
public final class ReverseJson {
    private static final int SHAPE = 1;

    private ReverseJson() {}

    /**
     * Writes it.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(ReverseReport report, Appendable out) {
        JsonLine.write(out, json -> {
            json.number("v", SHAPE).text("lookup", "ptr").text("address", AddressLiteral.text(report.address()));
            json.fact("confirmed", report.confirmed());
            json.object("asked", asked -> MxJson.answer(asked, report.asked()));
            json.objects("names", report.names(), ReverseJson::name).number("leftOut", report.leftOut());
            MxJson.error(json, report.asked() instanceof Answer.Failed failed ? Optional.of(failed) : Optional.empty());
        });
    }

    private static void name(JsonLine json, ReverseReport.Name name) throws IOException {
        json.text("name", name.name().text())
                .fact("leadsBack", name.leadsBack())
                .fact("certain", name.certain());
        json.texts(
                "addresses",
                name.answers().stream()
                        .flatMap(answer -> answer.addresses().stream())
                        .map(AddressLiteral::text)
                        .toList());
        json.objects("asked", name.answers(), MxJson::answer);
    }
}
