package org.torg.kernel.catalog.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The lines of a file, none held longer than {@value #MAX_LENGTH} characters. */
final class CsvLines {

    static final int MAX_LENGTH = 100_000;

    /**
     * @param number from 1
     * @param text without its end, cut at the greatest length
     * @param end what ended it: LF, CR LF, CR, or nothing at the end of the file
     * @param cut whether the line was longer
     */
    record Line(long number, String text, String end, boolean cut) {}

    private final Reader in;
    private final char[] buffer = new char[16 * 1024];
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private int from;
    private int to;
    private long number;

    CsvLines(Reader in) {
        this.in = in;
    }

    Optional<Line> next() throws IOException {
        return pushedBack.isEmpty() ? read() : Optional.of(pushedBack.removeFirst());
    }

    /** They come again, in this order, before all others. */
    void pushBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            pushedBack.addFirst(lines.get(i));
        }
    }

    private Optional<Line> read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        int c = readChar();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (text.length() < MAX_LENGTH) {
                text.append((char) c);
            } else {
                cut = true;
            }
            c = readChar();
        }
        number++;
        return Optional.of(new Line(number, text.toString(), end(c), cut));
    }

    private String end(int c) throws IOException {
        if (c != '\r') {
            return c < 0 ? "" : "\n";
        }
        int following = readChar();
        if (following == '\n') {
            return "\r\n";
        }
        if (following >= 0) {
            from--;
        }
        return "\r";
    }

    private int readChar() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer, 0, buffer.length));
            if (to == 0) {
                return -1;
            }
        }
        return buffer[from++];
    }
}
