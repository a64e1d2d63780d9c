package org.torg.persistence.vendor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.VendorStore;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Each read costs one statement; a parameter three, the first of a vendor four; {@code put} one or two. */
@Component(service = VendorStore.class)
public final class JdbcVendorStore implements VendorStore {

    private static final String GENERATION = "SELECT generation FROM parameter_generation WHERE vendor = ?";

    private final Documents documents = new Documents();

    @Override
    public long generation(Tx tx, VendorId vendor) {
        return OpenTransaction.of(tx)
                .first(Sql.of(GENERATION, vendor.value()), row -> row.number("generation"))
                .orElse(1L);
    }

    @Override
    public List<ParameterChange> parameters(Tx tx, VendorId vendor) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT parameter, parameter_value, valid_from FROM parameter_change WHERE vendor = ?"
                                        + " ORDER BY generation DESC",
                                vendor.value()),
                        row -> new ParameterChange(
                                row.text("parameter"), row.text("parameter_value"), row.date("valid_from")));
    }

    @Override
    public long insert(Tx tx, VendorId vendor, ParameterChange change, Instant now) {
        OpenTransaction open = OpenTransaction.of(tx);
        long generation = raise(open, vendor);
        open.update(Sql.of(
                "INSERT INTO parameter_change (vendor, generation, parameter, parameter_value, valid_from, entered_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                vendor.value(),
                generation,
                change.key(),
                change.value(),
                change.validFrom(),
                now));
        return generation;
    }

    /** Locks the vendor's generation until the end of the transaction. */
    private long raise(OpenTransaction open, VendorId vendor) {
        Sql raise =
                Sql.of("UPDATE parameter_generation SET generation = generation + 1 WHERE vendor = ?", vendor.value());
        if (open.update(raise) == 0) {
            // The generation before the first change is 1.
            if (open.insertIfAbsent(
                    Sql.of("INSERT INTO parameter_generation (vendor, generation) VALUES (?, 2)", vendor.value()))) {
                return 2;
            }
            open.update(raise);
        }
        return generation(open, vendor);
    }

    @Override
    public void put(Tx tx, String hash, Content content) {
        OpenTransaction open = OpenTransaction.of(tx);
        if (open.list(Sql.of("SELECT hash FROM vendor_content WHERE hash = ?", hash), row -> row.text("hash"))
                .isEmpty()) {
            open.insertIfAbsent(Sql.of(
                    "INSERT INTO vendor_content (hash, document) VALUES (?, ?)", hash, documents.write(content)));
        }
    }

    @Override
    public Optional<Content> content(Tx tx, String hash) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT document FROM vendor_content WHERE hash = ?", hash),
                        row -> documents.read(row.text("document"), Content.class));
    }
}
