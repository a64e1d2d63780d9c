package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Customers.WAREHOUSE;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts.Details;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Address;
import org.torg.api.account.AddressId;
import org.torg.api.account.Caller;
import org.torg.api.account.Location;
import org.torg.api.order.Checkout;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.Destination;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.api.vendor.AccountPolicy.Registration;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.pricing.TestVendor;

/** A small vendor of each policy, and where it lets its customers send. */
class AccountRestrictionsTest {

    private static final Address ELSEWHERE =
            new Address("Ola Nordmann", Optional.empty(), "Hjemveien 3", Optional.empty(), "5003", "Bergen", "NO");

    private static Shop shop(Database database, Addresses addresses) {
        AccountPolicy policy = new AccountPolicy(Registration.BY_VENDOR, addresses, 8, false);
        return Shop.open(database, new TestVendor("lighting").withAccounts(() -> policy));
    }

    private static Outcome<Order> order(
            Shop shop, Caller caller, Optional<Address> delivery, Optional<Address> billing) {
        return shop.orders()
                .place(
                        caller,
                        Optional.empty(),
                        Shop.order(
                                Map.of(UNTRACKED, 1),
                                new Checkout(
                                        new PriceAgreement.Current(),
                                        delivery.map(to -> new DeliveryChoice(
                                                to,
                                                Destination.Kind.BUSINESS,
                                                Optional.empty(),
                                                new DeliveryChoice.Timing.Complete())),
                                        billing,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of())));
    }

    private static Outcome<Order> orderTo(Shop shop, Address delivery) {
        return order(shop, buyer(), Optional.of(delivery), Optional.empty());
    }

    private static Outcome<Account> add(Shop shop, Caller caller, Address address, boolean isDefault) {
        return shop.kernel()
                .accounts
                .putAddress(
                        caller,
                        Optional.empty(),
                        CUSTOMER.id(),
                        Optional.empty(),
                        Optional.empty(),
                        new NewAddress("New", address, Optional.empty(), isDefault));
    }

    private static Details billedTo(Address billing) {
        return new Details(
                CUSTOMER.name(),
                CUSTOMER.organisationNumber(),
                CUSTOMER.language(),
                billing,
                CUSTOMER.invoiceEmails(),
                CUSTOMER.phone(),
                Map.of(),
                List.of());
    }

    private static Outcome<Account> bill(Shop shop, Caller caller, Address billing) {
        return shop.kernel()
                .accounts
                .edit(caller, Optional.empty(), CUSTOMER.id(), Optional.empty(), billedTo(billing));
    }

    @OnEveryDatabase
    @Tag("D38")
    void whereAddressesAreTheVendorsNoCustomerChangesThem(Database database) {
        Shop shop = shop(database, Addresses.BY_VENDOR);

        assertThat(shop.kernel().accounts.addressPolicy(owner(), CUSTOMER.id()).orElseThrow())
                .isEqualTo(Addresses.BY_VENDOR);
        assertThat(code(add(shop, owner(), ELSEWHERE, false))).isEqualTo("address-by-vendor");
        assertThat(code(bill(shop, owner(), ELSEWHERE))).isEqualTo("address-by-vendor");
        assertThat(code(shop.kernel()
                        .accounts
                        .removeAddress(owner(), Optional.empty(), CUSTOMER.id(), Optional.empty(), new AddressId("1"))))
                .isEqualTo("address-by-vendor");
        assertThat(code(bill(shop, owner(), CUSTOMER.billing()))).isEqualTo("done");
        assertThat(code(add(shop, STAFF, ELSEWHERE, false))).isEqualTo("done");
        assertThat(code(bill(shop, STAFF, ELSEWHERE))).isEqualTo("done");
    }

