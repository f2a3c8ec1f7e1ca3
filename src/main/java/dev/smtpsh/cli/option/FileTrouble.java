package dev.smtpsh.cli.option;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words: Java's own are mostly the file's name once more. */
public final class FileTrouble {
    private FileTrouble() {}

    public static String words(IOException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return "There is no such file";
        }
        if (trouble instanceof AccessDeniedException) {
            return "You are not allowed to";
        }
        if (trouble instanceof CharacterCodingException) {
            return "It is not UTF-8";
        }
        return String.valueOf(trouble.getMessage());
    }
}
