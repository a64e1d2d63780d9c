package org.torg.kernel.quickorder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.quickorder.Report.Note;
import org.torg.api.quickorder.Report.State;

/** Rows of the same article count as one, the first of them; configured ones stay apart. Pure. */
final class Merging {

    private Merging() {}

    static List<JudgedRow> of(List<JudgedRow> rows) {
        Map<Sku, Integer> firsts = new HashMap<>();
        Map<Integer, Integer> sums = new HashMap<>();
        List<JudgedRow> merged = new ArrayList<>(rows);
        for (int i = 0; i < rows.size(); i++) {
            JudgedRow row = rows.get(i);
            if (!row.isGood() || !row.isPlain()) {
                continue;
            }
            int first = firsts.getOrDefault(row.sku(), i);
            long sum = (long) sums.getOrDefault(first, 0) + row.ordered();
            if (sum > PriceRequest.MAX_QUANTITY) {
                merged.set(i, row.bad(Notes.TOGETHER_TOO_MANY));
                continue;
            }
            firsts.put(row.sku(), first);
            sums.put(first, (int) sum);
            if (first != i) {
                merged.set(i, row.mergedWith(rows.get(first).row().number()));
            }
        }
        sums.forEach((first, sum) -> {
            if (merged.get(first).ordered() != sum) {
                merged.set(first, merged.get(first).ordering(sum));
            }
        });
        return merged;
    }

    /** Leaves out the rows that count with rows that turned out bad. */
    static List<JudgedRow> settle(List<JudgedRow> rows) {
        Map<Long, Note> bad = new HashMap<>();
        rows.stream()
                .map(JudgedRow::row)
                .filter(row -> row.state() == State.LEFT_OUT)
                .forEach(row -> bad.put(row.number(), row.notes().get(0)));
        return rows.stream()
                .map(row -> row.row()
                        .with()
                        .flatMap(first -> Optional.ofNullable(bad.get(first)))
                        .map(row::bad)
                        .orElse(row))
                .toList();
    }
}
