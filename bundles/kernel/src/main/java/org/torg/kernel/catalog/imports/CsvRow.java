package org.torg.kernel.catalog.imports;

import java.util.List;
import java.util.Optional;
import org.torg.api.Message;

/**
 * A row as it stands in the file.
 *
 * @param line on which it begins
 * @param cells without surrounding blanks; as many as there are columns unless the row is broken
 * @param fault why the row cannot be read at all
 */
record CsvRow(long line, List<String> cells, Optional<Fault> fault) {

    record Fault(String code, Message message) {}

    CsvRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return fault.isEmpty() && cells.stream().allMatch(String::isEmpty);
    }
}
