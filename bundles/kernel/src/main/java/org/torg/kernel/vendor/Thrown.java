package org.torg.kernel.vendor;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * What vendor code has thrown, for the log. Methods of its exceptions are vendor code too: they are called here, on its own
 * thread, and are not left to the log, which holds locks.
 */
final class Thrown {

    private static final int MOST = 8_000;

    private Thrown() {}

    /** On lines of its own, cut where it is very long; empty for nothing. */
    static String text(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        try {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            String trace = text.toString();
            return System.lineSeparator() + trace.substring(0, Math.min(trace.length(), MOST));
        } catch (RuntimeException | Error e) {
            return " (and so did its exception)";
        }
    }
}
