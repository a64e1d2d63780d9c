package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Customers.OTHER_CUSTOMER;
import static org.torg.kernel.fixture.Customers.WAREHOUSE;
import static org.torg.kernel.fixture.Outcomes.code;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.ExternalId;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Address;
import org.torg.api.account.AddressId;
import org.torg.api.account.Caller;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;

class LocationTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends KernelContract {

        private final AccountId id = CUSTOMER.id();
        private final Caller owner = Callers.owner();

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void twoCustomers() {
            kernel.transactions.change(tx -> {
                kernel.stores.accounts().insert(tx, CUSTOMER);
                kernel.stores.accounts().insert(tx, OTHER_CUSTOMER);
            });
        }

        private static NewLocation named(String number, String name) {
            return new NewLocation(
                    number,
                    name,
                    OFFICE,
                    Optional.of("mottak@kunde.example"),
                    Optional.of("+4722000000"),
                    true,
                    List.of(new ExternalId("gln", "7080000000000")));
        }

        private Outcome<Location> add(Caller caller, String number, String name) {
            return kernel.accounts.addLocation(caller, Optional.empty(), id, named(number, name));
        }

        private Location added(String number, String name) {
            return add(STAFF, number, name).orElseThrow();
        }

        private Caller at(Location location, Function... functions) {
            Grant[] grants = new Grant[functions.length];
            for (int i = 0; i < grants.length; i++) {
                grants[i] = new Grant(functions[i], new Scope.OfLocation(id, location.id()));
            }
            return Callers.with(id, grants);
        }

        private Outcome<Account> put(Caller caller, Optional<AddressId> entry, NewAddress address) {
            return kernel.accounts.putAddress(caller, Optional.empty(), id, Optional.empty(), entry, address);
        }

        private static NewAddress entry(String label, Optional<LocationId> location, boolean isDefault) {
            return new NewAddress(label, OFFICE, location, isDefault);
        }

        private List<String> labels(Caller caller) {
            return kernel.accounts.get(caller, id).orElseThrow().deliveries().stream()
                    .map(DeliveryAddress::label)
                    .toList();
        }

        @Test
        @Tag("H16")
        void onlyTheVendorCreatesLocations() {
            assertThat(code(add(owner, "1", "Oslo"))).isEqualTo("right-missing");
            assertThat(code(add(Callers.foreigner(), "1", "Oslo"))).isEqualTo("right-missing");

            Location oslo = added("1", "Oslo");

            assertThat(kernel.accounts.locations(owner, id)).isEqualTo(Outcome.done(List.of(oslo)));
            assertThat(oslo.account()).isEqualTo(id);
            assertThat(oslo.version()).isEqualTo(1);
        }

        @Test
        void aNumberIsUsedOnceInAnAccount() {
            Location oslo = added("1", "Oslo");
            Location bergen = added("2", "Bergen");

            assertThat(code(add(STAFF, "1", "Again"))).isEqualTo("location-number-taken");
            assertThat(code(edit(bergen, Optional.empty(), named("1", "Bergen"))))
                    .isEqualTo("location-number-taken");
            assertThat(code(edit(oslo, Optional.empty(), named("1", "Oslo S")))).isEqualTo("done");
            assertThat(code(kernel.accounts.addLocation(
                            STAFF, Optional.empty(), OTHER_CUSTOMER.id(), named("1", "Elsewhere"))))
                    .isEqualTo("done");
        }

        private Outcome<Location> edit(Location location, Optional<Long> expected, NewLocation details) {
            return kernel.accounts.editLocation(STAFF, Optional.empty(), id, location.id(), expected, details);
        }

        @Test
        void whoHasSeenAnOlderVersionLearnsThatItHasChanged() {
            Location oslo = added("1", "Oslo");
            Location closed = edit(
                            oslo,
                            Optional.of(1L),
                            new NewLocation(
                                    "1", "Oslo", WAREHOUSE, Optional.empty(), Optional.empty(), false, List.of()))
                    .orElseThrow();

            assertThat(closed.active()).isFalse();
            assertThat(closed.version()).isEqualTo(2);
            assertThat(kernel.accounts.locations(owner, id)).isEqualTo(Outcome.done(List.of(closed)));
            assertThat(code(edit(oslo, Optional.of(1L), named("1", "Late")))).isEqualTo("version-changed");
            assertThat(code(kernel.accounts.editLocation(
                            STAFF,
                            Optional.empty(),
                            OTHER_CUSTOMER.id(),
                            oslo.id(),
                            Optional.empty(),
                            named("9", "X"))))
                    .isEqualTo("location-not-found");
        }

        @Test
        void aRepeatUnderTheSameKeyAddsNothingMore() {
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("add"));
            Location first = kernel.accounts
                    .addLocation(STAFF, key, id, named("1", "Oslo"))
                    .orElseThrow();

