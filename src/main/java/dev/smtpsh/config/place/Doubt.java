package dev.smtpsh.config.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/**
 * Why a file may not say what the operator wants: somebody else can write it.
 *
 * @param why half a sentence
 * @param mend a sentence
 */
public record Doubt(String why, String mend) {
    // Its owner is whoever runs this process; where there is none, a name has to do.
    private static final Path MYSELF = Path.of("/proc/self");

    static Optional<Doubt> about(Path path) {
        try {
            PosixFileAttributes seen = Files.readAttributes(path, PosixFileAttributes.class);
            if (seen.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
                return Optional.of(
                        new Doubt("Everybody on this machine can write " + path, "Mend it: chmod o-w " + path + "."));
            }
            return ours(seen.owner())
                    ? Optional.empty()
                    : Optional.of(new Doubt(
                            path + " belongs to " + seen.owner().getName(),
                            "Make a copy of your own, and read it through."));
        } catch (UnsupportedOperationException e) {
            // A file system without owners and rights tells nothing, so there is nothing to doubt.
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Doubt("Nobody can tell who may write " + path, "Check the file's rights."));
        }
    }

    // Whoever is root can do everything anyway.
    private static boolean ours(UserPrincipal owner) throws IOException {
        boolean mine = Files.exists(MYSELF)
                ? owner.equals(Files.getOwner(MYSELF))
                : owner.getName().equals(System.getProperty("user.name"));
        return mine || owner.getName().equals("root");
    }
}
