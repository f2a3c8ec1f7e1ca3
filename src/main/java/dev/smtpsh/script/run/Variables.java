package dev.smtpsh.script.run;

import dev.smtpsh.script.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values of a run's variables. What is kept or looped over while it runs wins over what was given. */
final class Variables implements Function<String, String> {
    /** A variable was asked for that nothing was ever kept under. */
    static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoValue(String name) {
            super("nothing was kept under `" + name + "`", null, false, false);
        }
    }

    private final Map<String, String> values = new HashMap<>();
    private final Function<String, Optional<String>> builtin;

    Variables(Program program, Conditions conditions) {
        builtin = conditions.builtin();
        values.putAll(conditions.given());
        program.defaults().forEach((name, value) -> {
            if (!conditions.given().containsKey(name)) {
                values.put(name, value.fill(this));
            }
        });
        program.secrets().forEach(name -> values.put(name, conditions.secrets().getOrDefault(name, "")));
    }

    @Override
    public String apply(String name) {
        String value =
                values.computeIfAbsent(name, wanted -> builtin.apply(wanted).orElse(null));
        if (value == null) {
            throw new NoValue(name);
        }
        return value;
    }

    void keep(String name, String value) {
        values.put(name, value);
    }

    /** Names the fields of a row of a table; the name itself stands for the first one. */
    void row(String name, List<String> columns, List<String> fields) {
        values.put(name, fields.get(0));
        for (int i = 0; i < columns.size(); i++) {
            values.put(name + "." + columns.get(i), fields.get(i));
        }
    }
}
