package org.torg.kernel.catalog.imports;

import java.util.regex.Pattern;

/** Keeps spreadsheets from taking a text for a formula: such a one is written with an apostrophe before it, and read without. */
public final class PlainTexts {

    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r].*");
    private static final Pattern MARKED = Pattern.compile("(?s)'+[=+\\-@\t\r].*");

    private PlainTexts() {}

    public static String write(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String read(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
