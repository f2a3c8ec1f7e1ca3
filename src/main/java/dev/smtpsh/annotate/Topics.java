package dev.smtpsh.annotate;

import java.util.List;
import java.util.Optional;

/** Topics to be looked up. */
public interface Topics {
    /** The topic with this id or alias, whatever its letter case; blanks and hyphens are the same. */
    Optional<Topic> named(String name);

    /** The id of the topic that a misspelt name was probably meant for. */
    Optional<String> nearest(String name);

    /** All of them, by group. */
    List<Topic> all();
}
