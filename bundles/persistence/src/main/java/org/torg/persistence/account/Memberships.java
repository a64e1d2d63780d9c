package org.torg.persistence.account;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.account.AccountId;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Rows of the table {@code membership}: a role, and the three columns of its scope. */
public final class Memberships {

    static final String INSERT =
            "INSERT INTO membership (person, role_name, vendor, account, location, functions, shared_login, active,"
                    + " version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private Memberships() {}

    /** With access from the beginning, for one person alone. */
    static Object[] row(UserId user, Membership membership) {
        return row(user, membership, false, true, 1);
    }

    static Object[] row(UserId user, Membership membership, boolean sharedLogin, boolean active, long version) {
        String vendor = "";
        String account = "";
        String location = "";
        Scope scope = membership.scope();
        if (scope instanceof Scope.OfVendor of) {
            vendor = of.vendor().value();
        } else if (scope instanceof Scope.OfAccount of) {
            account = of.account().value();
        } else if (scope instanceof Scope.OfLocation of) {
            account = of.account().value();
            location = of.location().value();
        }
        return new Object[] {
            user.value(),
            membership.role().name(),
            vendor,
            account,
            location,
            functions(membership),
            sharedLogin,
            active,
            version
        };
    }

    public static Membership read(Row row) throws SQLException {
        Role role = Role.valueOf(row.text("role_name"));
        Optional<String> ticked = row.optionalText("functions");
        return ticked.isEmpty()
                ? new Membership(role, scope(row))
                : new Membership(role, scope(row), functions(role, ticked.get()));
    }

    private static Object functions(Membership membership) {
        return ticked(membership.role(), membership.functions());
    }

    /** NULL for the whole role, which grows with it; none of it is an empty text. */
    static Object ticked(Role role, Set<Function> functions) {
        return Sql.text(
                functions.equals(role.functions())
                        ? Optional.empty()
                        : Optional.of(
                                functions.stream().map(Function::name).sorted().collect(Collectors.joining(" "))));
    }

    static Set<Function> functions(Role role, String ticked) {
        Set<String> names = Set.of(ticked.split(" ", -1));
        return role.functions().stream()
                .filter(function -> names.contains(function.name()))
                .collect(Collectors.toSet());
    }

    private static Scope scope(Row row) throws SQLException {
        String vendor = row.text("vendor");
        String account = row.text("account");
        String location = row.text("location");
        if (!location.isEmpty()) {
            return new Scope.OfLocation(new AccountId(account), new LocationId(location));
        }
        if (!account.isEmpty()) {
            return Scope.of(new AccountId(account));
        }
        return vendor.isEmpty() ? Scope.tenant() : Scope.of(new VendorId(vendor));
    }
}
