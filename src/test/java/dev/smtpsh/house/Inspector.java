package dev.smtpsh.house;

import dev.smtpsh.house.FloorPlan.Library;
import dev.smtpsh.house.FloorPlan.Room;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Walks through the sources with the plan in hand and complains. */
final class Inspector {
    private static final int MAX_LINES = 320;
    private static final int MAX_FILES = 15;
    private static final int LAST_PURE_FLOOR = 2;

    private static final Pattern SAYS_NOTHING =
            Pattern.compile("utils?|commons?|core|helpers?|managers?|impl|base|misc");
    private static final Pattern TYPE_SAYS_NOTHING = Pattern.compile("\\w*(Utils?|Helpers?|Manager|Impl)|Abstract\\w*");
    private static final Pattern IMPURE = Pattern.compile(
            "java\\.net\\..*|java\\.nio\\.(file|channels)\\..*|java\\.util\\.concurrent\\..*|java\\.time\\.Clock"
                    + "|java\\.io\\.(File\\w*|RandomAccessFile|Console|PrintStream|PrintWriter)(\\..*)?"
                    + "|java\\.lang\\.(Thread|Process|Runtime|System)\\w*(\\..*)?");
    private static final Pattern IMPURE_BARE = Pattern.compile("(Thread|ThreadLocal|ProcessBuilder|Runtime)(\\.\\w+)?"
            + "|System\\.(out|err|in|currentTimeMillis|nanoTime|exit|getenv|getProperty|console)"
            + "|(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now");
    private static final Pattern STREAM = Pattern.compile("System\\.(out|err|in|console)");
    private static final Pattern OF_THE_JDK = Pattern.compile("javax?\\..*");

    private final FloorPlan plan;
    private final List<String> complaints = new ArrayList<>();

    private Inspector(FloorPlan plan) {
        this.plan = plan;
    }

    static List<String> inspect(FloorPlan plan, List<SourceFile> sources) {
        Inspector inspector = new Inspector(plan);
        inspector.complaints.addAll(plan.complaints());
        sources.forEach(inspector::inspect);
        inspector.inspectPackages(sources);
        inspector.findCycles(sources);
        return inspector.complaints;
    }

    private void inspect(SourceFile source) {
        if (source.lines() > MAX_LINES) {
            complain(source, "has " + source.lines() + " lines; " + MAX_LINES + " is the most");
        }
        if (TYPE_SAYS_NOTHING.matcher(source.typeName()).matches()) {
            complain(source, "has a name that says nothing");
        }
        Optional<Room> room = plan.roomOf(source.packageName());
        if (room.isEmpty()) {
            complain(source, "stands in no room of docs/architecture.md");
            return;
        }
        if (!room.get().built()) {
            complain(source, "stands in a room that is marked \"to come\"");
        }
        source.names().forEach(name -> inspectName(source, room.get(), name));
        inspectBareNames(source, room.get());
    }

    private void inspectName(SourceFile source, Room room, String name) {
        if (name.endsWith(".*")) {
            complain(source, "imports " + name + "; name each class");
        }
        if (name.startsWith(FloorPlan.BASE + ".")) {
            if (!plan.allows(room, name)) {
                complain(source, room.name() + " may not use " + name);
            }
        } else if (!OF_THE_JDK.matcher(name).matches()) {
            inspectForeign(source, name);
        } else if (room.floor() <= LAST_PURE_FLOOR && IMPURE.matcher(name).matches()) {
            complain(source, "floor " + room.floor() + " is pure and may not use " + name);
        }
    }

    private void inspectForeign(SourceFile source, String name) {
        Optional<Library> library =
                plan.libraries().stream().filter(known -> known.contains(name)).findFirst();
        if (library.isEmpty()) {
            complain(source, "uses " + name + " of a library that is not in docs/architecture.md");
            return;
        }
        String door = FloorPlan.BASE + "." + library.get().door();
        if (!(source.packageName() + ".").startsWith(door + ".")) {
            complain(source, "uses " + name + ", whose door is " + library.get().door());
        }
    }

    private void inspectBareNames(SourceFile source, Room room) {
        boolean mayPrint = room.name().equals("cli") || room.name().equals(FloorPlan.TOP);
        for (String name : source.bareNames()) {
            if (room.floor() <= LAST_PURE_FLOOR && IMPURE_BARE.matcher(name).matches()) {
                complain(source, "floor " + room.floor() + " is pure and may not use " + name);
            } else if (!mayPrint && STREAM.matcher(name).matches()) {
                complain(source, "uses " + name + ", which belongs to cli");
            }
        }
    }

    private void inspectPackages(List<SourceFile> sources) {
        Map<String, List<SourceFile>> byPackage = sources.stream()
                .collect(Collectors.groupingBy(SourceFile::packageName, TreeMap::new, Collectors.toList()));
        byPackage.forEach((name, files) -> {
            long described = files.stream()
                    .filter(file -> file.typeName().equals("package-info"))
                    .count();
            if (described == 0 && !name.equals(FloorPlan.BASE)) {
                complaints.add(name + " has no package-info.java");
            }
            if (files.size() - described > MAX_FILES) {
                complaints.add(name + " has " + (files.size() - described) + " files; " + MAX_FILES + " is the most");
            }
            for (String word : name.split("\\.")) {
                if (SAYS_NOTHING.matcher(word).matches()) {
                    complaints.add(name + " has a name that says nothing");
                }
            }
        });
    }

    private void findCycles(List<SourceFile> sources) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (SourceFile source : sources) {
            Set<String> used = uses.computeIfAbsent(source.packageName(), name -> new TreeSet<>());
            source.names().stream()
                    .filter(name -> name.startsWith(FloorPlan.BASE + "."))
                    .flatMap(name -> SourceFile.packageOf(name).stream())
                    .filter(name -> !name.equals(source.packageName()))
                    .forEach(used::add);
        }
        Map<String, Boolean> finished = new LinkedHashMap<>();
        uses.keySet().forEach(name -> follow(name, uses, finished, new ArrayList<>()));
    }

    private void follow(String name, Map<String, Set<String>> uses, Map<String, Boolean> finished, List<String> path) {
        if (path.contains(name)) {
            List<String> circle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
            circle.add(name);
            complaints.add("packages in a circle: " + String.join(" -> ", circle));
            return;
        }
        if (finished.containsKey(name)) {
            return;
        }
        path.add(name);
        uses.getOrDefault(name, Set.of()).forEach(used -> follow(used, uses, finished, path));
        path.remove(path.size() - 1);
        finished.put(name, true);
    }

    private void complain(SourceFile source, String what) {
        complaints.add(source.path() + " " + what);
    }
}
