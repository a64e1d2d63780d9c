package org.torg.persistence.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.WorkLists;
import org.torg.api.store.OrderStore.Filter;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.WorkListStore;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** One statement each: first the newest of the filter by an index, then what else is asked for among these. */
@Component(service = WorkListStore.class)
public final class JdbcWorkListStore implements WorkListStore {

    private static final String COLUMNS =
            "SELECT id, order_number, vendor, account, status, placed_at, currency, net, gross,"
                    + " line_count, purchase_order, workflow_state, changed_at FROM orders";

    private static final String NEWEST = " ORDER BY id DESC";

    @Override
    public List<WorkLists.Item> find(Tx tx, Filter filter, Sought sought, Optional<OrderId> before, int limit) {
        Set<String> states = sought.states();
        Optional<String> text = sought.text();
        boolean all = states.isEmpty() && text.isEmpty();
        Sql sql = of(Sql.of("SELECT o.*, a.name AS customer, a.customer_number FROM (" + COLUMNS), filter, before);
        sought.from().ifPresent(from -> sql.add(" AND placed_at >= ?", from));
        sought.until().ifPresent(until -> sql.add(" AND placed_at < ?", until));
        sql.add(NEWEST).limit(all ? limit : WorkLists.DEPTH).add(") o JOIN account a ON a.id = o.account WHERE 1 = 1");
        if (!states.isEmpty()) {
            sql.add(" AND ").addIn("o.workflow_state", states.stream().sorted().toList());
        }
        text.map(JdbcWorkListStore::pattern)
                .ifPresent(pattern -> sql.add(
                        " AND (LOWER(o.order_number) LIKE ? ESCAPE '!' OR LOWER(o.purchase_order) LIKE ? ESCAPE '!'"
                                + " OR LOWER(a.name) LIKE ? ESCAPE '!' OR LOWER(a.customer_number) LIKE ? ESCAPE '!')",
                        pattern,
                        pattern,
                        pattern,
                        pattern));
        return OpenTransaction.of(tx)
                .list(
                        sql.add(" ORDER BY o.id DESC").limit(limit),
                        row -> new WorkLists.Item(
                                OrderRows.summary(row),
                                row.text("customer"),
                                row.text("customer_number"),
                                row.text("workflow_state"),
                                row.moment("changed_at")));
    }

    @Override
    public List<WorkLists.Count> count(Tx tx, Filter filter, int most) {
        Sql sql = of(
                        Sql.of("SELECT o.vendor, o.status, o.workflow_state, COUNT(*) AS orders FROM"
                                + " (SELECT vendor, status, workflow_state FROM orders"),
                        filter,
                        Optional.empty())
                .add(NEWEST)
                .limit(most)
                .add(") o GROUP BY o.vendor, o.status, o.workflow_state");
        return OpenTransaction.of(tx)
                .list(
                        sql,
                        row -> new WorkLists.Count(
                                new VendorId(row.text("vendor")),
                                OrderStatus.valueOf(row.text("status")),
                                row.text("workflow_state"),
                                row.integer("orders")));
    }

    private static Sql of(Sql sql, Filter filter, Optional<OrderId> before) {
        Filters.where(sql.add(Filters.index("orders", filter, true)), filter, before.map(OrderId::value));
        filter.status().ifPresent(status -> sql.add(" AND status = ?", status.name()));
        return sql;
    }

    private static String pattern(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