    @OnEveryDatabase
    @Tag("D39")
    void whereAddressesAreTheVendorsGoodsGoToTheAddressBookAlone(Database database) {
        Shop shop = shop(database, Addresses.BY_VENDOR);

        Outcome<Order> home = orderTo(shop, ELSEWHERE);
        assertThat(code(home)).isEqualTo("address-not-in-book");
        assertThat(refusal(home).details().stream().map(Refusal.Detail::field)).containsExactly("/delivery/address");
        assertThat(code(orderTo(shop, OFFICE))).isEqualTo("address-not-in-book");
        Address written = new Address(
                " kunde  as LAGER", Optional.of("Dr. Hansen"), "Kaia 2", Optional.empty(), "5003", "bergen", "NO");
        assertThat(orderTo(shop, written).orElseThrow().snapshot().delivery().address())
                .isEqualTo(written);
        assertThat(code(order(shop, buyer(), Optional.empty(), Optional.empty())))
                .isEqualTo("done");

        add(shop, STAFF, ELSEWHERE, false).orElseThrow();
        assertThat(code(orderTo(shop, ELSEWHERE))).isEqualTo("done");
    }

    @OnEveryDatabase
    @Tag("D38")
    void whereAddressesAreTheVendorsInvoicesGoWhereItHasThem(Database database) {
        Shop shop = shop(database, Addresses.BY_VENDOR);

        Outcome<Order> refused = order(shop, buyer(), Optional.empty(), Optional.of(ELSEWHERE));

        assertThat(refusal(refused).details().stream().map(Refusal.Detail::field))
                .containsExactly("/billing");
        assertThat(code(order(shop, buyer(), Optional.empty(), Optional.of(OFFICE))))
                .isEqualTo("done");
    }

    @OnEveryDatabase
    @Tag("T18")
    void theMainAddressIsTakenAndAnotherOneMayBeNamedPerOrder(Database database) {
        Shop shop = shop(database, Addresses.PER_ORDER);

        Order standard =
                order(shop, buyer(), Optional.empty(), Optional.empty()).orElseThrow();
        Order named = orderTo(shop, ELSEWHERE).orElseThrow();

        assertThat(standard.snapshot().delivery().address()).isEqualTo(WAREHOUSE);
        assertThat(named.snapshot().delivery().address()).isEqualTo(ELSEWHERE);
        assertThat(code(add(shop, owner(), ELSEWHERE, false))).isEqualTo("address-by-vendor");
    }

    @OnEveryDatabase
    @Tag("T18")
    void anotherAddressIsInTheCountryOfTheVendor(Database database) {
        AccountPolicy policy = new AccountPolicy(Registration.BY_VENDOR, Addresses.PER_ORDER, 8, false);
        Shop shop =
                Shop.open(database, new TestVendor("lighting").withMarkets("DK").withAccounts(() -> policy));

        // The rates outlive a test: this one goes again.
        database.run("INSERT INTO tax_rate (country, category, percent, valid_from) VALUES ('DK', 'standard', 25, "
                + "'2020-01-01')");
        try {
            assertThat(code(orderTo(shop, in("DK", "2100", "København")))).isEqualTo("done");
            for (Address abroad : List.of(in("SE", "11120", "Stockholm"), in("NO", "5003", "Bergen"))) {
                Refusal refusal = refusal(orderTo(shop, abroad));
                assertThat(refusal.code()).isEqualTo("country-not-served");
                assertThat(refusal.details()).extracting(Refusal.Detail::code).contains("country-not-served");
            }
        } finally {
            database.run("DELETE FROM tax_rate WHERE country = 'DK'");
        }
    }

    private static Address in(String country, String postcode, String city) {
        return new Address("Klinik", Optional.empty(), "Vej 3", Optional.empty(), postcode, city, country);
    }

    @OnEveryDatabase
    @Tag("L02")
    void aNewEntryIsTakenByTheNextOrder(Database database) {
        Shop shop = shop(database, Addresses.AT_ONCE);

        add(shop, owner(), ELSEWHERE, true).orElseThrow();

        assertThat(order(shop, buyer(), Optional.empty(), Optional.empty())
                        .orElseThrow()
                        .snapshot()
                        .delivery()
                        .address())
                .isEqualTo(ELSEWHERE);
    }

