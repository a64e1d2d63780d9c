package org.torg.kernel.vendor;

import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * What vendor code has thrown, for the log. Methods of its exceptions are vendor code too: they are called here, on its own
 * thread, and are not left to the log, which holds locks.
 */
public final class Thrown {

    private static final int MOST = 8_000;

    private Thrown() {}

    /** On lines of its own, cut where it is very long; empty for nothing. */
    public static String text(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        try {
            Beginning text = new Beginning();
            try {
                thrown.printStackTrace(new PrintWriter(text));
            } catch (Beginning.Enough e) {
                // Its causes may go on for ever.
                text.written.append(" ...");
            }
            return System.lineSeparator() + text.written;
        } catch (RuntimeException | Error e) {
            return " (and so did its exception)";
        }
    }

    /** Takes so much and no more. */
    private static final class Beginning extends Writer {

        private static final class Enough extends RuntimeException {

            private static final long serialVersionUID = 1L;

            Enough() {
                super(null, null, false, false);
            }
        }

        private final StringBuilder written = new StringBuilder();

        @Override
        public void write(char[] characters, int from, int length) {
            int room = Math.min(length, MOST - written.length());
            written.append(characters, from, room);
            if (room < length) {
                throw new Enough();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
