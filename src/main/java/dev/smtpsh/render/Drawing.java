package dev.smtpsh.render;

import dev.smtpsh.smtp.Octets;

/**
 * How text is to look.
 *
 * @param width columns there are; fewer than {@value #NARROWEST} count as that many
 * @param ascii whether nothing but ASCII may come out
 * @param accessible whether it is to be read aloud: labels instead of gutters and columns
 */
public record Drawing(int width, boolean ascii, boolean accessible, Level level) {
    static final int NARROWEST = 20;

    // Fewer columns than this have no room for a column of labels.
    private static final int TABLES_FROM = 60;

    // Lines of prose that are longer than this are hard to read.
    private static final int WIDEST_PROSE = 120;

    public Drawing {
        width = Math.max(width, NARROWEST);
    }

    public Drawing withWidth(int columns) {
        return new Drawing(columns, ascii, accessible, level);
    }

    public Drawing withLevel(Level other) {
        return new Drawing(width, ascii, accessible, other);
    }

    /** Whether there is room for columns, and a reader who sees them. */
    public boolean tables() {
        return width >= TABLES_FROM && !accessible;
    }

    // The last column stays free: some terminals leave an empty line after a full one.
    public int proseWidth() {
        return Math.min(width, WIDEST_PROSE) - 1;
    }

    public String visible(String text) {
        return ascii ? Safe.ascii(text) : Safe.visible(text);
    }

    public String visible(Octets octets) {
        return ascii ? Safe.ascii(octets) : Safe.visible(octets);
    }
}
