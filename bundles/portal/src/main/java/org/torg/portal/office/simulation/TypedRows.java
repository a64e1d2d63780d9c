package org.torg.portal.office.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;

/**
 * Articles and quantities as they are typed, or pasted out of a sheet: one of each a row, with a semicolon, comma, tab or spaces
 * between them. Without a quantity it is one.
 *
 * @param lines each named after its row, from 1
 * @param bad the rows that are none of these
 */
record TypedRows(List<PriceRequest.Line> lines, List<Integer> bad) {

    private static final Pattern ROW = Pattern.compile("([^\\s;,]+)(?:\\s*[;,]\\s*|\\s+)?([0-9]{1,6})?\\s*[;,]?");

    TypedRows {
        lines = List.copyOf(lines);
        bad = List.copyOf(bad);
    }

    static TypedRows of(String typed) {
        List<PriceRequest.Line> lines = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        String[] rows = typed.split("\\R", -1);
        for (int i = 0; i < rows.length; i++) {
            String row = rows[i].strip();
            if (row.isEmpty()) {
                continue;
            }
            Matcher parts = ROW.matcher(row);
            int quantity = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 1;
            boolean good = parts.matches()
                    && Sku.isValid(parts.group(1))
                    && quantity >= 1
                    && quantity <= PriceRequest.MAX_QUANTITY
                    && lines.size() < PriceRequest.MAX_LINES;
            if (good) {
                lines.add(
                        new PriceRequest.Line(new LineId(Integer.toString(i + 1)), new Sku(parts.group(1)), quantity));
            } else {
                bad.add(i + 1);
            }
        }
        return new TypedRows(lines, bad);
    }
}
