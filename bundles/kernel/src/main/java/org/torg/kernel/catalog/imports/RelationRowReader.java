package org.torg.kernel.catalog.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Argument;
import org.torg.api.catalog.Relation;
import org.torg.api.catalog.Sku;
import org.torg.api.store.MediaStore.RelationRow;

/** Judges the rows of a file of relations, with one question to the database for each chunk. */
final class RelationRowReader implements RowReader<RelationRow> {

    private record Candidate(Cells cells, RelationRow row) {}

    private final KnownOwners known;
    private final Map<String, Integer> places;
    private final Numerals numerals;
    private final SeenKeys seen = new SeenKeys();

    RelationRowReader(KnownOwners known, CsvForm form) {
        this.known = known;
        this.places = RowReader.places(form);
        this.numerals = new Numerals(form.decimals());
    }

    @Override
    public List<RelationRow> read(List<CsvRow> rows, Faults faults) {
        List<Candidate> candidates = new ArrayList<>();
        Set<Sku> asked = new HashSet<>();
        for (CsvRow row : rows) {
            Cells cells = new Cells(row, places, numerals, faults);
            if (row.fault().isPresent()) {
                faults.add(
                        row.line(),
                        "",
                        cells.cell("sku"),
                        row.fault().get().code(),
                        row.fault().get().message());
            } else {
                RelationRow relation = relation(cells);
                candidates.add(new Candidate(cells, relation));
                if (cells.isGood()) {
                    asked.add(relation.sku());
                    relation.related().ifPresent(asked::add);
                }
            }
        }
        Set<Sku> skus = known.skus(asked);
        List<RelationRow> good = new ArrayList<>();
        for (Candidate candidate : candidates) {
            judge(candidate, skus);
            if (candidate.cells().isGood()) {
                good.add(candidate.row());
            }
        }
        return good;
    }

    private static RelationRow relation(Cells cells) {
        Sku sku = cells.sku();
        String related = cells.cell("related");
        if (!related.isEmpty() && !Sku.isValid(related)) {
            cells.fault(
                    "related",
                    "sku-invalid",
                    "An article number has 1 to 40 letters, digits, dots, hyphens or slashes.");
        } else if (related.equals(sku.value()) && !related.isEmpty()) {
            cells.fault("related", "relation-to-itself", "An article does not belong to itself.");
        }
        return new RelationRow(
                sku,
                kind(cells),
                Optional.of(related).filter(other -> !other.isEmpty()).map(Sku::new),
                place(cells));
    }

    private static Relation kind(Cells cells) {
        String text = cells.cell("relation").toUpperCase(Locale.ROOT).replace('-', '_');
        for (Relation relation : Relation.values()) {
            if (relation.name().equals(text)) {
                return relation;
            }
        }
        cells.fault("relation", "relation-unknown", "Known are spare-part, accessory, replacement and alternative.");
        return Relation.ACCESSORY;
    }

    /** Where nothing is said, in the order of the file. */
    static int place(Cells cells) {
        return cells.cell("position").isEmpty()
                ? (int) Math.min(cells.line(), Integer.MAX_VALUE)
                : cells.whole("position", "quantity-invalid", 0, 1_000_000);
    }

    private void judge(Candidate candidate, Set<Sku> skus) {
        Cells cells = candidate.cells();
        RelationRow row = candidate.row();
        if (cells.isGood() && !skus.contains(row.sku())) {
            cells.fault("sku", "sku-unknown", "There is no such article.");
        }
        if (cells.isGood()
                && row.related().filter(other -> !skus.contains(other)).isPresent()) {
            cells.fault("related", "sku-unknown", "There is no such article.");
        }
        if (cells.isGood()) {
            String key = row.sku().value()
                    + "\n"
                    + row.relation()
                    + "\n"
                    + row.related().map(Sku::value).orElse("");
            seen.firstLine(key, cells.line())
                    .ifPresent(line ->
                            cells.fault("", "relation-duplicate", "Line {0} says the same.", Argument.number(line)));
        }
    }
}
