package dev.smtpsh.script.run;

import dev.smtpsh.script.result.Place;
import dev.smtpsh.script.result.Step;

/** Is told of what is about to be done, and of what came of it. */
public interface Observer {
    /** Whether to do it; otherwise the file ends here. */
    default boolean before(Place place, String words) {
        return true;
    }

    default void after(Step step) {}

    /** Sees nothing. */
    Observer NONE = new Observer() {};
}
