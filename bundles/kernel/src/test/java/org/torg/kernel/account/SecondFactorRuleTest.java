package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Membership;
import org.torg.api.account.People;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
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

    private static final String PASSWORD = "hemmelig setning";
    private static final VendorId DENTAL = new VendorId("dental");
    private static final VendorId TELECOM = new VendorId("telecom");
    private static final VendorId HEARING = new VendorId("hearing");
    private static final AccountPolicy BUYERS_TOO =
            new AccountPolicy(Registration.BY_VENDOR, Addresses.AT_ONCE, 8, Set.of(Role.BUYER, Role.COLLEAGUE));
    private static final AccountPolicy WANTS_IT = new AccountPolicy(Registration.BY_VENDOR, Addresses.AT_ONCE, 8, true);

    private static Kernel kernel(Database database) {
        database.clean();
        return new Kernel(
                database,
                new SetClock(),
                new TestVendor("dental").withAccounts(() -> WANTS_IT),
                new TestVendor("telecom").withAccounts(() -> AccountPolicy.DEFAULT),
                new TestVendor("hearing").withAccounts(() -> BUYERS_TOO));
    }

    private static Stage signIn(Kernel kernel, Role role, VendorId dealing) {
        AccountId account = Customers.CUSTOMER.id();
        kernel.transactions.change(tx -> {
            kernel.stores.accounts().insert(tx, Customers.CUSTOMER);
            kernel.stores.accounts().put(tx, new Agreement(account, dealing, Optional.empty(), Set.of()));
        });
        NewUser user =
                new NewUser("kari@example.no", "Kari Nordmann", "nb", Set.of(new Membership(role, Scope.of(account))));
        char[] password = PASSWORD.toCharArray();
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
    void buyersNeedOneWhereTheirVendorHasNamedTheirRole(Database database) {
        assertThat(signIn(kernel(database), Role.BUYER, HEARING)).isEqualTo(Stage.SECOND_FACTOR_MISSING);
    }

    @OnEveryDatabase
    void ownersNeedNoneWhereTheirVendorHasNamedOthers(Database database) {
        assertThat(signIn(kernel(database), Role.OWNER, HEARING)).isEqualTo(Stage.COMPLETE);
    }

    @OnEveryDatabase
    void whoIsGivenARoleThatNeedsOneSignsInAnew(Database database) {
        Kernel kernel = kernel(database);
        AccountId account = Customers.CUSTOMER.id();
        assertThat(signIn(kernel, Role.OWNER, HEARING)).isEqualTo(Stage.COMPLETE);
        UserId kari = kernel.transactions
                .read(tx -> kernel.stores.people().login(tx, "kari@example.no"))
                .orElseThrow()
                .person()
                .id();
        String token = kernel.sessions
                .signIn(Callers.stranger(), "kari@example.no", PASSWORD.toCharArray(), Optional.empty(), "192.0.2.1")
                .orElseThrow()
                .token();
        kernel.accounts
                .createUser(
                        Callers.STAFF,
                        Optional.empty(),
                        new NewUser(
                                "eva@example.no", "Eva", "nb", Set.of(new Membership(Role.OWNER, Scope.of(account)))),
                        PASSWORD.toCharArray())
                .orElseThrow();

        kernel.people
                .setRights(
                        Callers.STAFF,
                        Optional.empty(),
                        new People.Team.OfAccount(account),
                        kari,
                        Optional.empty(),
                        new People.Rights(Role.BUYER, Set.of(), Set.of(), true, false))
                .orElseThrow();

        assertThat(code(kernel.sessions.resolve(token, Caller.Channel.API, "test", Optional.empty())))
                .isEqualTo("token-invalid");
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
