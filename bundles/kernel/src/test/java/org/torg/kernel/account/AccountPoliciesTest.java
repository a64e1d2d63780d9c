package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.api.vendor.AccountPolicy.Registration;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Customers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.pricing.TestVendor;

class AccountPoliciesTest {

    private static final VendorId DENTAL = new VendorId("dental");
    private static final VendorId TELECOM = new VendorId("telecom");
    private static final AccountPolicy STRICT =
            new AccountPolicy(Registration.BY_VENDOR, Addresses.BY_VENDOR, 10, false);
    private static final AccountPolicy OPEN = new AccountPolicy(Registration.SELF, Addresses.PER_ORDER, 12, true);

    private final AtomicReference<Supplier<AccountPolicy>> dental = new AtomicReference<>();

    @BeforeEach
    void begin() {
        dental.set(() -> STRICT);
    }

    private Kernel kernel(Database database) {
        database.clean();
        return new Kernel(
                database,
                new SetClock(),
                new TestVendor("dental").withAccounts(() -> dental.get().get()),
                new TestVendor("telecom").withAccounts(() -> OPEN));
    }

    private static AccountId account(Kernel kernel, VendorId... dealing) {
        AccountId account = Customers.CUSTOMER.id();
        kernel.transactions.change(tx -> {
            kernel.stores.accounts().insert(tx, Customers.CUSTOMER);
            for (VendorId vendor : dealing) {
                kernel.stores.accounts().put(tx, new Agreement(account, vendor, Optional.empty(), Set.of()));
            }
        });
        return account;
    }

    @OnEveryDatabase
    @Tag("D38")
    void theStrictestOfTheVendorsThatDealWithAnAccountCounts(Database database) {
        Kernel kernel = kernel(database);
        AccountId both = account(kernel, DENTAL, TELECOM);

        assertThat(kernel.policies.forAccount(both))
                .isEqualTo(new AccountPolicy(Registration.BY_VENDOR, Addresses.BY_VENDOR, 12, true));
        assertThat(kernel.policies.policy(TELECOM)).isEqualTo(OPEN);
    }

    @OnEveryDatabase
    void aVendorThatDoesNotDealWithTheAccountHasNoSay(Database database) {
        Kernel kernel = kernel(database);
        AccountId one = account(kernel, TELECOM);

        assertThat(kernel.policies.forAccount(one)).isEqualTo(OPEN);
        database.sent().forget();
        assertThat(kernel.policies.forAccount(one)).isEqualTo(OPEN);
        assertThat(database.sent().statements()).hasSize(1);
    }

    @OnEveryDatabase
    void withoutAnyAgreementAllVendorsCount(Database database) {
        Kernel kernel = kernel(database);

        assertThat(kernel.policies.forAccount(account(kernel)).addresses()).isEqualTo(Addresses.BY_VENDOR);
    }

    @OnEveryDatabase
    @Tag("H04")
    void aPasswordIsAsLongAsTheStrictestVendorAsks(Database database) {
        assertThat(kernel(database).policies.passwordMinimum()).isEqualTo(12);
    }

    @OnEveryDatabase
    void whileAVendorFailsOrIsAwayWhatItSaidLastStands(Database database) {
        Kernel kernel = kernel(database);
        assertThat(kernel.policies.policy(DENTAL)).isEqualTo(STRICT);

        dental.set(() -> {
            throw new IllegalStateException("odd");
        });
        kernel.clock.move(Duration.ofDays(1));
        assertThat(kernel.policies.policy(DENTAL)).isEqualTo(STRICT);

        kernel.registry.gap(DENTAL);
        assertThat(kernel.policies.policy(DENTAL)).isEqualTo(STRICT);
    }

    @OnEveryDatabase
    void aVendorThatNobodyCouldAskYetForbidsWhatItMight(Database database) {
        Kernel kernel = kernel(database);
        VendorId late = new VendorId("late");
        AccountId account = account(kernel, late, TELECOM);
        assertThat(kernel.policies.forAccount(account)).isEqualTo(OPEN);

        kernel.registry.expect(late);
        assertThat(kernel.policies.forAccount(account).addresses()).isEqualTo(Addresses.BY_VENDOR);

        kernel.registry.close(late);
        assertThat(kernel.policies.forAccount(account)).isEqualTo(OPEN);
    }
}
