package org.torg.persistence.order;

import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.store.OrderStore.Filter;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Sql;

/** Says in SQL whose rows are wanted: the columns {@code account}, {@code location}, {@code vendor} and {@code id}. */
public final class Filters {

    private Filters() {}

    /**
     * Names an index of this table to Derby, which otherwise may read past all rows of others; to PostgreSQL it is a comment.
     * Of several accounts, locations or vendors Derby chooses itself, because what one index says of them is not in the order
     * of ids.
     *
     * @param byStatus whether the status of the filter counts
     */
    public static String index(String table, Filter filter, boolean byStatus) {
        if (filter.locations().isPresent()) {
            return filter.locations().get().size() > 1 ? "" : hint(table + "_location");
        }
        boolean several = filter.accounts()
                .map(accounts -> accounts.size() > 1)
                .or(() -> filter.vendors().map(vendors -> vendors.size() > 1))
                .orElse(false);
        if (several) {
            return "";
        }
        String whose =
                filter.accounts().isPresent() ? "_account" : filter.vendors().isPresent() ? "_vendor" : "";
        String what = whose + (byStatus && filter.status().isPresent() ? "_status" : "");
        return hint(table + (what.isEmpty() ? "_newest" : what));
    }

    /** The same for a list of one order. */
    public static String indexOfOrder(String table) {
        return hint(table + "_order");
    }

    /** The line must end. */
    private static String hint(String index) {
        return " --DERBY-PROPERTIES index=" + index + "\n";
    }

    /** Adds WHERE, the accounts, locations and vendors of the filter, and the place after which the page begins. */
    public static Sql where(Sql sql, Filter filter, Optional<String> before) {
        sql.add(" WHERE 1 = 1");
        filter.accounts().ifPresent(accounts -> sql.add(" AND ")
                .addIn("account", accounts.stream().map(AccountId::value).toList()));
        filter.locations().ifPresent(locations -> sql.add(" AND ")
                .addIn("location", locations.stream().map(LocationId::value).toList()));
        filter.vendors().ifPresent(vendors -> sql.add(" AND ")
                .addIn("vendor", vendors.stream().map(VendorId::value).toList()));
        before.ifPresent(id -> sql.add(" AND id < ?", id));
        return sql;
    }
}
