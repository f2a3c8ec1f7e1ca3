package dev.smtpsh.script.program;

import dev.smtpsh.script.syntax.ScriptLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file (RFC 4180): commas between fields, quotes around a field that holds one, and two quotes for one in it.
 *
 * @param columns the fields of the first row
 * @param rows the others; each has as many fields as there are columns
 */
public record Table(List<String> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException with half a sentence, if it is none
     */
    static Table read(String text) {
        List<List<String>> rows = new Reader(text).rows();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("it is empty; its first line names the columns");
        }
        List<String> columns = rows.get(0).stream().map(String::strip).toList();
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).size() != columns.size()) {
                throw new IllegalArgumentException("row " + (row + 1) + " has "
                        + rows.get(row).size() + " fields, and there are " + columns.size() + " columns");
            }
        }
        return new Table(columns, rows.subList(1, rows.size()));
    }

    private static final class Reader {
        private final String text;
        private final List<List<String>> rows = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private int at;

        Reader(String text) {
            this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
        }

        List<List<String>> rows() {
            while (at < text.length()) {
                row.add(text.charAt(at) == '"' ? quoted() : plain());
                if (at < text.length() && text.charAt(at) == ',') {
                    at++;
                    if (at == text.length()) {
                        row.add("");
                    }
                } else {
                    endOfRow();
                }
            }
            if (!row.isEmpty()) {
                endOfRow();
            }
            return rows;
        }

        private void endOfRow() {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) != '\n') {
                throw new IllegalArgumentException("row " + (rows.size() + 1) + " has text after a closing quote");
            }
            at++;
            boolean empty = row.size() == 1 && row.get(0).isEmpty();
            if (!empty) {
                rows.add(row);
            }
            row = new ArrayList<>();
            if (rows.size() > ScriptLimits.LOOP_VALUES + 1) {
                throw new IllegalArgumentException("it has more than " + ScriptLimits.LOOP_VALUES + " rows");
            }
        }

        private String plain() {
            int begin = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(begin, at);
        }

        private String quoted() {
            StringBuilder field = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    field.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append('"');
                    at++;
                } else {
                    return field.toString();
                }
            }
            throw new IllegalArgumentException("row " + (rows.size() + 1) + " has a quote that is not closed");
        }
    }
}
