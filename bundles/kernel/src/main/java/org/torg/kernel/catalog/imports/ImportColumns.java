package org.torg.kernel.catalog.imports;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.catalog.ImportReportLine;

/**
 * Which columns a file must and may have.
 *
 * @param known whether another column means something
 */
record ImportColumns(List<String> required, Set<String> optional, Predicate<String> known) {

    ImportColumns {
        required = List.copyOf(required);
        optional = Set.copyOf(optional);
    }

    /** @throws RefusedException {@code column-missing}, naming each one */
    void require(List<String> header) {
        List<String> missing =
                required.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            throw new RefusedException(Refusal.of(
                            Refusal.Kind.UNPROCESSABLE,
                            "column-missing",
                            "The file lacks the column {0}.",
                            Argument.text(names))
                    .with(missing.stream()
                            .map(name ->
                                    Refusal.detail("/" + name, "column-missing", "Column {0}.", Argument.text(name)))
                            .toList()));
        }
    }

    /** A notice for each column that is left out. */
    List<ImportReportLine> notices(List<String> header) {
        return header.stream()
                .filter(name -> !required.contains(name) && !optional.contains(name) && !known.test(name))
                .map(name -> Faults.line(
                        1,
                        name,
                        "",
                        "column-unknown",
                        Message.of(
                                "import.column-unknown",
                                "The column {0} is unknown and was left out.",
                                Argument.text(name))))
                .toList();
    }
}
