package org.torg.portal.office.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.torg.portal.look.Reader;

/** How large a file is, as people say it. */
public final class FileSize {

    private static final int MEGA = 1_000_000;
    private static final int KILO = 1_000;

    private FileSize() {}

    /** Megabytes with one decimal; below one of them whole kilobytes, at least 1. */
    public static String of(Reader reader, long bytes) {
        if (bytes < MEGA) {
            return reader.text("file.kilobytes", reader.number(Math.max(1, bytes / KILO)));
        }
        BigDecimal mega = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGA), 1, RoundingMode.HALF_UP);
        return reader.text("file.megabytes", reader.number(mega));
    }
}