            assertThat(kernel.accounts.addLocation(STAFF, key, id, named("1", "Oslo")))
                    .isEqualTo(Outcome.done(first));
        }

        @Test
        void whatIsNotRightIsRefused() {
            Address nowhere = new Address("", Optional.empty(), "", Optional.empty(), "x", "", "XX");

            assertThat(code(kernel.accounts.addLocation(
                            STAFF,
                            Optional.empty(),
                            id,
                            new NewLocation(
                                    "1", "Oslo", nowhere, Optional.of("nobody"), Optional.empty(), true, List.of()))))
                    .isEqualTo("location-invalid");
            assertThat(code(put(owner, Optional.empty(), new NewAddress("Here", nowhere, Optional.empty(), false))))
                    .isEqualTo("address-invalid");
        }

        @Test
        @Tag("H12")
        void whoHasRightsAtOneLocationSeesThatOneAlone() {
            Location oslo = added("1", "Oslo");
            Location bergen = added("2", "Bergen");
            put(STAFF, Optional.empty(), entry("Oslo", Optional.of(oslo.id()), false))
                    .orElseThrow();
            put(STAFF, Optional.empty(), entry("Bergen", Optional.of(bergen.id()), false))
                    .orElseThrow();

            Caller atBergen = at(bergen, Function.ACCOUNT_READ, Function.ORDER_PLACE);

            assertThat(kernel.accounts.locations(atBergen, id)).isEqualTo(Outcome.done(List.of(bergen)));
            assertThat(kernel.accounts.locations(owner, id)).isEqualTo(Outcome.done(List.of(bergen, oslo)));
            assertThat(labels(atBergen)).containsExactly("Kunde AS lager", "Bergen");
            assertThat(labels(owner)).containsExactly("Kunde AS lager", "Oslo", "Bergen");
        }

        @Test
        void theEntriesOfTheChosenLocationStandFirst() {
            Location oslo = added("1", "Oslo");
            put(STAFF, Optional.empty(), entry("Oslo", Optional.of(oslo.id()), false))
                    .orElseThrow();
            Caller chosen = new Caller(
                    owner.subject(),
                    owner.account(),
                    Optional.of(oslo.id()),
                    owner.actingFor(),
                    owner.grants(),
                    owner.channel(),
                    owner.requestId(),
                    owner.language());

            assertThat(labels(chosen)).containsExactly("Oslo", "Kunde AS lager");
        }

        @Test
        @Tag("H12")
        void whoMayEditAtOneLocationChangesItsEntriesAlone() {
            Location oslo = added("1", "Oslo");
            Location bergen = added("2", "Bergen");
            Caller atBergen = at(bergen, Function.ACCOUNT_READ, Function.ACCOUNT_EDIT);
            Account withOslo = put(STAFF, Optional.empty(), entry("Oslo", Optional.of(oslo.id()), false))
                    .orElseThrow();
            AddressId ofOslo = withOslo.deliveries().get(1).id();
            AddressId ofAll = withOslo.deliveries().get(0).id();

            assertThat(code(put(atBergen, Optional.empty(), entry("Mine", Optional.of(bergen.id()), false))))
                    .isEqualTo("done");
            assertThat(code(put(atBergen, Optional.empty(), entry("Mine", Optional.of(bergen.id()), true))))
                    .isEqualTo("right-missing");
            assertThat(code(put(atBergen, Optional.empty(), entry("All", Optional.empty(), false))))
                    .isEqualTo("right-missing");
            assertThat(code(put(atBergen, Optional.empty(), entry("Oslo", Optional.of(oslo.id()), false))))
                    .isEqualTo("location-not-found");
            assertThat(code(put(atBergen, Optional.of(ofAll), entry("All", Optional.of(bergen.id()), false))))
                    .isEqualTo("right-missing");
            assertThat(code(put(atBergen, Optional.of(ofOslo), entry("Taken", Optional.of(bergen.id()), false))))
                    .isEqualTo("address-not-found");
            assertThat(code(kernel.accounts.removeAddress(atBergen, Optional.empty(), id, Optional.empty(), ofOslo)))
                    .isEqualTo("address-not-found");
            assertThat(labels(owner)).containsExactly("Kunde AS lager", "Oslo", "Mine");
        }

        @Test
        void anEntryOfALocationOfAnotherAccountIsRefusedAndOneOfAllStays() {
            Location foreign = kernel.accounts
                    .addLocation(STAFF, Optional.empty(), OTHER_CUSTOMER.id(), named("1", "Elsewhere"))
                    .orElseThrow();
            Location oslo = added("1", "Oslo");

            assertThat(code(put(owner, Optional.empty(), entry("X", Optional.of(foreign.id()), false))))
                    .isEqualTo("location-not-found");
            assertThat(code(put(owner, Optional.of(new AddressId("1")), entry("Only", Optional.of(oslo.id()), false))))
                    .isEqualTo("last-address");
        }
    }
}
