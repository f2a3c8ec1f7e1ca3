package dev.smtpsh.house;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal's screen, escape sequences and all, as an SVG picture that can be read on light and on dark ground. */
public final class Picture {
    private static final Pattern SGR = Pattern.compile("\\x1b\\[([0-9;]*)m|\\x1b[()][A-Z0-9]|\\x0e|\\x0f");
    private static final double WIDTH = 8.4;
    private static final double HEIGHT = 19;
    private static final int MARGIN = 16;
    private static final String STYLE = """
            <style>
              svg { color-scheme: light dark }
              text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; white-space: pre }
              .ground { fill: #f6f8fa; stroke: #d1d9e0 }
              .bold { font-weight: 600 } .dim { opacity: .62 } .under { text-decoration: underline }
              .c1 { fill: #c01c28 } .c2 { fill: #116329 } .c3 { fill: #855600 } .c4 { fill: #0550ae } .c5 { fill: #8250df } .c6 { fill: #1b6f7a }
              .c8 { fill: #59636e }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3 }
                .ground { fill: #0d1117; stroke: #30363d }
                .c1 { fill: #ff7b72 } .c2 { fill: #56d364 } .c3 { fill: #e3b341 } .c4 { fill: #79c0ff } .c5 { fill: #d2a8ff } .c6 { fill: #76e3ea }
                .c8 { fill: #8d96a0 }
              }
            </style>
            """;

    private boolean bold;
    private boolean dim;
    private boolean under;
    private int colour;

    private Picture() {}

    /** Draws lines of a terminal of so many columns. */
    public static String of(List<String> lines, int columns, String title) {
        long width = Math.round(columns * WIDTH + 2 * MARGIN);
        long height = Math.round(lines.size() * HEIGHT + 2 * MARGIN);
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " "
                + height + "\" width=\"" + width + "\" height=\"" + height + "\" role=\"img\">\n<title>"
                + escaped(title)
                + "</title>\n" + STYLE + "<rect class=\"ground\" x=\".5\" y=\".5\" width=\"" + (width - 1)
                + "\" height=\""
                + (height - 1) + "\" rx=\"8\"/>\n");
        Picture picture = new Picture();
        double y = MARGIN + 14;
        for (String line : lines) {
            String spans = picture.spans(line);
            if (!spans.isEmpty()) {
                svg.append("<text x=\"" + MARGIN + "\" y=\"" + Math.round(y) + "\">" + spans + "</text>\n");
            }
            y += HEIGHT;
        }
        return svg + "</svg>\n";
    }

    private String spans(String line) {
        StringBuilder spans = new StringBuilder();
        Matcher escape = SGR.matcher(line);
        int from = 0;
        while (escape.find()) {
            span(line.substring(from, escape.start()), spans);
            if (escape.group(1) != null) {
                for (String number : escape.group(1).isEmpty()
                        ? new String[] {"0"}
                        : escape.group(1).split(";")) {
                    set(Integer.parseInt(number));
                }
            }
            from = escape.end();
        }
        span(line.substring(from).stripTrailing(), spans);
        return spans.toString();
    }

    private void span(String text, StringBuilder spans) {
        if (text.isEmpty()) {
            return;
        }
        String classes = ((bold ? "bold " : "")
                        + (dim ? "dim " : "")
                        + (under ? "under " : "")
                        + (colour > 0 ? "c" + colour : ""))
                .strip();
        spans.append(
                classes.isEmpty() ? escaped(text) : "<tspan class=\"" + classes + "\">" + escaped(text) + "</tspan>");
    }

    private void set(int number) {
        switch (number) {
            case 0 -> {
                bold = false;
                dim = false;
                under = false;
                colour = 0;
            }
            case 1 -> bold = true;
            case 2 -> dim = true;
            case 4 -> under = true;
            case 22 -> {
                bold = false;
                dim = false;
            }
            case 24 -> under = false;
            case 39 -> colour = 0;
            case 90 -> colour = 8;
            default -> {
                if (number >= 31 && number <= 36) {
                    colour = number - 30;
                } else if (number >= 91 && number <= 96) {
                    colour = number - 90;
                }
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