    @OnEveryDatabase
    @Tag("L28")
    @Tag("L29")
    @Tag("L30")
    void whatChangesInTheAddressBookCountsForTheNextOrder(Database database) {
        Shop shop = shop(database, Addresses.AT_ONCE);
        Order before = order(shop, buyer(), Optional.empty(), Optional.empty()).orElseThrow();

        bill(shop, owner(), ELSEWHERE).orElseThrow();
        add(shop, owner(), ELSEWHERE, true).orElseThrow();

        Order placed = shop.orders().get(buyer(), before.id()).orElseThrow();
        assertThat(placed.snapshot().billing()).isEqualTo(OFFICE);
        assertThat(placed.snapshot().delivery().address()).isEqualTo(WAREHOUSE);
        Order next = order(shop, buyer(), Optional.empty(), Optional.empty()).orElseThrow();
        assertThat(next.snapshot().billing()).isEqualTo(ELSEWHERE);
        assertThat(next.snapshot().delivery().address()).isEqualTo(ELSEWHERE);
    }

    @OnEveryDatabase
    @Tag("D04")
    void nothingIsOrderedBeforeTheDetailsAreConfirmed(Database database) {
        Shop shop = shop(database, Addresses.AT_ONCE);
        Account unverified = new Account(
                CUSTOMER.id(),
                CUSTOMER.customerNumber(),
                CUSTOMER.name(),
                CUSTOMER.organisationNumber(),
                CUSTOMER.country(),
                CUSTOMER.language(),
                CUSTOMER.billing(),
                CUSTOMER.deliveries(),
                CUSTOMER.invoiceEmails(),
                CUSTOMER.phone(),
                false,
                Map.of(),
                List.of(),
                2);
        shop.stores().transactions().change(tx -> shop.stores().accounts().update(tx, CUSTOMER, unverified));

        assertThat(code(order(shop, buyer(), Optional.empty(), Optional.empty())))
                .isEqualTo("account-unverified");
        shop.kernel()
                .accounts
                .verify(owner(), Optional.empty(), CUSTOMER.id(), Optional.empty())
                .orElseThrow();

        assertThat(code(order(shop, buyer(), Optional.empty(), Optional.empty())))
                .isEqualTo("done");
    }

    @OnEveryDatabase
    @Tag("H12")
    void anOrderOfALocationGoesToItsAddressUnlessItNamesAnother(Database database) {
        Shop shop = shop(database, Addresses.BY_VENDOR);
        Location clinic = shop.kernel()
                .accounts
                .addLocation(
                        STAFF,
                        Optional.empty(),
                        CUSTOMER.id(),
                        new NewLocation("1", "Clinic", OFFICE, Optional.empty(), Optional.empty(), true, List.of()))
                .orElseThrow();
        shop.kernel()
                .accounts
                .putAddress(
                        STAFF,
                        Optional.empty(),
                        CUSTOMER.id(),
                        Optional.empty(),
                        Optional.empty(),
                        new NewAddress("Clinic", OFFICE, Optional.of(clinic.id()), false))
                .orElseThrow();
        Caller everywhere = buyer();
        Caller atClinic = new Caller(
                everywhere.subject(),
                everywhere.account(),
                Optional.of(clinic.id()),
                everywhere.actingFor(),
                everywhere.grants(),
                everywhere.channel(),
                everywhere.requestId(),
                everywhere.language());

        Order order = order(shop, atClinic, Optional.empty(), Optional.empty()).orElseThrow();

        assertThat(order.snapshot().delivery().address()).isEqualTo(OFFICE);
        assertThat(code(order(shop, atClinic, Optional.of(WAREHOUSE), Optional.empty())))
                .isEqualTo("done");
    }
}
