package dev.smtpsh.shell.face;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.domain.ReverseReport;
import dev.smtpsh.render.json.ExchangeJson;
import dev.smtpsh.render.json.ExplanationJson;
import dev.smtpsh.render.json.MxJson;
import dev.smtpsh.render.json.ReverseJson;
import dev.smtpsh.render.json.ScanJson;
import dev.smtpsh.render.json.ScriptJson;
import dev.smtpsh.render.overview.OverviewJson;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.scan.ScanReport;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.wire.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Tells the conversation to a program: one JSON object a line. */
public final class JsonFace implements Face {
    private final Appendable out;
    private final Consumer<String> err;
    private int conversation = 1;

    /**
     * @param out takes the objects
     * @param err takes remarks of ours, which are no exchanges
     */
    public JsonFace(Appendable out, Consumer<String> err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void speaking(int number, String name, boolean several) {
        conversation = number;
    }

    @Override
    public void returned(int number) {
        conversation = number;
    }

    @Override
    public void connected(Target target, Duration took) {
        // The greeting's object says it.
    }

    @Override
    public void exchange(Exchange exchange, List<Annotation> annotations, OptionalInt sameAs) {
        ExchangeJson.write(conversation, exchange, annotations, out);
    }

    @Override
    public void typed(Octets line) {
        // Its exchange names it.
    }

    @Override
    public void spoken(Command command) {
        // Part of the exchange's object.
    }

    @Override
    public void unexpected(Exchange exchange, List<Annotation> annotations) {
        ExchangeJson.write(conversation, exchange, annotations, out);
    }

    @Override
    public void failed(Failure failure) {
        ExchangeJson.write(conversation, failure, out);
    }

    @Override
    public void tls(HandshakeReport report) {
        OverviewJson.tls(conversation, report, out);
    }

    @Override
    public void certificates(List<Octets> chain) {
        OverviewJson.certificates(conversation, chain, out);
    }

    @Override
    public void capabilities(SessionState state) {
        OverviewJson.capabilities(conversation, state.capabilities(), state.secured(), out);
    }

    @Override
    public void scanned(ScanReport report) {
        ScanJson.write(report, out);
    }

    @Override
    public void explained(Explanation explanation) {
        ExplanationJson.write(explanation, out);
    }

    @Override
    public void why(Exchange exchange, List<Annotation> annotations) {
        // Part of each exchange's object.
    }

    @Override
    public void replies(Transcript transcript) {
        OverviewJson.replies(transcript, out);
    }

    @Override
    public void timeline(Transcript transcript) {
        OverviewJson.timeline(transcript, out);
    }

    @Override
    public void compared(List<Transcript> transcripts) {
        OverviewJson.compared(transcripts, out);
    }

    @Override
    public void mx(MxPlan plan) {
        MxJson.write(plan, out);
    }

    @Override
    public void reverse(ReverseReport report) {
        ReverseJson.write(report, out);
    }

    @Override
    public void judged(Check check, Optional<Exchange> exchange, List<Annotation> annotations) {
        ScriptJson.write(conversation, check, out);
    }

    @Override
    public void listed(List<String[]> rows) {
        rows.forEach(row -> err.accept(row[0] + ": " + row[1]));
    }

    @Override
    public void note(String words) {
        err.accept(words);
    }

    @Override
    public void complaint(String what, String why, String mend) {
        err.accept(what + ". " + why + ". " + mend);
    }

    @Override
    public boolean verbosity(String level) {
        return true;
    }
}
