package org.torg.api.quickorder;

import java.util.List;
import java.util.Optional;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.catalog.Sku;
import org.torg.api.vendor.VendorId;

/**
 * What became of each row, in their order. Rows without anything in them are not counted.
 *
 * @param left how many are left out
 */
public record Report(VendorId vendor, List<Row> rows, int left) {

    public enum State {
        /** Can be ordered. */
        GOOD,
        /** Can be ordered, and counts with an earlier row of the same article. */
        MERGED,
        /** Is not added; the first of its notes says why. */
        LEFT_OUT
    }

    /**
     * @param number the line of the file or text on which it begins, or its place among the rows; from 1
     * @param typed its cells as they were typed
     * @param article that is meant, where one is
     * @param quantity that was read, where one was; never rounded
     * @param ordered how many are added by this row, those of the rows that are merged with it included
     * @param with number of the row with which it is merged
     * @param suggestions what may have been meant instead
     */
    public record Row(
            long number,
            List<String> typed,
            State state,
            Optional<Article> article,
            Optional<Integer> quantity,
            Optional<Integer> ordered,
            Optional<Long> with,
            List<Note> notes,
            List<Article> suggestions) {
        public Row {
            typed = List.copyOf(typed);
            notes = List.copyOf(notes);
            suggestions = List.copyOf(suggestions);
        }
    }

    public record Article(Sku sku, LocalizedText name) {}

    /** @param code machine code, such as {@code sku-unknown} */
    public record Note(String code, Message message) {}

    public Report {
        rows = List.copyOf(rows);
    }
}
