package org.torg.persistence.order;

import java.util.List;
import java.util.Locale;
import org.torg.api.store.OrderStore.Search;
import org.torg.persistence.tx.Sql;

/**
 * Says in SQL what is looked for among orders. Rows are read by the index of their account; a keyword only passes over some of them.
 * Of a recipient there are few, which are read by theirs.
 */
final class OrderSearch {

    private OrderSearch() {}

    /** @param byNumber whether a keyword is the whole number of an order and nothing else */
    static void where(Sql sql, Search search, boolean byNumber) {
        search.from().ifPresent(from -> sql.add(" AND placed_at >= ?", from));
        search.until().ifPresent(until -> sql.add(" AND placed_at < ?", until));
        search.person()
                .ifPresent(person -> sql.add(" AND (placed_by = ? OR acting_for = ?)", person.value(), person.value()));
        search.recipient()
                .ifPresent(recipient -> sql.add(
                        " AND id IN (SELECT r.order_id FROM order_recipient r WHERE r.recipient = ?)",
                        recipient.value()));
        search.keyword().ifPresent(keyword -> {
            String capitals = keyword.toUpperCase(Locale.ROOT);
            if (byNumber) {
                sql.add(" AND ").addIn("order_number", List.of(keyword, capitals));
                return;
            }
            String beginning = beginning(capitals);
            sql.add(
                    " AND (UPPER(order_number) LIKE ? ESCAPE '!' OR UPPER(purchase_order) LIKE ? ESCAPE '!' OR EXISTS"
                            + " (SELECT 1 FROM order_line l WHERE l.order_id = orders.id AND UPPER(l.sku) = ?))",
                    beginning,
                    beginning,
                    capitals);
        });
    }

    /** As a pattern that means nothing but itself and whatever follows. */
    private static String beginning(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
