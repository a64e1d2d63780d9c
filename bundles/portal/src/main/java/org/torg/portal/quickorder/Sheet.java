package org.torg.portal.quickorder;

import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.quickorder.Report;
import org.torg.api.vendor.VendorId;

/**
 * The page as it stands.
 *
 * @param vendor by whose article numbers
 * @param typed the rows, to be shown again
 * @param filled whether the good ones of the report are in the cart
 * @param refusal of what was just tried
 */
public record Sheet(
        Optional<VendorId> vendor, String typed, Optional<Report> report, boolean filled, Optional<Refusal> refusal) {

    /** Rows of long reports that are shown; all of them are in the file. */
    public static final int SHOWN = 500;

    /** How many can be ordered, without a remark. */
    public long good() {
        return count(false);
    }

    /** How many can be ordered, with something to be looked at. */
    public long remarked() {
        return count(true);
    }

    public int left() {
        return report.map(Report::left).orElse(0);
    }

    private long count(boolean remarked) {
        return report.stream()
                .flatMap(known -> known.rows().stream())
                .filter(row -> row.state() != Report.State.LEFT_OUT && isRemarked(row) == remarked)
                .count();
    }

    private static boolean isRemarked(Report.Row row) {
        return row.state() == Report.State.MERGED || !row.notes().isEmpty();
    }

    /** The tone in which a row is told. */
    public static String tone(Report.Row row) {
        if (row.state() == Report.State.LEFT_OUT) {
            return "bad";
        }
        return isRemarked(row) ? "warn" : "ok";
    }
}
