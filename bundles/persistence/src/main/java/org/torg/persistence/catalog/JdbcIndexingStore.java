package org.torg.persistence.catalog;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.IndexingStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each read costs one statement. */
@Component(service = IndexingStore.class)
public final class JdbcIndexingStore implements IndexingStore {

    private static final List<String> FILLED_BY_IMPORTS = List.of(
            "category",
            "product",
            "variant",
            "variant_facet",
            "stock",
            "price",
            "price_batch",
            "media",
            "media_file",
            "related_article",
            "catalog_batch");

    private final VariantRows variants = new VariantRows(new Documents());

    @Override
    public Marks marks(Tx tx) {
        Map<VendorId, Long> versions = new TreeMap<>(Comparator.comparing(VendorId::value));
        long[] events = {0};
        OpenTransaction.of(tx)
                .list(
                        Sql.of("SELECT vendor, version FROM catalog_version"
                                + " UNION ALL SELECT '' AS vendor, position AS version FROM event_feed_head"),
                        row -> {
                            String vendor = row.text("vendor");
                            if (vendor.isEmpty()) {
                                events[0] = row.number("version");
                            } else {
                                versions.put(new VendorId(vendor), row.number("version"));
                            }
                            return vendor;
                        });
        return new Marks(versions, events[0]);
    }

    @Override
    public List<StockedVariant> changed(Tx tx, VendorId vendor, long version, Optional<Sku> after, int limit) {
        Sql sql = Sql.of(
                VariantRows.SELECT + " FROM variant v JOIN stock s ON s.vendor = v.vendor AND s.sku = v.sku"
                        + " WHERE v.vendor = ? AND v.changed > ?",
                vendor.value(),
                version);
        after.ifPresent(sku -> sql.add(" AND v.sku > ?", sku.value()));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY v.sku").limit(limit), variants::read);
    }

    @Override
    public List<State> states(Tx tx, Optional<ArticleKey> after, int limit) {
        Sql sql = Sql.of("SELECT v.vendor, v.sku, v.stock_policy, s.on_hand, s.reserved"
                + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
                + " variant v --DERBY-PROPERTIES constraint=variant_pk\n"
                + " JOIN stock s --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=stock_pk\n"
                + " ON s.vendor = v.vendor AND s.sku = v.sku WHERE 1 = 1");
        after.ifPresent(key -> sql.add(
                " AND v.sku >= ? AND (v.sku > ? OR v.vendor > ?)",
                key.sku().value(),
                key.sku().value(),
                key.vendor().value()));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY v.sku, v.vendor").limit(limit), JdbcIndexingStore::state);
    }

    private static State state(Row row) throws SQLException {
        Availability availability = new Availability(
                StockPolicy.valueOf(row.text("stock_policy")), row.integer("on_hand"), row.integer("reserved"));
        return new State(
                new ArticleKey(new VendorId(row.text("vendor")), new Sku(row.text("sku"))),
                AvailabilityState.of(availability));
    }

    @Override
    public void analyse(Tx tx) {
        OpenTransaction open = OpenTransaction.of(tx);
        if (open.keepsStatisticsLate()) {
            FILLED_BY_IMPORTS.forEach(table -> open.update(Sql.of("ANALYZE " + table)));
        }
    }
}
