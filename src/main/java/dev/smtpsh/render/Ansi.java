package dev.smtpsh.render;

/** Colours for a terminal: the 16 of ECMA-48 and its like, foreground only, chosen by intent. */
public final class Ansi {
    private static final String START = "\033[";
    private static final String RESET = START + "0m";

    private Ansi() {}

    /** The text with escape sequences; each run ends as plain as it began. */
    public static String encode(StyledText text) {
        StringBuilder encoded = new StringBuilder();
        for (StyledText.Run run : text.runs()) {
            String attributes = attributes(run.intent());
            if (attributes.isEmpty()) {
                encoded.append(run.text());
            } else {
                encoded.append(START)
                        .append(attributes)
                        .append('m')
                        .append(run.text())
                        .append(RESET);
            }
        }
        return encoded.toString();
    }

    private static String attributes(Intent intent) {
        return switch (intent) {
            case OK -> "1;32";
            case GO_ON -> "1;36";
            case TRY_LATER -> "1;33";
            case REFUSED -> "1;31";
            case BROKEN, CLOSED -> "1;35";
            case CODE, STRONG -> "1";
            case DIM -> "2";
            case SERVER, PLAIN -> "";
        };
    }
}
