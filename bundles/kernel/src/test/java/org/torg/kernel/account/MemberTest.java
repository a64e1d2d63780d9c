package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Filter;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.GuardianStore.Dependant;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Parallel;

class MemberTest {

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

        Contract(Database database) {
            super(database);
        }

        @Test
        @Tag("H11")
        @Tag("H12")
        @Tag("L03")
        void anOwnerTicksFunctionsAndLocations() {
            AccountId account = open("1");
            LocationId oslo = location(account, "oslo");
            LocationId bergen = location(account, "bergen");
            UserId eva = owner(account, "eva@kunde.example");
            Rights ticked = colleague(Set.of(Function.ORDER_READ, Function.CATALOG_READ), oslo);

            UserId kari = join(in(account, eva), team(account), "kari@kunde.example", "Kari", ticked)
                    .user();
            Caller asKari = in(account, kari);

            assertThat(member(eva, account, kari).rights()).isEqualTo(ticked);
            assertThat(asKari.may(Function.ORDER_READ, new Scope.OfLocation(account, oslo)))
                    .isTrue();
            assertThat(asKari.may(Function.ORDER_READ, new Scope.OfLocation(account, bergen)))
                    .isFalse();
            assertThat(asKari.may(Function.INVOICE_READ, new Scope.OfLocation(account, oslo)))
                    .isFalse();

            Member changed = set(eva, account, kari, colleague(Role.COLLEAGUE.functions(), oslo, bergen))
                    .orElseThrow();
            assertThat(changed.version()).isEqualTo(2);
            assertThat(in(account, kari).may(Function.INVOICE_READ, new Scope.OfLocation(account, bergen)))
                    .isTrue();
        }

        @Test
        @Tag("H12")
        void inAnAccountWithLocationsAColleagueNeedsOneOrTheWhole() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            Rights nowhere = colleague(Set.of(Function.ORDER_READ));
            UserId kari = join(in(account, eva), team(account), "kari@kunde.example", "Kari", nowhere)
                    .user();
            assertThat(member(eva, account, kari).rights().everywhere()).isTrue();
            LocationId oslo = location(account, "oslo");
            LocationId foreign = location(open("2"), "oslo");

