package org.torg.persistence.account;

import java.sql.SQLException;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.People.Team;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Row;

/** A team as the two columns that name it, either or both of them empty. */
final class Teams {

    private Teams() {}

    static String account(Team team) {
        return team instanceof Team.OfAccount of ? of.account().value() : "";
    }

    static String vendor(Team team) {
        return team instanceof Team.Staff staff
                ? staff.vendor().map(VendorId::value).orElse("")
                : "";
    }

    static Team read(Row row) throws SQLException {
        String account = row.text("account");
        if (!account.isEmpty()) {
            return new Team.OfAccount(new AccountId(account));
        }
        String vendor = row.text("vendor");
        return new Team.Staff(vendor.isEmpty() ? Optional.empty() : Optional.of(new VendorId(vendor)));
    }
}
