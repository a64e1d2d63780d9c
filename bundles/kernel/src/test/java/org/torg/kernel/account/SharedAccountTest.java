package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.AddressId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Filter;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;

/** Accounts that deal with several vendors of the tenant, and programs with the rights of staff. */
class SharedAccountTest {

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

    abstract static class Contract extends PeopleFixture {

        private static final VendorId OTHER = new VendorId("other");
        private static final LocalDate UNTIL = LocalDate.of(2026, 3, 31);

        private final Caller ofLighting = administrator(LIGHTING);
        private final Caller ofBoth = administrator(LIGHTING, OTHER);
        private AccountId account = new AccountId("");
        private UserId eva = new UserId("");
        private UserId kari = new UserId("");
        private LocationId oslo = new LocationId("");
        private InvitationId invited = new InvitationId("");

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void aCustomerOfLighting() {
            account = open("1");
            deal(account, LIGHTING);
            eva = owner(account, "eva@kunde.example");
            kari = user("kari@kunde.example", "Kari", new Membership(Role.BUYER, Scope.of(account)));
            oslo = kernel.accounts
                    .addLocation(Callers.STAFF, Optional.empty(), account, named("oslo"))
                    .orElseThrow()
                    .id();
            invited = kernel.people
                    .invite(
                            in(account, eva),
                            Optional.empty(),
                            team(account),
                            person("liv@kunde.example", "Liv", whole(Role.BUYER)))
                    .orElseThrow()
                    .id();
        }

        private static Caller administrator(VendorId... vendors) {
            return Callers.with(Stream.of(vendors)
                    .flatMap(vendor -> Role.ADMINISTRATOR.functions().stream()
                            .map(function -> new Grant(function, Scope.of(vendor))))
                    .toArray(Grant[]::new));
        }

        private void deal(AccountId with, VendorId vendor) {
            kernel.transactions.change(
                    tx -> kernel.stores.accounts().put(tx, new Agreement(with, vendor, Optional.empty(), Set.of())));
        }

        /** Every change of the account and its people that staff can make. */
        private List<Outcome<?>> changes(Caller caller) {
            Account there = kernel.accounts.get(Callers.STAFF, account).orElseThrow();
            Team team = team(account);
            NewAddress entry = new NewAddress("Lager", OFFICE, Optional.empty(), false);
            List<Outcome<?>> outcomes = new ArrayList<>();
            outcomes.add(kernel.accounts.edit(
                    caller, Optional.empty(), account, Optional.empty(), AccountChange.details(there)));
            outcomes.add(kernel.accounts.putAddress(
                    caller, Optional.empty(), account, Optional.empty(), Optional.empty(), entry));
            AddressId added = kernel.accounts
                    .putAddress(Callers.STAFF, Optional.empty(), account, Optional.empty(), Optional.empty(), entry)
                    .orElseThrow()
                    .deliveries()
                    .get(1)
                    .id();
            outcomes.add(kernel.accounts.removeAddress(caller, Optional.empty(), account, Optional.empty(), added));
            outcomes.add(kernel.accounts.addLocation(caller, Optional.empty(), account, named("bergen")));
            outcomes.add(kernel.accounts.editLocation(
                    caller, Optional.empty(), account, oslo, Optional.empty(), named("oslo")));
            outcomes.add(kernel.people.inviteAgain(caller, team, invited));
            outcomes.add(kernel.people.withdraw(caller, team, invited));
            outcomes.add(kernel.people.invite(
                    caller, Optional.empty(), team, person("per@kunde.example", "Per", whole(Role.OWNER))));
            outcomes.add(kernel.people.addWithoutLogin(
                    caller, Optional.empty(), team, clinician("Nora", whole(Role.BUYER))));
            outcomes.add(kernel.people.setRights(
                    caller, Optional.empty(), team, kari, Optional.empty(), whole(Role.COLLEAGUE)));
            outcomes.add(kernel.people.setActive(caller, Optional.empty(), team, kari, Optional.empty(), false));
            outcomes.add(kernel.people.setActive(caller, Optional.empty(), team, kari, Optional.empty(), true));
            outcomes.add(kernel.people.transferOwnership(caller, Optional.empty(), account, eva, kari));
            return outcomes;
        }

        private static NewLocation named(String number) {
            return new NewLocation(number, number, OFFICE, Optional.empty(), Optional.empty(), true, List.of());
        }

        private Set<String> codes(Caller caller) {
            return changes(caller).stream().map(outcome -> code(outcome)).collect(Collectors.toSet());
        }

        @Test
        void staffOfOneVendorChangeTheirOwnCustomers() {
            assertThat(codes(ofLighting)).containsExactly("done");
        }

