package dev.smtpsh.lesson;

import java.util.List;
import java.util.Optional;

/**
 * One lesson, as its file tells it.
 *
 * @param number from 1, the order in which one learns
 * @param version goes up when tasks change, so that learners are asked only for what is new
 * @param chapter what it belongs to; placement tests a chapter by one task
 * @param minutes about how long it takes
 * @param suspects the servers it is played on: one for an ordinary lesson, several where the learner has to find out which
 * @param explained whether replies are explained from the start; if not, from the last task on
 * @param summary three lines for the end
 * @param world how the same looks outside of a lesson, one sentence
 */
public record Lesson(
        int number,
        int version,
        String title,
        String topic,
        String chapter,
        int minutes,
        List<Suspect> suspects,
        boolean explained,
        String goal,
        List<Task> tasks,
        List<String> summary,
        String world,
        Question question) {
    public Lesson {
        suspects = List.copyOf(suspects);
        tasks = List.copyOf(tasks);
        summary = List.copyOf(summary);
    }

    /**
     * A server it may be played on.
     *
     * @param scenario the name of a shipped scenario
     * @param words what is the matter with it, for a choice; empty in lessons with one server
     */
    public record Suspect(String scenario, String words) {}

    public Optional<Task> task(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** The task by which placement tests the chapter. */
    public Optional<Task> placement() {
        return tasks.stream().filter(task -> task.placement().isPresent()).findFirst();
    }

    /** The same lesson with nothing but its placement task. */
    public Optional<Lesson> asPlacement() {
        return placement()
                .map(task -> new Lesson(
                        number,
                        version,
                        title,
                        topic,
                        chapter,
                        minutes,
                        suspects,
                        explained,
                        goal,
                        List.of(task.alone()),
                        summary,
                        world,
                        question));
    }
}
