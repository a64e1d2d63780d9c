package org.torg.persistence.pricing;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.Sku;
import org.torg.api.store.PriceStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Amounts;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/**
 * Each method costs one statement; the first {@code stage} of a batch costs three, a later one two; {@code prune} costs two,
 * and one more when there is something to remove.
 */
@Component(service = PriceStore.class)
public final class JdbcPriceStore implements PriceStore {

    /** Rows of another batch with the key of p, of batch b. Two of one batch do not supersede each other. */
    private static final String SAME_KEY =
            "SELECT q.id FROM price q JOIN price_batch l ON l.id = q.batch WHERE q.sku = p.sku AND q.vendor = p.vendor"
                    + " AND q.account = p.account AND q.price_group = p.price_group AND q.list = p.list"
                    + " AND q.min_quantity = p.min_quantity"
                    + " AND (q.valid_from = p.valid_from OR q.valid_from IS NULL AND p.valid_from IS NULL)"
                    + " AND l.activation > 0";

    private static final String LATER =
            SAME_KEY + " AND (l.activation > b.activation OR l.activation = b.activation AND l.id > b.id)";
    private static final String EARLIER =
            SAME_KEY + " AND (l.activation < b.activation OR l.activation = b.activation AND l.id < b.id)";

    private record Key(
            Sku sku,
            String list,
            Optional<AccountId> account,
            Optional<String> group,
            int minQuantity,
            Optional<LocalDate> validFrom) {
        static Key of(PriceRow row) {
            return new Key(row.sku(), row.list(), row.account(), row.group(), row.minQuantity(), row.validFrom());
        }
    }

    @Override
    public List<PriceRow> prices(
            Tx tx,
            VendorId vendor,
            Collection<Sku> skus,
            AccountId account,
            Collection<String> groups,
            LocalDate date) {
        Sql sql = Sql.of(
                        "SELECT p.sku, p.list, p.account, p.price_group, p.min_quantity, p.amount, p.currency,"
                                + " p.valid_from, p.valid_to FROM price p JOIN price_batch b ON b.id = p.batch"
                                + " WHERE b.activation > 0 AND p.vendor = ? AND ",
                        vendor.value())
                .addIn("p.sku", skus.stream().map(Sku::value).distinct().toList())
                .add(" AND p.account IN ('', ?) AND ", account.value());
        List<String> anyGroup = new ArrayList<>(groups);
        anyGroup.add("");
        sql.addIn("p.price_group", anyGroup)
                .add(" AND (p.valid_from IS NULL OR p.valid_from <= ?) ORDER BY b.activation, b.id", date);
        Map<Key, PriceRow> last = new LinkedHashMap<>();
        OpenTransaction.of(tx).list(sql, JdbcPriceStore::price).forEach(row -> last.put(Key.of(row), row));
        // Only now the last day is looked at: a row that was ended does not bring back the one that it replaced.
        return last.values().stream()
                .filter(row -> row.validTo().isEmpty() || !row.validTo().get().isBefore(date))
                .toList();
    }

    private static PriceRow price(Row row) throws SQLException {
        return new PriceRow(
                new Sku(row.text("sku")),
                row.text("list"),
                Optional.of(row.text("account"))
                        .filter(value -> !value.isEmpty())
                        .map(AccountId::new),
                Optional.of(row.text("price_group")).filter(value -> !value.isEmpty()),
                row.integer("min_quantity"),
                row.bigMoney(row.currency("currency"), "amount"),
                row.optionalDate("valid_from"),
                row.optionalDate("valid_to"));
    }

    @Override
    public void stage(Tx tx, VendorId vendor, String batch, List<PriceRow> rows) {
        OpenTransaction open = OpenTransaction.of(tx);
        if (open.list(Sql.of("SELECT id FROM price_batch WHERE id = ?", batch), row -> row.text("id"))
                .isEmpty()) {
            open.update(
                    Sql.of("INSERT INTO price_batch (id, vendor, activation) VALUES (?, ?, 0)", batch, vendor.value()));
        }
        List<Object[]> parameters = new ArrayList<>();
        for (PriceRow row : rows) {
            parameters.add(new Object[] {
                batch,
                vendor.value(),
                row.sku().value(),
                row.list(),
                row.account().map(AccountId::value).orElse(""),
                row.group().orElse(""),
                row.minQuantity(),
                Amounts.stored(row.price().getAmount()),
                row.price().getCurrencyUnit().getCode(),
                Sql.date(row.validFrom()),
                Sql.date(row.validTo())
            });
        }
        open.batch(
                "INSERT INTO price (batch, vendor, sku, list, account, price_group, min_quantity, amount, currency,"
                        + " valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                parameters);
    }

    @Override
    public void activate(Tx tx, VendorId vendor, String batch, Instant now) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE price_batch SET activated_at = ?,"
                                + " activation = (SELECT COALESCE(MAX(b.activation), 0) + 1 FROM price_batch b)"
                                + " WHERE id = ? AND vendor = ? AND activation = 0",
                        now,
                        batch,
                        vendor.value()));
    }

    @Override
    public void discard(Tx tx, String batch) {
        OpenTransaction open = OpenTransaction.of(tx);
        // The batch goes first: the rows of an active one stay.
        if (open.update(Sql.of("DELETE FROM price_batch WHERE id = ? AND activation = 0", batch)) == 1) {
            open.update(Sql.of("DELETE FROM price WHERE batch = ?", batch));
        }
    }

    /** What is to go is read first and removed then, so that nobody waits for a lock while this waits for another. */
    @Override
    public Pruned prune(Tx tx, VendorId vendor, LocalDate endedBefore, Optional<Long> after, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        long from = after.orElse(Long.MIN_VALUE);
        List<Long> next = open.list(
                Sql.of("SELECT id FROM price WHERE vendor = ? AND id > ? ORDER BY id", vendor.value(), from)
                        .limit(limit),
                row -> row.number("id"));
        if (next.isEmpty()) {
            return new Pruned(0, Optional.empty());
        }
        long to = next.get(next.size() - 1);
        List<Long> gone = open.list(
                Sql.of(
                        "SELECT p.id FROM price p JOIN price_batch b ON b.id = p.batch"
                                + " WHERE p.vendor = ? AND p.id > ? AND p.id <= ? AND b.activation > 0"
                                + " AND (EXISTS (" + LATER + ") OR p.valid_to < ? AND NOT EXISTS (" + EARLIER + "))",
                        vendor.value(),
                        from,
                        to,
                        endedBefore),
                row -> row.number("id"));
        open.batch(
                "DELETE FROM price WHERE vendor = ? AND id = ?",
                gone.stream().map(id -> new Object[] {vendor.value(), id}).toList());
        return new Pruned(gone.size(), next.size() < limit ? Optional.empty() : Optional.of(to));
    }

    @Override
    public List<TaxRateRow> taxRates(Tx tx) {
        Sql sql = Sql.of("SELECT country, category, percent, valid_from, valid_to FROM tax_rate"
                + " ORDER BY country, category, valid_from");
        return OpenTransaction.of(tx)
                .list(
                        sql,
                        row -> new TaxRateRow(
                                row.text("country"),
                                row.text("category"),
                                row.decimal("percent"),
                                row.date("valid_from"),
                                row.optionalDate("valid_to")));
    }
}
