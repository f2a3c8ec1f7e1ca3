package dev.smtpsh.practice;

import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A folder of what arrived, a file a message. Before what came stand three lines of the server's: Return-Path
 * (RFC 5321 4.4), the recipients, which are nowhere else in a message, and Received. A file is there whole or not at all.
 */
public final class Mailbox {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'");
    private static final String CRLF = "\r\n";

    private final Path folder;
    private final String host;
    private final int mostFiles;
    private final long mostOctets;
    private int files;
    private long octets;

    private Mailbox(Path folder, String host, PracticeLimits limits) {
        this.folder = folder;
        this.host = host;
        this.mostFiles = limits.messages();
        this.mostOctets = limits.octets();
    }

    /**
     * Opens a folder, and makes it if it is not there.
     *
     * @param host what the server calls itself
     * @param limits as many messages and octets as it keeps in memory are written in one run; nothing is ever deleted
     * @throws IOException if it cannot be made or written to
     */
    public static Mailbox in(Path folder, String host, PracticeLimits limits) throws IOException {
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, ".smtpsh", ".part"));
        return new Mailbox(folder, host, limits);
    }

    /**
     * Writes a message.
     *
     * @return its file
     * @throws IOException if it cannot be written, or the bounds are reached
     */
    public synchronized Path keep(StoredMessage message) throws IOException {
        Octets whole = Octets.utf8(head(message)).plus(lines(message.content()));
        if (files >= mostFiles || octets + whole.length() > mostOctets) {
            throw new IOException("the mailbox has " + files + " messages of this run; no more are written");
        }
        Path part = Files.createTempFile(folder, ".smtpsh", ".part");
        try {
            Files.write(part, whole.toByteArray());
            Path file = folder.resolve(name(message));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            files++;
            octets += whole.length();
            return file;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    // Nothing a client sent gets into the name.
    private String name(StoredMessage message) {
        return NAME.format(message.at().atOffset(ZoneOffset.UTC)) + "."
                + ProcessHandle.current().pid() + "." + message.id() + ".eml";
    }

    private String head(StoredMessage message) {
        ZonedDateTime at = message.at().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
        String recipients = message.recipients().stream()
                .map(recipient -> "<" + recipient.path() + ">")
                .collect(Collectors.joining("," + CRLF + " "));
        return "Return-Path: <" + line(message.reversePath()) + ">" + CRLF
                + "Envelope-To: " + recipients + CRLF
                + "Received: from " + line(message.name()) + CRLF
                + " by " + host + " id " + message.id() + ";" + CRLF
                + " "
                + DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).format(at) + CRLF;
    }

    private static String line(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}]", "?");
    }

    // A message that came in chunks may end in the middle of a line; a file does not.
    private static Octets lines(Octets content) {
        int end = content.length();
        boolean whole = end >= 2 && content.at(end - 2) == '\r' && content.at(end - 1) == '\n';
        return whole ? content : content.plus(Octets.latin1(CRLF));
    }
}
