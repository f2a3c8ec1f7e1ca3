package dev.smtpsh.render.overview;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.tls.CertificateFacts;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several servers answered to the same questions, in the order in which the questions were first put. */
public record Comparison(List<Row> rows, List<String> remarks) {
    private static final String CERTIFICATE = "certificate";

    /**
     * One question.
     *
     * @param answers one for each conversation
     */
    public record Row(String question, List<Answer> answers) {
        /** Whether those who were asked answered differently. */
        public boolean differs() {
            return answers.stream()
                            .filter(Answer::given)
                            .map(Answer::compared)
                            .distinct()
                            .count()
                    > 1;
        }
    }

    /**
     * @param words empty if the question was not put
     * @param compared the part of it that counts: times do not
     * @param said the exchange it is taken from; empty if it was not put
     */
    public record Answer(String words, String compared, Intent intent, Optional<Event.Said> said) {
        static final Answer NONE = new Answer("", "", Intent.PLAIN, Optional.empty());

        public boolean given() {
            return !words.isEmpty();
        }
    }

    public static Comparison of(List<Transcript> transcripts, Drawing drawing) {
        Map<String, List<Answer>> rows = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < transcripts.size(); i++) {
            Map<String, Integer> asked = new HashMap<>();
            for (Event.Said said : lastConnection(transcripts.get(i))) {
                String question = Cell.command(drawing, said.exchange().command(), "greeting");
                int times = asked.merge(question, 1, Integer::sum);
                String unique = times == 1 ? question : question + " (" + times + ")";
                put(rows, unique, i, transcripts.size(), answer(said));
                if (said.exchange().handshake().isPresent()) {
                    put(rows, CERTIFICATE, i, transcripts.size(), certificate(said));
                }
            }
        }
        List<Row> listed = new ArrayList<>();
        rows.forEach((question, answers) -> listed.add(new Row(question, List.copyOf(answers))));
        for (Row row : listed) {
            remark(row, transcripts).ifPresent(remarks::add);
        }
        return new Comparison(listed, remarks);
    }

    private static void put(Map<String, List<Answer>> rows, String question, int at, int count, Answer answer) {
        rows.computeIfAbsent(question, unknown -> new ArrayList<>(Collections.nCopies(count, Answer.NONE)))
                .set(at, answer);
    }

    private static List<Event.Said> lastConnection(Transcript transcript) {
        List<Event.Said> said = new ArrayList<>();
        for (Event event : transcript.events()) {
            if (event instanceof Event.Connected) {
                said.clear();
            } else if (event instanceof Event.Said one && !one.unasked()) {
                said.add(one);
            }
        }
        return said;
    }

    private static Answer answer(Event.Said said) {
        Exchange exchange = said.exchange();
        boolean refused = exchange.reply().refused();
        String code = exchange.reply().code().map(Object::toString).orElse("???");
        String status = exchange.reply()
                .status()
                .filter(known -> refused)
                .map(known -> " " + known)
                .orElse("");
        String tls = exchange.handshake().flatMap(HandshakeReport::version).orElse("");
        String took = Words.milliseconds(exchange.took()) + " ms";
        Optional<Annotation> best = said.annotations().stream().findFirst();
        Intent intent = best.map(one -> Words.intent(one.verdict())).orElse(Intent.PLAIN);
        String rule = refused ? best.map(Annotation::rule).orElse("") : "";
        return new Answer(
                code + status + "  " + (tls.isEmpty() ? took : tls),
                code + status + tls + rule,
                intent,
                Optional.of(said));
    }

    private static Answer certificate(Event.Said said) {
        HandshakeReport report = said.exchange().handshake().orElseThrow();
        Optional<Remark> worst =
                report.remarks().stream().filter(Remark::breaksTrust).findFirst();
        Optional<Instant> until =
                report.chain().stream().map(CertificateFacts::validUntil).findFirst();
        Optional<Long> left =
                until.map(end -> Duration.between(said.exchange().at(), end).toDays());
        String state =
                worst.map(remark -> remark.kind().name().replace('_', ' ')).orElse("valid");
        String days = left.map(count -> count >= 0 ? count + " days" : -count + " days ago")
                .filter(known -> worst.isEmpty()
                        || worst.filter(remark -> remark.kind() == Remark.Kind.EXPIRED)
                                .isPresent())
                .map(known -> " " + known)
                .orElse("");
        return new Answer(state + days, state, worst.isPresent() ? Intent.REFUSED : Intent.OK, Optional.of(said));
    }

    // One refuses what another takes: that is what people compare servers for.
    private static Optional<String> remark(Row row, List<Transcript> transcripts) {
        List<String> refusing = new ArrayList<>();
        List<String> taking = new ArrayList<>();
        for (int i = 0; i < row.answers().size(); i++) {
            Intent intent = row.answers().get(i).intent();
            String name = "#" + transcripts.get(i).number();
            if (row.answers().get(i).given()) {
                (intent == Intent.OK || intent == Intent.GO_ON ? taking : refusing).add(name);
            }
        }
        return refusing.isEmpty() || taking.isEmpty()
                ? Optional.empty()
                : Optional.of(row.question() + ": " + String.join(", ", taking) + " says yes, "
                        + String.join(", ", refusing) + " does not.");
    }
}
