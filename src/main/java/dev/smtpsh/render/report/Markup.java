package dev.smtpsh.render.report;

import dev.smtpsh.render.Safe;

/** HTML in the making. What is not our own goes in as text, and no text can become anything else. */
final class Markup {
    private final StringBuilder html = new StringBuilder();

    /** Tags, written as they are. */
    Markup tags(String tags) {
        html.append(tags);
        return this;
    }

    /** Whatever anybody said: made visible and escaped, for between tags and for within quotes. */
    Markup text(String text) {
        html.append(Safe.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
        return this;
    }

    /** An element with nothing but text in it. */
    Markup element(String name, String text) {
        return tags("<" + name + ">").text(text).tags("</" + name + ">");
    }

    /** The same, of a class. */
    Markup element(String name, String kind, String text) {
        return tags("<" + name + " class=\"" + kind + "\">").text(text).tags("</" + name + ">");
    }

    Markup line() {
        html.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
