package org.torg.persistence.order;

import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.store.OrderStore.Filter;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Sql;

/** Says in SQL whose rows are wanted: the columns {@code account}, {@code vendor} and {@code id}. */
public final class Filters {

    private Filters() {}

    /** Adds WHERE, the accounts and vendors of the filter, and the place after which the page begins. */
    public static Sql where(Sql sql, Filter filter, Optional<String> before) {
        sql.add(" WHERE 1 = 1");
        filter.accounts().ifPresent(accounts -> sql.add(" AND ")
                .addIn("account", accounts.stream().map(AccountId::value).toList()));
        filter.vendors().ifPresent(vendors -> sql.add(" AND ")
                .addIn("vendor", vendors.stream().map(VendorId::value).toList()));
        before.ifPresent(id -> sql.add(" AND id < ?", id));
        return sql;
    }
}
