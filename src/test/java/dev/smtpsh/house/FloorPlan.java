package dev.smtpsh.house;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tables of {@code docs/architecture.md}. */
record FloorPlan(List<Room> rooms, List<Library> libraries) {
    static final String BASE = "dev.smtpsh";
    static final String TOP = "top";

    private static final int TOP_FLOOR = 99;
    private static final Pattern TICKED = Pattern.compile("`([^`]+)`");

    /**
     * A row of the first table.
     *
     * @param mayUse rooms, or single classes of a room such as {@code smtp.Octets}
     */
    record Room(String name, int floor, boolean built, Set<String> mayUse, boolean mayUseAllBelow) {}

    /** A row of the second table. */
    record Library(String name, String packages, String door, boolean built) {
        boolean contains(String className) {
            return className.startsWith(packages + ".");
        }
    }

    static FloorPlan read(String page) {
        List<Room> rooms = new ArrayList<>();
        List<Library> libraries = new ArrayList<>();
        String heading = "";
        for (String line : page.lines().toList()) {
            heading = line.startsWith("## ") ? line : heading;
            String[] cells = line.split("\\|", -1);
            boolean row = line.startsWith("| ") && cells.length == 6;
            if (row && heading.equals("## Rooms") && !cells[1].trim().equals("floor")) {
                rooms.add(room(cells));
            } else if (row && heading.equals("## Libraries") && !cells[1].trim().equals("library")) {
                libraries.add(library(cells));
            }
        }
        return new FloorPlan(rooms, libraries);
    }

    private static Room room(String[] cells) {
        String floor = cells[1].trim();
        boolean top = floor.equals(TOP);
        return new Room(
                top ? TOP : ticked(cells[2]).iterator().next(),
                top ? TOP_FLOOR : Integer.parseInt(floor.substring(0, 1)),
                !cells[2].contains("to come"),
                ticked(cells[4]),
                cells[4].contains("all below"));
    }

    private static Library library(String[] cells) {
        String packages = ticked(cells[2]).iterator().next();
        String door = ticked(cells[3]).iterator().next();
        return new Library(cells[1].trim(), packages, door, !cells[1].contains("to come"));
    }

    private static Set<String> ticked(String cell) {
        Set<String> words = new LinkedHashSet<>();
        TICKED.matcher(cell).results().map(found -> found.group(1)).forEach(words::add);
        return words;
    }

    /** The room a package of ours belongs to: the word after the base package. */
    Optional<Room> roomOf(String packageName) {
        String name = packageName.equals(BASE)
                ? TOP
                : packageName.substring(BASE.length() + 1).split("\\.")[0];
        return rooms.stream().filter(room -> room.name().equals(name)).findFirst();
    }

    /** Whether a room may use a class of ours. */
    boolean allows(Room user, String className) {
        Optional<Room> used = SourceFile.packageOf(className).flatMap(this::roomOf);
        if (used.isEmpty()) {
            return false;
        }
        String inside = className.substring(BASE.length() + 1);
        return used.get().equals(user)
                || (user.mayUseAllBelow() && used.get().floor() < user.floor())
                || user.mayUse().stream().anyMatch(word -> inside.equals(word) || inside.startsWith(word + "."));
    }

    /** What is wrong with the plan itself. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (Room room : rooms) {
            for (String word : room.mayUse()) {
                Optional<Room> used = roomOf(BASE + "." + word);
                if (used.isEmpty()) {
                    complaints.add("the plan lets " + room.name() + " use " + word + ", which is no room");
                } else if (used.get().floor() > room.floor()) {
                    complaints.add("the plan lets " + room.name() + " use " + word + ", which stands above it");
                }
            }
        }
        for (Library library : libraries) {
            if (roomOf(BASE + "." + library.door()).isEmpty()) {
                complaints.add("the door of " + library.name() + " is " + library.door() + ", which is no room");
            }
        }
        return complaints;
    }

    /** The version in a library's name, such as {@code 1.84}. */
    static Optional<String> version(Library library) {
        return Pattern.compile("\\d+(\\.\\d+)+")
                .matcher(library.name())
                .results()
                .map(MatchResult::group)
                .findFirst();
    }
}
