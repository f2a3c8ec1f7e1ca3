package dev.smtpsh.render.json;

import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.Evidence;
import dev.smtpsh.domain.MxHost;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.domain.MxRemark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/** Where a domain's mail goes, as one JSON object on one line, whether it could be found out or not. */
public final class MxJson {
    private static final int SHAPE = 1;

    private MxJson() {}

    /**
     * Writes it.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(MxPlan plan, Appendable out) {
        JsonLine.write(out, json -> {
            json.number("v", SHAPE)
                    .text("lookup", "mx")
                    .text("domain", plan.domain().text());
            json.text("way", JsonLine.label(plan.way())).fact("usable", plan.usable());
            json.object("asked", asked -> answer(asked, plan.asked()));
            json.objects("hosts", plan.hosts(), MxJson::host);
            remarks(json, plan.remarks());
            error(json, plan.way() == MxPlan.Way.UNKNOWN ? plan.trouble() : Optional.empty());
        });
    }

    private static void host(JsonLine json, MxHost host) throws IOException {
        json.number("preference", host.preference()).text("name", host.name().text());
        json.texts(
                "addresses", host.addresses().stream().map(AddressLiteral::text).toList());
        json.objects("asked", host.answers(), MxJson::answer);
        remarks(json, host.remarks());
    }

    private static void remarks(JsonLine json, Collection<MxRemark> remarks) throws IOException {
        json.objects(
                "remarks",
                remarks,
                (each, remark) -> each.text("kind", remark.kind().label())
                        .text("weight", JsonLine.label(remark.kind().weight()))
                        .text("words", remark.words())
                        .text("source", remark.kind().source()));
    }

    /** The members of an answer: question, outcome, aliases, and how it came about. */
    static void answer(JsonLine json, Answer answer) throws IOException {
        Evidence evidence = answer.evidence();
        json.text("name", answer.question().name().text())
                .text("type", answer.question().type().toString())
                .text("outcome", answer.label());
        json.texts(
                "aliases",
                answer.aliases().stream().map(alias -> alias.to().text()).toList());
        Optional<Long> ttl = answer.records().stream()
                .map(record -> record.ttl().toSeconds())
                .findFirst();
        if (ttl.isPresent()) {
            json.number("ttl", ttl.get());
        } else {
            json.nothing("ttl");
        }
        json.text("server", evidence.server())
                .milliseconds("ms", evidence.took())
                .number("queries", evidence.queries())
                .fact("tcp", evidence.tcp())
                .fact("authoritative", evidence.authoritative())
                .fact("authenticated", evidence.authenticated())
                .number("strangers", evidence.strangers());
    }

    /** The member {@code error}: why it could not be found out, or null. */
    static void error(JsonLine json, Optional<Answer.Failed> failed) throws IOException {
        if (failed.isEmpty()) {
            json.nothing("error");
            return;
        }
        json.object(
                "error",
                error -> error.text("kind", failed.get().label())
                        .text("what", failed.get().words())
                        .text("why", failed.get().why()));
    }
}
