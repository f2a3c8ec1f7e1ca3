package dev.smtpsh.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java source, as far as walls and floors are concerned. */
record SourceFile(String path, String text) {
    // Everything in which a name means nothing: comments, texts and characters.
    private static final Pattern NO_CODE = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'",
            Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("(?<![\\w.])package\\s+([\\w.]+)\\s*;");
    private static final Pattern IMPORT =
            Pattern.compile("(?<![\\w.])import\\s+(?:static\\s+)?([\\w.]+(?:\\.\\*)?)\\s*;");
    private static final Pattern QUALIFIED = Pattern.compile(
            "(?<![\\w.])((?:dev|com|org|net|io|java|javax|jdk|sun)(?:\\s*\\.\\s*\\w+)*\\s*\\.\\s*[A-Z]\\w*)");
    private static final Pattern BARE = Pattern.compile("(?<![\\w.])(?:[A-Z]\\w*)(?:\\s*\\.\\s*\\w+)?");

    /** The text without comments and literals; lines stay lines. */
    String code() {
        return NO_CODE.matcher(text)
                .replaceAll(skipped -> "\n".repeat((int) skipped.group().lines().count() - 1) + " ");
    }

    String packageName() {
        Matcher matcher = PACKAGE.matcher(code());
        return matcher.find() ? matcher.group(1) : "";
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name of the type the file is called after. */
    String typeName() {
        return fileName().replace(".java", "");
    }

    long lines() {
        return text.lines().count();
    }

    /** Every imported or qualified name, such as {@code dev.smtpsh.smtp.reply.Reply} or {@code java.net.Socket}. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        String code = code();
        IMPORT.matcher(code).results().forEach(found -> names.add(found.group(1)));
        String body = IMPORT.matcher(PACKAGE.matcher(code).replaceAll("")).replaceAll("");
        QUALIFIED
                .matcher(body)
                .results()
                .forEach(found -> names.add(found.group(1).replaceAll("\\s", "")));
        return names;
    }

    /** Types used by their bare name, with the member taken from them if any: {@code System.out}, {@code Thread}. */
    List<String> bareNames() {
        return BARE.matcher(code())
                .results()
                .map(found -> found.group().replaceAll("\\s", ""))
                .distinct()
                .toList();
    }

    /** The package part of a name: everything before the first word with a capital letter. */
    static Optional<String> packageOf(String name) {
        StringBuilder packageName = new StringBuilder();
        for (String word : name.split("\\.", -1)) {
            if (word.isEmpty() || word.equals("*") || Character.isUpperCase(word.charAt(0))) {
                break;
            }
            packageName.append(packageName.length() == 0 ? "" : ".").append(word);
        }
        return packageName.length() == 0 ? Optional.empty() : Optional.of(packageName.toString());
    }
}
