package org.torg.kernel.catalog.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges the rows of one kind of file.
 *
 * @param <G> what a good row says
 */
interface RowReader<G> {

    /** The good ones of these rows, in their order; what is wrong with the others goes into the faults. */
    List<G> read(List<CsvRow> rows, Faults faults);

    /** Where each column stands. */
    static Map<String, Integer> places(CsvForm form) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < form.header().size(); i++) {
            places.putIfAbsent(form.header().get(i), i);
        }
        return places;
    }
}
