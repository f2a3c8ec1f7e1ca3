package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.house.Picture;
import dev.smtpsh.peers.Sitting;
import dev.smtpsh.peers.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The picture in the README is a recording of what the program shows today. */
@Timeout(90)
class PictureIT {
    private static final Path PICTURE = Path.of("docs", "session.svg");

    @TempDir
    private Path home;

    @Test
    void the_picture_shows_what_the_program_shows() throws Exception {
        List<String> lines;
        try (Tmux screen =
                Sitting.in(home).rows(44).with("TERM", "xterm-256color").start("practice:greylist")) {
            screen.see("greeted>").line("EHLO me.test").see("plain ready>");
            screen.line("MAIL FROM: zoe@me.test").see("\\^\\^\\^").see("ready!>");
            screen.line("next 1").see("ready!> MAIL FROM:<zoe").keys("Enter").see("mail\\*>");
            screen.line("RCPT TO:<amy@practice.test>").see("TRY LATER").see("mail!>");
            lines = screen.coloured().lines().toList();
        }
        int begin = 0;
        while (!bare(lines.get(begin)).contains("> EHLO me.test")) {
            begin++;
        }
        int end = lines.size();
        while (bare(lines.get(end - 1)).isBlank()) {
            end--;
        }
        String picture = Picture.of(lines.subList(begin, end), 80, "smtpsh talks to a practice server that greylists")
                .replaceAll("practice:\\d+", "practice:25");
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(PICTURE, picture);
        }
        assertEquals(Files.readString(PICTURE), picture, "stale; write it with -Dgolden=write");
    }

    private static String bare(String line) {
        return line.replaceAll("\\x1b\\[[0-9;]*m", "");
    }
}
