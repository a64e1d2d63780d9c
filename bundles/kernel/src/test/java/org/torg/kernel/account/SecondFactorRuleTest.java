package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Agreement;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.api.vendor.AccountPolicy.Registration;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Customers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.pricing.TestVendor;

class SecondFactorRuleTest {

    private static final VendorId DENTAL = new VendorId("dental");
    private static final VendorId TELECOM = new VendorId("telecom");
    private static final AccountPolicy WANTS_IT = new AccountPolicy(Registration.BY_VENDOR, Addresses.AT_ONCE, 8, true);

    private static Kernel kernel(Database database) {
        database.clean();
        return new Kernel(
                database,
                new SetClock(),
                new TestVendor("dental").withAccounts(() -> WANTS_IT),
                new TestVendor("telecom").withAccounts(() -> AccountPolicy.DEFAULT));
    }

    private static Stage signIn(Kernel kernel, Role role, VendorId dealing) {
        AccountId account = Customers.CUSTOMER.id();
        kernel.transactions.change(tx -> {
            kernel.stores.accounts().insert(tx, Customers.CUSTOMER);
            kernel.stores.accounts().put(tx, new Agreement(account, dealing, Optional.empty(), Set.of()));
        });
        NewUser user =
                new NewUser("kari@example.no", "Kari Nordmann", "nb", Set.of(new Membership(role, Scope.of(account))));
        char[] password = "hemmelig setning".toCharArray();
        kernel.accounts
                .createUser(Callers.STAFF, Optional.empty(), user, password)
                .orElseThrow();
        return kernel.sessions
                .signIn(Callers.stranger(), "kari@example.no", password, Optional.empty(), "192.0.2.1")
                .orElseThrow()
                .stage();
    }

    @OnEveryDatabase
    void ownersNeedOneWhereTheirVendorWantsIt(Database database) {
        assertThat(signIn(kernel(database), Role.OWNER, DENTAL)).isEqualTo(Stage.SECOND_FACTOR_MISSING);
    }

    @OnEveryDatabase
    void ownersNeedNoneWhereTheirVendorDoesNot(Database database) {
        assertThat(signIn(kernel(database), Role.OWNER, TELECOM)).isEqualTo(Stage.COMPLETE);
    }

    @OnEveryDatabase
    void theirColleaguesNeedNone(Database database) {
        assertThat(signIn(kernel(database), Role.BUYER, DENTAL)).isEqualTo(Stage.COMPLETE);
    }

    @OnEveryDatabase
    void allStaffNeedOne(Database database) {
        SecondFactorRule rule = new SecondFactorRule(kernel(database).policies);

        for (Role role : Role.values()) {
            if (role.side() == Role.Side.STAFF) {
                assertThat(rule.requires(List.of(new Membership(role, Scope.of(TELECOM)))))
                        .as(role.code())
                        .isTrue();
            }
        }
    }
}
