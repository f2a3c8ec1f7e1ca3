package dev.smtpsh.dns.query;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.Question;
import dev.smtpsh.dns.Resolver;
import dev.smtpsh.wire.Deadline;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks name servers over UDP, and over TCP where an answer does not fit. It does not walk from the root: the servers must
 * do that, or be responsible for what is asked. dnsjava is loaded with the first question.
 */
public final class NetResolver implements Resolver {
    private final List<InetSocketAddress> servers;
    private final QueryLimits limits;

    /** @param servers in the order to ask them; empty for those of the system */
    public NetResolver(List<InetSocketAddress> servers, QueryLimits limits) {
        this.servers = List.copyOf(servers);
        this.limits = limits;
    }

    @Override
    public Answer ask(Question question, Deadline deadline) throws InterruptedException {
        return new Inquiry(question, servers, limits, deadline).answer();
    }

    @Override
    public List<Answer> askAll(List<Question> questions, Deadline deadline) throws InterruptedException {
        if (questions.isEmpty()) {
            return List.of();
        }
        int threads = Math.min(limits.sideBySide(), questions.size());
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "smtpsh-resolve");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Answer>> coming = new ArrayList<>();
            for (Question question : questions) {
                coming.add(pool.submit(() -> ask(question, deadline)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : coming) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
