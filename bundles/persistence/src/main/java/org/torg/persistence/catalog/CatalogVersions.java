package org.torg.persistence.catalog;

import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/**
 * Counts the changes of each vendor's catalogue. Who takes a number holds the vendor's counter until the end of the
 * transaction: numbers become visible in their order.
 */
final class CatalogVersions {

    /** Two statements, three for the first. */
    long next(OpenTransaction tx, VendorId vendor) {
        Sql count = Sql.of("UPDATE catalog_version SET version = version + 1 WHERE vendor = ?", vendor.value());
        if (tx.update(count) == 0
                && !tx.insertIfAbsent(
                        Sql.of("INSERT INTO catalog_version (vendor, version) VALUES (?, 1)", vendor.value()))) {
            tx.update(count);
        }
        return tx.first(
                        Sql.of("SELECT version FROM catalog_version WHERE vendor = ?", vendor.value()),
                        row -> row.number("version"))
                .orElseThrow();
    }
}
