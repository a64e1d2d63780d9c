package org.torg.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Guardianship;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.GuardianStore;
import org.torg.api.store.GuardianStore.Dependant;
import org.torg.api.store.InvitationStore;
import org.torg.api.store.InvitationStore.InvitationRow;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.MemberRow;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.PeopleStore.ResetRequest;
import org.torg.api.store.PeopleStore.Standing;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class PeopleStoreTest {

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

        private static final AccountId ACCOUNT = new AccountId("a");
        private static final Team TEAM = new Team.OfAccount(ACCOUNT);
        private static final Team STAFF = new Team.Staff(Optional.empty());

        private final PeopleStore people = stores.people();
        private final AccountStore accounts = stores.accounts();
        private final InvitationStore invitations = stores.invitations();
        private final GuardianStore guardians = stores.guardians();

        Contract(Database database) {
            super(database);
        }

        @Test
        void aPersonIsFoundByEMailAndById() {
            PersonRow kari = login("Kari.Nordmann@Example.org");

            assertThat(one(tx -> people.person(tx, kari.id()))).contains(kari);
            assertThat(one(tx -> people.login(tx, "kari.nordmann@example.ORG"))
                            .orElseThrow()
                            .person())
                    .isEqualTo(kari);
            assertThat(one(tx -> people.login(tx, kari.id())).orElseThrow().passwordHash())
                    .isEqualTo("hash");
            assertThat(kari.toString()).doesNotContain("Kari");
        }

        @Test
        void manyWithoutLoginHaveNeitherEMailNorPassword() {
            PersonRow one = person(Optional.empty(), "One");
            PersonRow two = person(Optional.empty(), "Two");

            assertThat(one(tx -> people.login(tx, one.id()))).isEmpty();
            assertThat(one(tx -> people.person(tx, two.id()))).contains(two);
        }

        @Test
        @Tag("H13")
        void anEMailBelongsToOnePersonWhateverItsCase() {
            login("kari@example.org");
            PersonRow ola = login("ola@example.org");

            assertConflict(() -> login("KARI@example.org"));
            assertConflict(() -> transactions.change(tx -> people.setEmail(tx, ola.id(), "Kari@example.org")));
        }

        @Test
        @Tag("D05")
        void aNewEMailIsKeptApartUntilItIsConfirmed() {
            PersonRow kari = login("kari@example.org");
            transactions.change(tx -> people.setNewEmail(tx, kari.id(), Optional.of("new@example.org")));
            assertThat(one(tx -> people.login(tx, "new@example.org"))).isEmpty();
            assertThat(one(tx -> people.newEmail(tx, kari.id()))).contains("new@example.org");

            transactions.change(tx -> people.setEmail(tx, kari.id(), "new@example.org"));

            assertThat(one(tx -> people.newEmail(tx, kari.id()))).isEmpty();
            assertThat(one(tx -> people.login(tx, "new@example.org"))
                            .orElseThrow()
                            .person()
                            .version())
                    .isEqualTo(2);
        }

        @Test
        void detailsChangeOnlyFromTheVersionThatWasSeen() {
            PersonRow kari = login("kari@example.org");

            boolean first = transactions.write(
                    tx -> people.edit(tx, kari.id(), 1, "Kari N.", Optional.of("+4799000000"), "sv"));
            boolean again = transactions.write(tx -> people.edit(tx, kari.id(), 1, "K", Optional.empty(), "da"));
            transactions.change(tx -> people.seen(tx, kari.id(), NOW));

            PersonRow stored = one(tx -> people.person(tx, kari.id())).orElseThrow();
            assertThat(first).isTrue();
            assertThat(again).isFalse();
            assertThat(stored.name()).isEqualTo("Kari N.");
            assertThat(stored.phone()).contains("+4799000000");
            assertThat(stored.language()).isEqualTo("sv");
            assertThat(stored.lastSeenAt()).contains(NOW);
            assertThat(stored.version()).isEqualTo(2);
        }

        @Test
        @Tag("H12")
        void aMemberHasOneStandingOverSeveralLocations() {
            transactions.change(tx -> accounts.insert(tx, Samples.account(ACCOUNT)));
            PersonRow kari = login("kari@example.org");
            Standing standing = new Standing(List.of(ticked("l1"), ticked("l2")), true, true, 3);

            transactions.change(tx -> people.put(tx, TEAM, kari.id(), standing));

            MemberRow stored = one(tx -> people.member(tx, TEAM, kari.id())).orElseThrow();
            assertThat(stored.person()).isEqualTo(kari);
            assertThat(stored.standing()).isEqualTo(standing);
            assertThat(one(tx -> people.member(tx, STAFF, kari.id()))).isEmpty();
            assertThat(all(tx -> people.names(tx, TEAM)).get(0).locations())
                    .containsExactlyInAnyOrder(new LocationId("l1"), new LocationId("l2"));
            assertThat(transactions.<Boolean>read(tx -> people.isSharedLogin(tx, kari.id(), ACCOUNT)))
                    .isTrue();
            assertThat(transactions.<Boolean>read(tx -> people.isSharedLogin(tx, kari.id(), new AccountId("b"))))
                    .isFalse();
        }

        @Test
        @Tag("H14")
        void withdrawnAccessGivesNoRightAndIsNotForgotten() {
            PersonRow kari = login("kari@example.org");
            Membership owner = new Membership(Role.OWNER, Scope.of(ACCOUNT));
            transactions.change(tx -> people.put(tx, TEAM, kari.id(), new Standing(List.of(owner), false, true, 1)));
            assertThat(transactions.<Integer>read(tx -> people.countActive(tx, TEAM, Role.OWNER)))
                    .isEqualTo(1);

            transactions.change(tx -> people.put(tx, TEAM, kari.id(), new Standing(List.of(owner), false, false, 2)));

            assertThat(all(tx -> accounts.memberships(tx, kari.id()))).isEmpty();
            assertThat(transactions.<Integer>read(tx -> people.countActive(tx, TEAM, Role.OWNER)))
                    .isZero();
            assertThat(one(tx -> people.member(tx, TEAM, kari.id()))
                            .orElseThrow()
                            .standing()
                            .active())
                    .isFalse();
        }

        @Test
        void teamsOfStaffAreApart() {
            PersonRow kari = login("kari@example.org");
            Team lighting = new Team.Staff(Optional.of(new VendorId("lighting")));
            Membership orders = new Membership(Role.STAFF_ORDERS, Scope.of(new VendorId("lighting")));
            Membership administrator = new Membership(Role.ADMINISTRATOR, Scope.tenant());
            transactions.change(tx -> {
                people.put(tx, lighting, kari.id(), new Standing(List.of(orders), false, true, 1));
                people.put(tx, STAFF, kari.id(), new Standing(List.of(administrator), false, true, 1));
                people.lock(tx, STAFF);
                people.lock(tx, TEAM);
            });

            assertThat(one(tx -> people.member(tx, lighting, kari.id()))
                            .orElseThrow()
                            .standing()
                            .memberships())
                    .containsExactly(orders);
            assertThat(all(tx -> accounts.memberships(tx, kari.id()))).containsExactly(administrator, orders);
        }

        @Test
        void sessionsEndForOneAccountOrAllButOne() {
            PersonRow kari = login("kari@example.org");
            session(kari, "here", Optional.of(ACCOUNT));
            session(kari, "there", Optional.of(new AccountId("b")));
            session(kari, "nowhere", Optional.empty());

            assertThat(transactions.<Integer>write(tx -> people.endSessions(tx, kari.id(), ACCOUNT)))
                    .isEqualTo(1);
            assertThat(transactions.<Integer>write(tx -> people.endSessions(tx, kari.id(), Optional.of("nowhere"))))
                    .isEqualTo(1);
            assertThat(one(tx -> accounts.session(tx, "nowhere", NOW))).isPresent();
        }

        @Test
        @Tag("B02")
        void aGuardianActsForSomebodyUntilTheLastDay() {
            PersonRow guardian = login("kari@example.org");
            PersonRow child = person(Optional.empty(), "Nora");
            LocalDate until = LocalDate.of(2026, 3, 29);
            transactions.change(tx -> guardians.put(
                    tx, new Guardianship(guardian.id(), child.id(), until.plusDays(9), "birth certificate")));
            Guardianship shorter = new Guardianship(guardian.id(), child.id(), until, "court order");
            transactions.change(tx -> guardians.put(tx, shorter));

            assertThat(one(tx -> guardians.guardianship(tx, guardian.id(), child.id())))
                    .contains(shorter);
            assertThat(all(tx -> guardians.dependants(tx, guardian.id(), until)))
                    .containsExactly(new Dependant(child.id(), "Nora", until));
            assertThat(all(tx -> guardians.dependants(tx, guardian.id(), until.plusDays(1))))
                    .isEmpty();
            assertThat(all(tx -> guardians.dependants(tx, child.id(), until))).isEmpty();
        }

        @Test
        void anInvitationIsOpenUntilItExpires() {
            InvitationRow first = invitation("0001", "Kari@example.org", Duration.ofDays(1));
            InvitationRow second = invitation("0002", "ola@example.org", Duration.ofDays(2));
            transactions.change(tx -> {
                invitations.insert(tx, first);
                invitations.insert(tx, second);
            });

            assertThat(one(tx -> invitations.invitation(tx, first.id()))).contains(first);
            assertThat(one(tx -> invitations.invitation(tx, TEAM, "kari@EXAMPLE.org")))
                    .contains(first);
            assertThat(all(tx -> invitations.open(tx, TEAM, NOW, Optional.empty(), 10)))
                    .containsExactly(second, first);
            assertThat(all(tx -> invitations.open(tx, TEAM, NOW, Optional.of("0002"), 10)))
                    .containsExactly(first);
            assertThat(all(tx -> invitations.open(tx, TEAM, NOW.plus(Duration.ofDays(1)), Optional.empty(), 10)))
                    .containsExactly(second);
            assertThat(all(tx -> invitations.open(tx, STAFF, NOW, Optional.empty(), 10)))
                    .isEmpty();
            assertConflict(() -> transactions.change(
                    tx -> invitations.insert(tx, invitation("0003", "KARI@example.org", Duration.ofDays(1)))));

            assertThat(transactions.<Integer>write(
                            tx -> invitations.deleteExpiredBefore(tx, NOW.plus(Duration.ofHours(25)))))
                    .isEqualTo(1);
            assertThat(transactions.<Boolean>write(tx -> invitations.delete(tx, first.id())))
                    .isFalse();
            assertThat(transactions.<Boolean>write(tx -> invitations.delete(tx, second.id())))
                    .isTrue();
        }

        @Test
        void nothingTickedIsNotTheWholeRole() {
            PersonRow kari = login("kari@example.org");
            Membership none = new Membership(Role.COLLEAGUE, Scope.of(ACCOUNT), Set.of());
            transactions.change(tx -> people.put(tx, TEAM, kari.id(), new Standing(List.of(none), false, true, 1)));
            InvitationRow invited = invitation("0001", "liv@example.org", Duration.ofDays(1));
            transactions.change(tx -> invitations.insert(tx, with(invited, Set.of())));

            assertThat(all(tx -> accounts.memberships(tx, kari.id()))).containsExactly(none);
            Optional<InvitationRow> stored = read(tx -> invitations.invitation(tx, invited.id()));
            assertThat(stored.orElseThrow().rights().functions()).isEmpty();
        }

        @Test
        void theWholeRoleOfAColleagueIsReadWithItsFunctions() {
            InvitationRow invited = invitation("0001", "liv@example.org", Duration.ofDays(1));
            InvitationRow whole = with(invited, Role.COLLEAGUE.functions());
            transactions.change(tx -> invitations.insert(tx, whole));

            Optional<InvitationRow> stored = read(tx -> invitations.invitation(tx, invited.id()));
            assertThat(stored).contains(whole);
        }

        private Optional<InvitationRow> read(Transactions.Work<Optional<InvitationRow>> work) {
            return transactions.read(work);
        }

        private static InvitationRow with(InvitationRow row, Set<Function> functions) {
            return new InvitationRow(
                    row.id(),
                    row.team(),
                    row.email(),
                    row.name(),
                    row.phone(),
                    row.language(),
                    new Rights(Role.COLLEAGUE, functions, row.rights().locations(), false, true),
                    row.createdAt(),
                    row.expiresAt());
        }

        @Test
        void aForgottenPasswordIsTakenUpOnce() {
            ResetRequest request = new ResetRequest("r", "kari@example.org", NOW);
            transactions.change(tx -> people.insert(tx, request));

            assertThat(transactions.<Optional<ResetRequest>>write(tx -> people.take(tx, "r")))
                    .contains(request);
            assertThat(transactions.<Optional<ResetRequest>>write(tx -> people.take(tx, "r")))
                    .isEmpty();

            transactions.change(tx -> people.insert(tx, request));
            assertThat(transactions.<Integer>write(tx -> people.deleteResetRequestsBefore(tx, NOW)))
                    .isZero();
            assertThat(transactions.<Integer>write(tx -> people.deleteResetRequestsBefore(tx, NOW.plusSeconds(1))))
                    .isEqualTo(1);
        }

        private static InvitationRow invitation(String id, String email, Duration life) {
            return new InvitationRow(
                    new InvitationId(id),
                    TEAM,
                    email,
                    "Name",
                    Optional.of("+4799000000"),
                    "nb",
                    new Rights(Role.COLLEAGUE, Set.of(Function.ORDER_READ), Set.of(new LocationId("l1")), false, true),
                    NOW,
                    NOW.plus(life));
        }

        private static Membership ticked(String location) {
            return new Membership(
                    Role.COLLEAGUE,
                    new Scope.OfLocation(ACCOUNT, new LocationId(location)),
                    Set.of(Function.ORDER_READ, Function.CATALOG_READ));
        }

        private void session(PersonRow person, String hash, Optional<AccountId> account) {
            transactions.change(
                    tx -> accounts.insert(tx, new SessionRow(hash, person.id(), account, NOW, NOW.plusSeconds(60))));
        }

        private PersonRow login(String email) {
            return person(Optional.of(email), "Kari Nordmann");
        }

        private PersonRow person(Optional<String> email, String name) {
            PersonRow row = new PersonRow(
                    new UserId(id()), email, name, Optional.empty(), "nb", true, NOW, Optional.empty(), 1);
            transactions.change(tx -> people.insert(tx, row, email.map(login -> "hash")));
            return row;
        }
    }
}
