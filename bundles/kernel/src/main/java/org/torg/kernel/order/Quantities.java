package org.torg.kernel.order;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.torg.api.pricing.LineId;

/** Quantities of lines in one order, for what must not depend on how a map happens to be sorted. */
public final class Quantities {
    private Quantities() {}

    /** By line id. */
    public static SortedMap<String, Integer> sorted(Map<LineId, Integer> quantities) {
        SortedMap<String, Integer> sorted = new TreeMap<>();
        quantities.forEach((line, quantity) -> sorted.put(line.value(), quantity));
        return sorted;
    }
}
