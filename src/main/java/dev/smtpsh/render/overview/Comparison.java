package dev.smtpsh.render.overview;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Remark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several servers answered to the same questions, in the order in which the questions were first put. */
record Comparison(List<Row> rows, List<String> remarks) {
    private static final String CERTIFICATE = "certificate";

    /**
     * One question.
     *
     * @param answers one for each conversation
     */
    record Row(String question, List<Answer> answers) {
        /** Whether those who were asked answered differently. */
        boolean differs() {
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
     */
    record Answer(String words, String compared, Intent intent) {
        static final Answer NONE = new Answer("", "", Intent.PLAIN);

        boolean given() {
            return !words.isEmpty();
        }
    }

    static Comparison of(List<Transcript> transcripts, Drawing drawing) {
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
                    put(
                            rows,
                            CERTIFICATE,
                            i,
                            transcripts.size(),
                            certificate(said.exchange().handshake().get()));
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
        return new Answer(code + status + "  " + (tls.isEmpty() ? took : tls), code + status + tls + rule, intent);
    }

    private static Answer certificate(HandshakeReport report) {
        Optional<Remark> worst =
                report.remarks().stream().filter(Remark::breaksTrust).findFirst();
        String words =
                worst.map(remark -> remark.kind().name().replace('_', ' ')).orElse("trusted");
        return new Answer(words, words, worst.isPresent() ? Intent.REFUSED : Intent.OK);
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