        @Test
        void staffOfOneVendorChangeNothingOfWhoDealsWithAnotherToo() {
            deal(account, OTHER);

            assertThat(codes(ofLighting)).containsExactly("other-vendors-concerned");
            assertThat(codes(administrator(OTHER))).containsExactly("other-vendors-concerned");
        }

        @Test
        void staffOfBothVendorsAndOfTheTenantChangeIt() {
            deal(account, OTHER);

            assertThat(codes(ofBoth)).containsExactly("done");
        }

        @Test
        void theTenantsStaffChangeIt() {
            deal(account, OTHER);

            assertThat(codes(Callers.STAFF)).containsExactly("done");
        }

        @Test
        void aForeignAccountIsStillUnknown() {
            assertThat(codes(administrator(OTHER))).containsExactly("account-not-found");
        }

        @Test
        void itsOwnPeopleChangeItAsBefore() {
            deal(account, OTHER);

            assertThat(code(kernel.people.setRights(
                            in(account, eva),
                            Optional.empty(),
                            team(account),
                            kari,
                            Optional.empty(),
                            whole(Role.COLLEAGUE))))
                    .isEqualTo("done");
        }

        @Test
        void eachVendorsStaffSeeItAndAgreeOnTheirOwnSide() {
            deal(account, OTHER);

            assertThat(kernel.accounts.get(ofLighting, account).isDone()).isTrue();
            assertThat(kernel.accounts.locations(ofLighting, account).orElseThrow())
                    .isNotEmpty();
            assertThat(kernel.people
                            .find(
                                    ofLighting,
                                    team(account),
                                    new Filter(Optional.empty(), Optional.empty(), Optional.empty()),
                                    PageRequest.first(10))
                            .orElseThrow()
                            .items())
                    .hasSize(2);
            assertThat(kernel.people
                            .invitations(ofLighting, team(account), PageRequest.first(10))
                            .orElseThrow()
                            .items())
                    .hasSize(1);
            assertThat(code(agree(ofLighting, LIGHTING))).isEqualTo("done");
            assertThat(code(agree(ofLighting, OTHER))).isEqualTo("right-missing");
        }

        private Outcome<Agreement> agree(Caller caller, VendorId vendor) {
            return kernel.accounts.agree(
                    caller, Optional.empty(), new Agreement(account, vendor, Optional.empty(), Set.of("chain")));
        }

        @Test
        @Tag("B02")
        void nobodyIsMadeAGuardianOfWhoBelongsToAnotherVendorsCustomerToo() {
            assertThat(code(kernel.people.guard(ofLighting, Optional.empty(), eva, kari, UNTIL, "pass")))
                    .isEqualTo("done");
            deal(account, OTHER);

            assertThat(code(kernel.people.guard(ofLighting, Optional.empty(), eva, kari, UNTIL, "pass")))
                    .isEqualTo("person-not-found");
            assertThat(code(kernel.people.guard(ofBoth, Optional.empty(), eva, kari, UNTIL, "pass")))
                    .isEqualTo("done");
        }

        @Test
        @Tag("H11")
        void aProgramOfStaffGivesNoMoreThanItsTokenHas() {
            Caller program = program(Function.USER_MANAGE, Function.ACCOUNT_MANAGE, Function.ORDER_READ);
            Team team = team(account);

            assertThat(code(kernel.people.invite(
                            program, Optional.empty(), team, person("per@kunde.example", "Per", whole(Role.OWNER)))))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.people.setRights(
                            program, Optional.empty(), team, kari, Optional.empty(), whole(Role.OWNER))))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.people.addWithoutLogin(
                            program, Optional.empty(), team, clinician("Nora", whole(Role.BUYER)))))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.people.transferOwnership(program, Optional.empty(), account, eva, kari)))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.people.guard(program, Optional.empty(), eva, kari, UNTIL, "pass")))
                    .isEqualTo("right-missing");
            for (Membership more : List.of(
                    new Membership(Role.OWNER, Scope.of(account)),
                    new Membership(Role.ADMINISTRATOR, Scope.tenant()))) {
                assertThat(code(kernel.accounts.createUser(
                                program,
                                Optional.empty(),
                                new NewUser("per@kunde.example", "Per", "nb", Set.of(more)),
                                PASSWORD.toCharArray())))
                        .isEqualTo("right-missing");
            }
            assertThat(code(kernel.people.setRights(
                            program,
                            Optional.empty(),
                            team,
                            kari,
                            Optional.empty(),
                            colleague(Set.of(Function.ORDER_READ), oslo))))
                    .isEqualTo("done");
        }

        private static Caller program(Function... functions) {
            return new Caller(
                    new Caller.Subject.Token(new UserId("chief"), "t-1"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Stream.of(functions)
                            .map(function -> new Grant(function, Scope.tenant()))
                            .collect(Collectors.toSet()),
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH);
        }
    }
}