            assertThat(code(set(eva, account, kari, nowhere))).isEqualTo("locations-missing");
            assertThat(code(set(eva, account, kari, colleague(Role.COLLEAGUE.functions(), oslo, foreign))))
                    .isEqualTo("location-not-found");
            assertThat(code(set(eva, account, kari, colleague(Role.COLLEAGUE.functions(), new LocationId("nothing")))))
                    .isEqualTo("location-not-found");
            assertThat(code(kernel.people.invite(
                            in(account, eva),
                            Optional.empty(),
                            team(account),
                            person("ola@kunde.example", "Ola", nowhere))))
                    .isEqualTo("locations-missing");
            assertThat(code(set(eva, account, kari, whole(Role.COLLEAGUE)))).isEqualTo("done");
            assertThat(code(set(
                            eva,
                            account,
                            kari,
                            new Rights(Role.COLLEAGUE, Set.of(Function.ORDER_READ), Set.of(oslo), true, false))))
                    .isEqualTo("locations-invalid");
            assertThat(code(set(eva, account, kari, new Rights(Role.OWNER, Set.of(), Set.of(oslo), false, false))))
                    .isEqualTo("locations-invalid");
        }

        @Test
        @Tag("H11")
        void functionsAreTickedForColleaguesAloneAndNoneThatOwnersKeep() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId kari = buyer(account, "kari@kunde.example");

            assertThat(code(set(eva, account, kari, rights(Role.BUYER, Function.ORDER_READ))))
                    .isEqualTo("functions-invalid");
            assertThat(code(set(eva, account, kari, rights(Role.COLLEAGUE, Function.USER_MANAGE))))
                    .isEqualTo("functions-invalid");
            assertThat(code(set(eva, account, kari, whole(Role.STAFF_SUPPORT)))).isEqualTo("role-invalid");
        }

        @Test
        void nobodyGivesMoreThanTheCallerHas() {
            AccountId account = open("1");
            UserId kari = buyer(account, "kari@kunde.example");
            Caller weak = Callers.with(
                    account,
                    new Grant(Function.USER_MANAGE, Scope.of(account)),
                    new Grant(Function.ORDER_READ, Scope.of(account)));

            assertThat(code(kernel.people.setRights(
                            weak, Optional.empty(), team(account), kari, Optional.empty(), whole(Role.OWNER))))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.people.invite(
                            weak, Optional.empty(), team(account), person("o@k.example", "O", whole(Role.BUYER)))))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.people.setRights(
                            weak,
                            Optional.empty(),
                            team(account),
                            kari,
                            Optional.empty(),
                            rights(Role.COLLEAGUE, Function.ORDER_READ))))
                    .isEqualTo("done");
        }

        @Test
        void colleaguesAreNotToldWhoseLoginIsWeak() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId kari = buyer(account, "kari@kunde.example");
            kernel.transactions.change(tx -> {
                kernel.stores.people().seen(tx, eva, kernel.clock.now());
                kernel.stores.people().seen(tx, kari, kernel.clock.now());
            });

            assertThat(member(eva, account, kari).lastSeenAt()).isPresent();
            assertThat(member(kari, account, kari).lastSeenAt()).isPresent();
            assertThat(member(kari, account, eva).lastSeenAt()).isEmpty();
            assertThat(kernel.people
                            .find(
                                    in(account, kari),
                                    team(account),
                                    filter(Optional.empty(), Optional.of("eva"), Optional.empty()),
                                    PageRequest.first(10))
                            .orElseThrow()
                            .items())
                    .singleElement()
                    .satisfies(there ->
                            assertThat(there.lastSeenAt()).as("of a list").isEmpty());
        }

        @Test
        void nobodyChangesTheOwnRightsNorThoseOfWhomOneActsFor() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            owner(account, "ada@kunde.example");

            assertThat(code(set(eva, account, eva, whole(Role.BUYER)))).isEqualTo("own-rights");
            assertThat(code(active(eva, account, eva, false))).isEqualTo("own-rights");
        }

        @Test
        @Tag("H05")
        void theLastOwnerStays() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId ada = owner(account, "ada@kunde.example");
            active(eva, account, ada, false).orElseThrow();

            assertThat(code(kernel.people.setActive(
                            STAFF, Optional.empty(), team(account), eva, Optional.empty(), false)))
                    .isEqualTo("last-owner");
            assertThat(code(kernel.people.setRights(
                            STAFF, Optional.empty(), team(account), eva, Optional.empty(), whole(Role.BUYER))))
                    .isEqualTo("last-owner");
            assertThat(member(eva, account, eva).rights().role()).isEqualTo(Role.OWNER);

            active(eva, account, ada, true).orElseThrow();
            assertThat(code(set(ada, account, eva, whole(Role.BUYER)))).isEqualTo("done");
        }

        @Test
        @Tag("H05")
        void ofTwoOwnersWhoRemoveEachOtherAtOnceOneStays() {
            for (int round = 0; round < 5; round++) {
                AccountId account = open("c" + round);
                UserId eva = owner(account, "eva" + round + "@kunde.example");
                UserId ada = owner(account, "ada" + round + "@kunde.example");
                Caller asEva = in(account, eva);
                Caller asAda = in(account, ada);

                List<String> codes = Parallel.run(
                        2,
                        i -> code(
                                i == 0
                                        ? kernel.people.setActive(
                                                asEva, Optional.empty(), team(account), ada, Optional.empty(), false)
                                        : kernel.people.setRights(
                                                asAda,
                                                Optional.empty(),
                                                team(account),
                                                eva,
                                                Optional.empty(),
                                                whole(Role.BUYER))));

                assertThat(codes).containsExactlyInAnyOrder("done", "last-owner");
            }
        }

        @Test
        void theLastAdministratorStays() {
            UserId ada = user("ada@torg.example", "Ada", new Membership(Role.ADMINISTRATOR, Scope.tenant()));
            UserId bo = user("bo@torg.example", "Bo", new Membership(Role.ADMINISTRATOR, Scope.tenant()));
            Team tenant = new Team.Staff(Optional.empty());
            Caller asAda = caller(ada, Optional.empty());
            Caller asBo = caller(bo, Optional.empty());

            List<String> codes = Parallel.run(
                    2,
                    i -> code(kernel.people.setActive(
                            i == 0 ? asAda : asBo,
                            Optional.empty(),
                            tenant,
                            i == 0 ? bo : ada,
                            Optional.empty(),
                            false)));

            assertThat(codes).containsExactlyInAnyOrder("done", "last-owner");
        }

        @Test
        @Tag("H14")
        void whoseAccessIsWithdrawnIsOutAtOnceAndCanComeBack() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId kari = buyer(account, "kari@kunde.example");
            String token = signIn("kari@kunde.example", PASSWORD).orElseThrow().token();

            Member withdrawn = active(eva, account, kari, false).orElseThrow();

            assertThat(withdrawn.active()).isFalse();
            assertThat(withdrawn.name()).isEqualTo("Navn");
            assertThat(code(resolve(token))).isEqualTo("token-invalid");
            assertThat(in(account, kari).grants()).isEmpty();
            assertThat(find(eva, account, filter(Optional.empty(), Optional.empty(), Optional.of(true))))
                    .containsExactly("Eva Eier");
            assertThat(active(eva, account, kari, false).orElseThrow().version())
                    .isEqualTo(withdrawn.version());

            active(eva, account, kari, true).orElseThrow();
            String again = signIn("kari@kunde.example", PASSWORD).orElseThrow().token();
            assertThat(resolve(again).orElseThrow().may(Function.ORDER_PLACE, Scope.of(account)))
                    .isTrue();
        }

        @Test
        @Tag("H14")
        void whoBelongsElsewhereTooIsSignedOutOfThisAccountAlone() {
            AccountId here = open("1");
            AccountId there = open("2");
            UserId eva = owner(here, "eva@kunde.example");
            UserId kari = user(
                    "kari@kunde.example",
                    "Kari",
                    new Membership(Role.BUYER, Scope.of(here)),
                    new Membership(Role.BUYER, Scope.of(there)));
            session(kari, "a", Optional.of(here));
            session(kari, "b", Optional.of(there));

            active(eva, here, kari, false).orElseThrow();

            assertThat(hasSession("a")).isFalse();
            assertThat(hasSession("b")).isTrue();
        }

        @Test
        void aChangeFromAnOldVersionIsRefused() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId kari = buyer(account, "kari@kunde.example");
            set(eva, account, kari, whole(Role.COLLEAGUE)).orElseThrow();

            assertThat(code(kernel.people.setRights(
                            in(account, eva),
                            Optional.empty(),
                            team(account),
                            kari,
                            Optional.of(1L),
                            whole(Role.BUYER))))
                    .isEqualTo("version-changed");
            assertThat(code(kernel.people.setActive(
                            in(account, eva), Optional.empty(), team(account), kari, Optional.of(2L), false)))
                    .isEqualTo("done");
        }

        @Test
        @Tag("H05")
        void staffTransferOwnershipAndNobodyElse() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId kari = buyer(account, "kari@kunde.example");
            UserId foreign = buyer(open("2"), "ola@kunde.example");
            Caller others = Callers.with(new Grant(Function.ACCOUNT_MANAGE, Scope.of(new VendorId("dental"))));
            Caller support = Callers.with(new Grant(Function.ACCOUNT_MANAGE, Scope.of(LIGHTING)));

            assertThat(code(kernel.people.transferOwnership(in(account, eva), Optional.empty(), account, eva, kari)))
                    .isEqualTo("right-missing");
            kernel.accounts
                    .agree(STAFF, Optional.empty(), new Agreement(account, LIGHTING, Optional.empty(), Set.of()))
                    .orElseThrow();
            assertThat(code(kernel.people.transferOwnership(others, Optional.empty(), account, eva, kari)))
                    .isEqualTo("account-not-found");
            assertThat(code(kernel.people.transferOwnership(support, Optional.empty(), account, eva, foreign)))
                    .isEqualTo("person-not-found");
            assertThat(code(kernel.people.transferOwnership(support, Optional.empty(), account, kari, eva)))
                    .isEqualTo("owner-invalid");

            Member next = kernel.people
                    .transferOwnership(support, Optional.empty(), account, eva, kari)
                    .orElseThrow();

            assertThat(next.user()).isEqualTo(kari);
            assertThat(next.rights().role()).isEqualTo(Role.OWNER);
            assertThat(member(kari, account, eva).rights()).isEqualTo(whole(Role.BUYER));
        }

        @Test
        @Tag("H15")
        void peopleAreListedUnderEachLocationInTheOrderOfTheReadersLanguage() {
            AccountId account = open("1");
            LocationId oslo = location(account, "oslo");
            LocationId bergen = location(account, "bergen");
            UserId eva = owner(account, "eva@kunde.example");
            for (String name : List.of("Åse", "Zeno", "Ærlend", "Ødegård", "anne")) {
                join(
                        in(account, eva),
                        team(account),
                        "p" + name.length() + name.codePointAt(0) + "@kunde.example",
                        name,
                        colleague(Role.COLLEAGUE.functions(), name.equals("Zeno") ? bergen : oslo));
            }

            assertThat(find(eva, account, filter(Optional.empty(), Optional.empty(), Optional.empty())))
                    .containsExactly("anne", "Eva Eier", "Zeno", "Ærlend", "Ødegård", "Åse");
            assertThat(find(eva, account, filter(Optional.of(bergen), Optional.empty(), Optional.empty())))
                    .containsExactly("Eva Eier", "Zeno");
            assertThat(find(eva, account, filter(Optional.of(oslo), Optional.of("ØDE"), Optional.empty())))
                    .containsExactly("Ødegård");
            assertThat(code(kernel.people.find(
                            in(account, eva),
                            team(account),
                            filter(Optional.of(location(open("2"), "x")), Optional.empty(), Optional.empty()),
                            PageRequest.first(10))))
                    .isEqualTo("location-not-found");
        }

        @Test
        @Tag("H12")
        void whoHasRightsAtOneLocationSeesThePeopleOfThatOne() {
            AccountId account = open("1");
            LocationId oslo = location(account, "oslo");
            LocationId bergen = location(account, "bergen");
            UserId eva = owner(account, "eva@kunde.example");
            Caller asEva = in(account, eva);
            UserId kari = join(
                            asEva,
                            team(account),
                            "kari@kunde.example",
                            "Kari",
                            colleague(Role.COLLEAGUE.functions(), oslo))
                    .user();
            UserId ola = join(
                            asEva,
                            team(account),
                            "ola@kunde.example",
                            "Ola",
                            colleague(Role.COLLEAGUE.functions(), bergen))
                    .user();

            assertThat(find(kari, account, filter(Optional.empty(), Optional.empty(), Optional.empty())))
                    .containsExactly("Eva Eier", "Kari");
            assertThat(kernel.people.get(in(account, kari), team(account), ola))
                    .isEqualTo(kernel.people.get(in(account, kari), team(account), new UserId("nobody")));
            assertThat(code(kernel.people.find(
                            in(account, kari),
                            team(account),
                            filter(Optional.of(bergen), Optional.empty(), Optional.empty()),
                            PageRequest.first(10))))
                    .isEqualTo("location-not-found");
        }

        @Test
        void aListIsReadPageByPageAndItsCursorNamesNobody() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            for (String name : List.of("Bo", "Cato", "Dag")) {
                kernel.people
                        .addWithoutLogin(
                                in(account, eva), Optional.empty(), team(account), clinician(name, whole(Role.BUYER)))
                        .orElseThrow();
            }
            var everybody = filter(Optional.empty(), Optional.empty(), Optional.empty());
            var first = kernel.people
                    .find(in(account, eva), team(account), everybody, PageRequest.first(3))
                    .orElseThrow();
            var rest = kernel.people
                    .find(in(account, eva), team(account), everybody, new PageRequest(first.next(), 3))
                    .orElseThrow();

            assertThat(first.items()).extracting(Member::name).containsExactly("Bo", "Cato", "Dag");
            assertThat(first.next().orElseThrow()).doesNotContain("Dag");
            assertThat(rest.items()).extracting(Member::name).containsExactly("Eva Eier");
            UserId foreign = buyer(open("2"), "ola@kunde.example");
            assertThat(code(kernel.people.find(
                            in(account, eva),
                            team(account),
                            everybody,
                            new PageRequest(Optional.of(foreign.value()), 3))))
                    .isEqualTo("cursor-invalid");
        }

        @Test
        @Tag("D07")
        @Tag("D10")
        void aSharedLoginAndPeopleWithoutOneBelongToTheTeam() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            Rights shared = new Rights(Role.BUYER, Set.of(), Set.of(), true, true);
            UserId desk = join(in(account, eva), team(account), "desk@kunde.example", "Resepsjon", shared)
                    .user();
            Member anne = kernel.people
                    .addWithoutLogin(
                            in(account, eva), Optional.empty(), team(account), clinician("Anne", whole(Role.BUYER)))
                    .orElseThrow();

            assertThat(member(eva, account, desk).rights().sharedLogin()).isTrue();
            assertThat(anne.email()).isEmpty();
            assertThat(code(kernel.people.addWithoutLogin(
                            in(account, eva), Optional.empty(), team(account), clinician("Bo", whole(Role.OWNER)))))
                    .isEqualTo("role-invalid");
            assertThat(code(set(eva, account, anne.user(), whole(Role.OWNER)))).isEqualTo("role-invalid");
            assertThat(code(kernel.people.addWithoutLogin(
                            in(account, eva),
                            Optional.empty(),
                            team(account),
                            person("a@b.example", "Bo", whole(Role.BUYER)))))
                    .isEqualTo("user-invalid");
        }

        @Test
        void aForeignAccountIsAnsweredAsAnUnknownOneAndAMissingRightIsNamedAtHome() {
            AccountId mine = open("1");
            AccountId theirs = open("2");
            UserId eva = owner(mine, "eva@kunde.example");
            UserId kari = buyer(mine, "kari@kunde.example");
            UserId foreign = owner(theirs, "ada@kunde.example");
            Team unknown = team(new AccountId("nothing"));

            for (Team team : List.of(team(theirs), unknown)) {
                Caller caller = in(mine, eva);
                assertThat(code(kernel.people.get(caller, team, foreign))).isEqualTo("account-not-found");
                assertThat(code(kernel.people.invite(
                                caller, Optional.empty(), team, person("o@k.example", "O", whole(Role.BUYER)))))
                        .isEqualTo("account-not-found");
                assertThat(code(kernel.people.setActive(
                                caller, Optional.empty(), team, foreign, Optional.empty(), false)))
                        .isEqualTo("account-not-found");
            }
            assertThat(kernel.people.get(in(mine, eva), team(mine), foreign))
                    .isEqualTo(kernel.people.get(in(mine, eva), team(mine), new UserId("nobody")));
            assertThat(code(active(kari, mine, eva, false))).isEqualTo("right-missing");
            assertThat(code(kernel.people.get(Callers.stranger(), team(mine), eva)))
                    .isEqualTo("token-missing");
        }

        @Test
        void administratorsLookAfterStaffOfTheirOwnScope() {
            Team lighting = new Team.Staff(Optional.of(LIGHTING));
            Team tenant = new Team.Staff(Optional.empty());
            UserId ada = user("ada@torg.example", "Ada", new Membership(Role.ADMINISTRATOR, Scope.of(LIGHTING)));
            Caller asAda = caller(ada, Optional.empty());

            Member bo = join(asAda, lighting, "bo@torg.example", "Bo", whole(Role.STAFF_ORDERS));
            assertThat(bo.rights().role()).isEqualTo(Role.STAFF_ORDERS);
            assertThat(letters.last("bo@torg.example").vendor()).contains(LIGHTING);
            assertThat(caller(bo.user(), Optional.empty()).may(Function.ORDER_AMEND, Scope.of(LIGHTING)))
                    .isTrue();
            assertThat(code(kernel.people.invite(
                            asAda, Optional.empty(), tenant, person("c@torg.example", "C", whole(Role.STAFF_ORDERS)))))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.people.invite(
                            asAda,
                            Optional.empty(),
                            new Team.Staff(Optional.of(new VendorId("dental"))),
                            person("c@torg.example", "C", whole(Role.STAFF_ORDERS)))))
                    .isEqualTo("vendor-not-found");
            assertThat(code(kernel.people.invite(
                            asAda, Optional.empty(), lighting, person("c@torg.example", "C", whole(Role.BUYER)))))
                    .isEqualTo("role-invalid");
            assertThat(code(kernel.people.get(caller(bo.user(), Optional.empty()), lighting, ada)))
                    .isEqualTo("right-missing");
            AccountId account = open("1");
            Caller customer = in(account, owner(account, "eva@kunde.example"));
            assertThat(kernel.people.get(customer, lighting, ada))
                    .isEqualTo(kernel.people.get(customer, new Team.Staff(Optional.of(new VendorId("dental"))), ada));
            assertThat(code(kernel.people.get(customer, tenant, ada))).isEqualTo("vendor-not-found");
        }

        @Test
        @Tag("D03")
        void staffInviteTheFirstOwnerOfAnAccountThatTheyHaveOpened() {
            AccountId account = open("1");
            UserId ada = user("ada@torg.example", "Ada", new Membership(Role.ADMINISTRATOR, Scope.tenant()));
            Member eva =
                    join(caller(ada, Optional.empty()), team(account), "eva@kunde.example", "Eva", whole(Role.OWNER));

            assertThat(eva.rights().role()).isEqualTo(Role.OWNER);
        }

        @Test
        @Tag("B02")
        void staffDoNotMakeThemselvesGuardians() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId stine = user("stine@torg.example", "Stine", new Membership(Role.STAFF_SUPPORT, Scope.tenant()));
            LocalDate until = LocalDate.of(2026, 3, 31);
            Caller support = caller(stine, Optional.empty());

            assertThat(code(kernel.people.guard(support, Optional.empty(), stine, eva, until, "pass")))
                    .isEqualTo("own-rights");
            assertThat(dependants(stine, until)).isEmpty();
        }

        @Test
        @Tag("B02")
        void aVendorsStaffNameNoGuardianOfWhoBuysFromAnotherVendorToo() {
            AccountId account = open("1");
            AccountId foreign = open("2");
            UserId eva = owner(account, "eva@kunde.example");
            UserId nora = owner(account, "nora@kunde.example");
            deal(account, LIGHTING);
            deal(foreign, new VendorId("other"));
            Caller support = Callers.with(new Grant(Function.ACCOUNT_MANAGE, Scope.of(LIGHTING)));
            LocalDate until = LocalDate.of(2026, 3, 31);

            assertThat(code(kernel.people.guard(support, Optional.empty(), eva, nora, until, "pass")))
                    .isEqualTo("done");
            UserId both = user(
                    "bo@kunde.example",
                    "Bo",
                    new Membership(Role.BUYER, Scope.of(account)),
                    new Membership(Role.OWNER, Scope.of(foreign)));
            assertThat(code(kernel.people.guard(support, Optional.empty(), eva, both, until, "pass")))
                    .isEqualTo("person-not-found");
        }

        private void deal(AccountId account, VendorId vendor) {
            kernel.transactions.change(
                    tx -> kernel.stores.accounts().put(tx, new Agreement(account, vendor, Optional.empty(), Set.of())));
        }

        @Test
        @Tag("B02")
        void aGuardianIsNamedByStaffUntilADay() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId nora = kernel.people
                    .addWithoutLogin(
                            in(account, eva), Optional.empty(), team(account), clinician("Nora", whole(Role.BUYER)))
                    .orElseThrow()
                    .user();
            LocalDate until = LocalDate.of(2026, 3, 31);

            assertThat(code(kernel.people.guard(in(account, eva), Optional.empty(), eva, nora, until, "pass")))
                    .isEqualTo("right-missing");
            kernel.people
                    .guard(STAFF, Optional.empty(), eva, nora, until, "fødselsattest")
                    .orElseThrow();
            assertThat(dependants(eva, until)).containsExactly(nora);
            assertThat(dependants(eva, until.plusDays(1))).isEmpty();

            assertThat(code(kernel.people.guard(STAFF, Optional.empty(), eva, eva, until, "pass")))
                    .isEqualTo("guardianship-invalid");
            assertThat(code(kernel.people.guard(STAFF, Optional.empty(), eva, nora, LocalDate.of(2026, 3, 1), "pass")))
                    .isEqualTo("guardianship-invalid");
            assertThat(code(kernel.people.guard(STAFF, Optional.empty(), eva, nora, until, " ")))
                    .isEqualTo("guardianship-invalid");
            assertThat(code(kernel.people.guard(STAFF, Optional.empty(), nora, eva, until, "pass")))
                    .isEqualTo("person-not-found");

            kernel.people.endGuard(STAFF, eva, nora).orElseThrow();
            assertThat(dependants(eva, LocalDate.of(2026, 3, 2))).isEmpty();
            assertThat(code(kernel.people.endGuard(STAFF, eva, new UserId("nobody"))))
                    .isEqualTo("person-not-found");
        }

        private List<UserId> dependants(UserId guardian, LocalDate day) {
            return kernel.transactions.read(tx -> kernel.stores.guardians().dependants(tx, guardian, day)).stream()
                    .map(Dependant::user)
                    .toList();
        }

        private UserId buyer(AccountId account, String email) {
            return user(email, "Navn", new Membership(Role.BUYER, Scope.of(account)));
        }

        private static Rights rights(Role role, Function... functions) {
            return new Rights(role, Set.of(functions), Set.of(), true, false);
        }

        private static Filter filter(Optional<LocationId> location, Optional<String> text, Optional<Boolean> active) {
            return new Filter(location, text, active);
        }

        private List<String> find(UserId by, AccountId account, Filter filter) {
            return kernel
                    .people
                    .find(in(account, by), team(account), filter, PageRequest.first(50))
                    .orElseThrow()
                    .items()
                    .stream()
                    .map(Member::name)
                    .toList();
        }

        private Member member(UserId by, AccountId account, UserId user) {
            return kernel.people.get(in(account, by), team(account), user).orElseThrow();
        }

        private Outcome<Member> set(UserId by, AccountId account, UserId user, Rights rights) {
            return kernel.people.setRights(
                    in(account, by), Optional.empty(), team(account), user, Optional.empty(), rights);
        }

        private Outcome<Member> active(UserId by, AccountId account, UserId user, boolean active) {
            return kernel.people.setActive(
                    in(account, by), Optional.empty(), team(account), user, Optional.empty(), active);
        }

        private void session(UserId user, String hash, Optional<AccountId> account) {
            kernel.transactions.change(tx -> kernel.stores
                    .accounts()
                    .insert(
                            tx,
                            new SessionRow(
                                    hash,
                                    user,
                                    account,
                                    kernel.clock.now(),
                                    kernel.clock.now().plus(Duration.ofHours(1)))));
        }

        private boolean hasSession(String hash) {
            return kernel.transactions
                    .read(tx -> kernel.stores.accounts().session(tx, hash, kernel.clock.now()))
                    .isPresent();
        }
    }
}
