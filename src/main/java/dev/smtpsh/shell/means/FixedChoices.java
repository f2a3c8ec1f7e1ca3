package dev.smtpsh.shell.means;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Nothing can be chosen here. */
record FixedChoices(Manner manner) implements Choices {
    @Override
    public Upgrade upgrade() {
        return Upgrade.BY_HAND;
    }

    @Override
    public boolean asksBeforeCleartext() {
        return true;
    }

    @Override
    public boolean wantsProof() {
        return true;
    }

    @Override
    public Optional<String> prompt() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public List<Choice> list() {
        return List.of();
    }

    @Override
    public Optional<Refusal> set(String name, String value) {
        return Optional.of(new Refusal("no setting is called " + name, "There are none here", "Leave it out."));
    }
}
