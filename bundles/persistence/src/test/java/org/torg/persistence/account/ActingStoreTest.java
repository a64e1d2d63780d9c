package org.torg.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Caller.ActingFor.Kind;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Guardianship;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.SignedInRow;
import org.torg.api.store.ActingStore;
import org.torg.api.store.ActingStore.Named;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.PeopleStore.Standing;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class ActingStoreTest {

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

    abstract static class Contract extends StoreContract {

        private final ActingStore acting = stores.acting();
        private final AccountId account = new AccountId(id());
        private final LocationId north = new LocationId(id());
        private final LocationId south = new LocationId(id());

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void open() throws SQLException {
            transactions.change(tx -> stores.accounts().insert(tx, Samples.account(account)));
            location(north, true);
            location(south, false);
        }

        private void location(LocationId id, boolean active) throws SQLException {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "INSERT INTO location (id, account, location_number, name, active, version, details) VALUES ('"
                                + id.value() + "', '" + account.value() + "', '" + id.value() + "', 'Place', " + active
                                + ", 1, '{}')");
            }
        }

        private UserId person(boolean shared, boolean access, Scope scope) {
            UserId id = new UserId(id());
            transactions.change(tx -> {
                stores.people()
                        .insert(
                                tx,
                                new PersonRow(
                                        id,
                                        Optional.empty(),
                                        "Kari",
                                        Optional.empty(),
                                        "nb",
                                        true,
                                        NOW,
                                        Optional.empty(),
                                        1),
                                Optional.empty());
                stores.people()
                        .put(
                                tx,
                                new Team.OfAccount(account),
                                id,
                                new Standing(List.of(new Membership(Role.BUYER, scope)), shared, access, 1));
            });
            return id;
        }

        private Scope at(LocationId location) {
            return new Scope.OfLocation(account, location);
        }

        @Test
        void peopleAreThoseWhoHaveAccessWhereTheyAreWanted() {
            UserId everywhere = person(false, true, Scope.of(account));
            UserId there = person(false, true, at(north));
            UserId elsewhere = person(false, true, at(south));
            UserId shared = person(true, true, at(north));
            person(false, false, at(north));

            assertThat(all(tx -> acting.people(tx, account, Optional.of(north), false)))
                    .extracting(Named::user)
                    .containsExactlyInAnyOrder(everywhere, there);
            assertThat(all(tx -> acting.people(tx, account, Optional.empty(), true)))
                    .extracting(Named::user)
                    .containsExactlyInAnyOrder(everywhere, there, elsewhere, shared);
            assertThat(transactions.<Boolean>read(tx -> acting.works(tx, account, Optional.of(north), there)))
                    .isTrue();
            assertThat(transactions.<Boolean>read(tx -> acting.works(tx, account, Optional.of(north), elsewhere)))
                    .isFalse();
            assertThat(transactions.<Boolean>read(tx -> acting.works(tx, account, Optional.of(north), shared)))
                    .isFalse();
        }

        @Test
        void onlyLocationsInUseAreOffered() {
            UserId kari = person(false, true, Scope.of(account));

            assertThat(all(tx -> acting.accounts(tx, List.of(kari))))
                    .singleElement()
                    .satisfies(choice -> {
                        assertThat(choice.account()).isEqualTo(account);
                        assertThat(choice.locations()).singleElement().satisfies(place -> assertThat(place.location())
                                .isEqualTo(north));
                    });
            assertThat(transactions.<Boolean>read(tx -> acting.isActive(tx, account, north)))
                    .isTrue();
            assertThat(transactions.<Boolean>read(tx -> acting.isActive(tx, account, south)))
                    .isFalse();
            assertThat(transactions.<Boolean>read(tx -> acting.isActive(tx, new AccountId("x"), north)))
                    .isFalse();
        }

        @Test
        @Tag("B02")
        void aSessionIsReadWithWhatItHasChosenInOneStatement() {
            UserId guardian = person(false, true, Scope.of(account));
            UserId child = person(false, true, at(north));
            LocalDate until = LocalDate.of(2026, 12, 31);
            String hash = "f".repeat(64);
            transactions.change(tx -> {
                stores.guardians().put(tx, new Guardianship(guardian, child, until, "order"));
                stores.accounts()
                        .insert(
                                tx,
                                new SessionRow(
                                        hash,
                                        guardian,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Stage.COMPLETE,
                                        NOW,
                                        NOW.plusSeconds(60)));
            });
            ActingFor who = new ActingFor(child, Kind.DEPENDANT, Optional.of(new VendorId("v")));
            assertThat(transactions.<Boolean>write(tx -> acting.choose(
                            tx, new UserId("x"), hash, Optional.of(account), Optional.of(north), Optional.of(who))))
                    .isFalse();
            expectStatements(
                    1,
                    tx -> acting.choose(
                            tx, guardian, hash, Optional.of(account), Optional.of(north), Optional.of(who)));

            SignedInRow row =
                    one(tx -> stores.accounts().session(tx, hash, NOW)).orElseThrow();
            assertThat(row.session().account()).contains(account);
            assertThat(row.session().location()).contains(north);
            assertThat(row.session().actingFor()).contains(who);
            assertThat(row.locationActive()).isTrue();
            assertThat(row.guardedUntil()).contains(until);
            assertThat(row.memberships()).containsExactly(new Membership(Role.BUYER, Scope.of(account)));
            assertThat(row.actedFor()).containsExactly(new Membership(Role.BUYER, at(north)));

            transactions.change(tx ->
                    acting.choose(tx, guardian, hash, Optional.of(account), Optional.of(south), Optional.empty()));
            SignedInRow next =
                    one(tx -> stores.accounts().session(tx, hash, NOW)).orElseThrow();
            assertThat(next.locationActive()).isFalse();
            assertThat(next.actedFor()).isEmpty();
            assertThat(next.guardedUntil()).isEmpty();
        }
    }
}
