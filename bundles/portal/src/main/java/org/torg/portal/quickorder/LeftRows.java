package org.torg.portal.quickorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.torg.api.quickorder.Report;

/** The text without the rows that are in the cart: to be corrected where it was typed (L21). */
final class LeftRows {

    private LeftRows() {}

    /**
     * What was typed without the lines of good rows. Lines before the first row, such as a header, stay.
     *
     * @param report of this text
     */
    static String of(String typed, Report report) {
        TreeMap<Long, Report.Row> begins = new TreeMap<>();
        report.rows().forEach(row -> begins.put(row.number(), row));
        List<String> left = new ArrayList<>();
        String[] lines = typed.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Map.Entry<Long, Report.Row> row = begins.floorEntry(i + 1L);
            boolean stays = row == null || row.getValue().state() == Report.State.LEFT_OUT;
            if (stays && !lines[i].isBlank()) {
                left.add(lines[i]);
            }
        }
        return String.join("\n", left);
    }

    /** Of rows that nobody typed, such as those of an earlier order: article and quantity. */
    static String of(Report report) {
        return String.join(
                "\n",
                report.rows().stream()
                        .filter(row -> row.state() == Report.State.LEFT_OUT)
                        .map(row -> String.join(";", row.typed()))
                        .toList());
    }
}
