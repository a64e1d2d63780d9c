package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Clinic.ACCOUNT;
import static org.torg.kernel.fixture.Clinic.ELSEWHERE;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.OLD;
import static org.torg.kernel.fixture.Clinic.OTHER;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Clinic.in;
import static org.torg.kernel.fixture.Clinic.staff;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor.Kind;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.AccountChoice;
import org.torg.api.account.Sessions.Choice;
import org.torg.api.account.Sessions.Current;
import org.torg.api.account.Sessions.LocationChoice;
import org.torg.api.account.Sessions.Person;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;

/** For which account, at which location and in whose name a session acts, and with which rights. */
class ActingTest {

    private static final Optional<AccountId> NO_ACCOUNT = Optional.empty();
    private static final Optional<LocationId> NO_LOCATION = Optional.empty();
    private static final Optional<UserId> NOBODY = Optional.empty();

    private static Optional<UserId> named(Caller caller) {
        return caller.actingFor().map(Caller.ActingFor::user);
    }

    @OnEveryDatabase
    @Tag("T05")
    @Tag("T06")
    void aLoginOfSeveralAccountsSwitchesBetweenThem(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId kari = clinic.person("Kari", in(ACCOUNT, Role.OWNER), at(ELSEWHERE, Role.BUYER));
        String token = clinic.session(kari);

        Current first = clinic.kernel().sessions.current(clinic.caller(token)).orElseThrow();
        assertThat(first.account()).isEmpty();
        assertThat(first.name()).isEqualTo("Kari");
        assertThat(first.accounts())
                .containsExactly(
                        new AccountChoice(
                                ACCOUNT,
                                "10042",
                                "Kunde AS",
                                List.of(new LocationChoice(NORTH, "Nord"), new LocationChoice(SOUTH, "Sør"))),
                        new AccountChoice(
                                OTHER, "10043", "Kunde AS", List.of(new LocationChoice(ELSEWHERE, "Annetsteds"))));

        Current one =
                clinic.choose(token, Optional.of(ACCOUNT), NO_LOCATION, NOBODY).orElseThrow();
        assertThat(one.account()).contains(ACCOUNT);
        assertThat(one.location()).isEmpty();
        assertThat(one.functions()).isEqualTo(Role.OWNER.functions());
        assertThat(clinic.caller(token).may(Function.ORDER_READ, new Scope.OfLocation(OTHER, ELSEWHERE)))
                .isFalse();

        Current other =
                clinic.choose(token, Optional.of(OTHER), NO_LOCATION, NOBODY).orElseThrow();
        assertThat(other.account()).contains(OTHER);
        assertThat(other.location()).as("the only one").contains(ELSEWHERE);
        assertThat(other.functions()).isEqualTo(Role.BUYER.functions());
        assertThat(clinic.caller(token).may(Function.ORDER_READ, Scope.of(ACCOUNT)))
                .isFalse();

        Current none = clinic.choose(token, NO_ACCOUNT, NO_LOCATION, NOBODY).orElseThrow();
        assertThat(none.functions()).containsExactly(Function.CATALOG_READ);
    }

    @OnEveryDatabase
    void whatStandsAroundPagesNamesNoColleaguesAndReadsNone(Database database) {
        Clinic clinic = Clinic.open(database);
        clinic.person("Ola", in(ACCOUNT, Role.BUYER));
        Caller kari = clinic.signedIn(clinic.person("Kari", in(ACCOUNT, Role.OWNER)), ACCOUNT);
        clinic.shop().sent().forget();
        Current current = clinic.kernel().sessions.current(kari).orElseThrow();
        int statements = clinic.shop().sent().statements().size();

        clinic.shop().sent().forget();
        Current standing = clinic.kernel().sessions.standing(kari).orElseThrow();

        assertThat(clinic.shop().sent().statements()).hasSize(statements - 1);
        assertThat(current.people()).hasSize(1);
        assertThat(standing)
                .isEqualTo(new Current(
                        current.user(),
                        current.name(),
                        current.email(),
                        current.language(),
                        current.account(),
                        current.location(),
                        current.actingFor(),
                        current.accounts(),
                        List.of(),
                        current.mustChoosePerson(),
                        current.functions()));
        assertThat(code(clinic.kernel().sessions.standing(Callers.stranger()))).isEqualTo("token-missing");
    }

    @OnEveryDatabase
    @Tag("T07")
    void whatIsNotOnesOwnIsAnsweredAsUnknown(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId kari = clinic.person("Kari", at(NORTH, Role.BUYER));
        UserId ola = clinic.person("Ola", at(SOUTH, Role.BUYER));
        UserId stranger = clinic.person("Per", in(OTHER, Role.BUYER));
        String token = clinic.session(kari);

        Optional<AccountId> account = Optional.of(ACCOUNT);
        Refusal foreign = refusal(clinic.choose(token, Optional.of(OTHER), NO_LOCATION, NOBODY));
        assertThat(foreign)
                .isEqualTo(refusal(clinic.choose(token, Optional.of(new AccountId("x")), NO_LOCATION, NOBODY)));
        assertThat(foreign.code()).isEqualTo("account-not-found");
        assertThat(refusal(clinic.choose(token, Optional.of(OTHER), Optional.of(ELSEWHERE), Optional.of(stranger))))
                .isEqualTo(foreign);

        Refusal place = refusal(clinic.choose(token, account, Optional.of(SOUTH), NOBODY));
        assertThat(place.code()).isEqualTo("location-not-found");
        for (LocationId other : List.of(OLD, ELSEWHERE, new LocationId("x"))) {
            assertThat(refusal(clinic.choose(token, account, Optional.of(other), NOBODY)))
                    .isEqualTo(place);
        }

        Refusal person = refusal(clinic.choose(token, account, NO_LOCATION, Optional.of(ola)));
        assertThat(person.code()).isEqualTo("person-not-found");
        for (UserId other : List.of(kari, stranger, new UserId("x"))) {
            assertThat(refusal(clinic.choose(token, account, NO_LOCATION, Optional.of(other))))
                    .isEqualTo(person);
        }
        assertThat(code(clinic.choose(token, NO_ACCOUNT, Optional.of(NORTH), NOBODY)))
                .isEqualTo("location-not-found");
        assertThat(code(clinic.choose(token, NO_ACCOUNT, NO_LOCATION, Optional.of(ola))))
                .isEqualTo("person-not-found");
        assertThat(clinic.caller(token).account()).as("nothing was changed").isEmpty();
    }

    @OnEveryDatabase
    void nobodyChoosesForTheSessionOfSomebodyElse(Database database) {
        Clinic clinic = Clinic.open(database);
        String karis = clinic.session(clinic.person("Kari", in(ACCOUNT, Role.OWNER)));
        String olas = clinic.session(clinic.person("Ola", in(ACCOUNT, Role.OWNER)));

        assertThat(code(clinic.kernel()
                        .sessions
                        .choose(clinic.caller(olas), karis, new Choice(Optional.of(ACCOUNT), NO_LOCATION, NOBODY))))
                .isEqualTo("token-invalid");
        assertThat(clinic.caller(karis).account()).isEmpty();
    }

    @OnEveryDatabase
    @Tag("H12")
    void aLocationThatIsNotInUseAnyMoreIsLeft(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId kari = clinic.person("Kari", at(NORTH, Role.BUYER));
        String token = clinic.session(kari);
        clinic.choose(token, Optional.of(ACCOUNT), NO_LOCATION, NOBODY).orElseThrow();
        assertThat(clinic.caller(token).location()).contains(NORTH);

        database.run("UPDATE location SET active = FALSE WHERE id = '" + NORTH.value() + "'");

        Caller caller = clinic.caller(token);
        assertThat(caller.location()).isEmpty();
        assertThat(code(clinic.place(caller))).isEqualTo("location-required");
    }

    @OnEveryDatabase
    @Tag("H14")
    void accessThatIsWithdrawnEndsAtOnce(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId kari = clinic.person("Kari", in(ACCOUNT, Role.OWNER));
        String token = clinic.session(kari);
        clinic.choose(token, Optional.of(ACCOUNT), NO_LOCATION, NOBODY).orElseThrow();

        clinic.team(new Team.OfAccount(ACCOUNT), kari, false, in(ACCOUNT, Role.OWNER));

        Caller caller = clinic.caller(token);
        assertThat(caller.account()).isEmpty();
        assertThat(caller.grants()).isEmpty();
        assertThat(code(clinic.place(caller))).isEqualTo("right-missing");
    }

    @OnEveryDatabase
    void whoHasNotCompletedTheSignInMayNothing(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId kari = clinic.person("Kari", in(ACCOUNT, Role.OWNER), staff(Role.ADMINISTRATOR));
        Caller needed = clinic.caller(clinic.session(kari, Stage.SECOND_FACTOR_NEEDED));
        Caller missing = clinic.caller(clinic.session(kari, Stage.SECOND_FACTOR_MISSING));

        assertThat(needed.subject()).isEqualTo(new Caller.Subject.Pending(kari, true));
        assertThat(missing.subject()).isEqualTo(new Caller.Subject.Pending(kari, false));
        assertThat(needed.grants()).isEmpty();
        Refusal refusal = refusal(clinic.place(needed));
        assertThat(refusal.code()).isEqualTo("second-factor-needed");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(code(clinic.place(missing))).isEqualTo("second-factor-missing");
        assertThat(code(clinic.kernel().sessions.current(needed))).isEqualTo("second-factor-needed");
    }

    @OnEveryDatabase
    @Tag("D10")
    void aLoginIsResolvedInOneStatementWithWhomItActsFor(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId front = clinic.sharedLogin("Front desk", in(ACCOUNT, Role.BUYER));
        UserId doctor = clinic.person("Doctor", at(NORTH, Role.BUYER));
        String token = clinic.session(front);

        Current before = clinic.choose(token, Optional.of(ACCOUNT), Optional.of(NORTH), NOBODY)
                .orElseThrow();
        assertThat(before.mustChoosePerson()).isTrue();
        assertThat(before.people()).containsExactly(new Person(doctor, "Doctor", Kind.CLINICIAN, Optional.empty()));
        Current after = clinic.choose(token, Optional.of(ACCOUNT), Optional.of(NORTH), Optional.of(doctor))
                .orElseThrow();
        assertThat(after.mustChoosePerson()).isFalse();
        assertThat(after.actingFor()).contains(new Person(doctor, "Doctor", Kind.CLINICIAN, Optional.empty()));

        clinic.shop().sent().forget();
        Caller caller = clinic.caller(token);
        assertThat(clinic.shop().sent().statements()).hasSize(1);
        assertThat(named(caller)).contains(doctor);
        assertThat(caller.mustChoosePerson()).isFalse();

        clinic.team(new Team.OfAccount(ACCOUNT), doctor, false, at(NORTH, Role.BUYER));
        assertThat(clinic.caller(token).mustChoosePerson())
                .as("the doctor has left")
                .isTrue();
    }

    @OnEveryDatabase
    @Tag("B02")
    void whatAGuardianMayDoEndsWithThatDayBecauseAGuardianGivesNoRights(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId guardian = clinic.person("Guardian", in(OTHER, Role.BUYER));
        UserId owner = clinic.person("Owner", in(ACCOUNT, Role.OWNER));
        clinic.guard(guardian, owner, LocalDate.of(2026, 3, 3));

        Current acting = clinic.choose(clinic.session(guardian), Optional.of(ACCOUNT), NO_LOCATION, Optional.of(owner))
                .orElseThrow();

        assertThat(acting.functions()).contains(Function.ORDER_PLACE).doesNotContain(Function.USER_MANAGE);
    }

    @OnEveryDatabase
    @Tag("B02")
    void aGuardianActsForADependantUntilADayThatDayIncluded(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId guardian = clinic.person("Guardian", in(OTHER, Role.BUYER));
        UserId child = clinic.person("Child", at(NORTH, Role.BUYER));
        LocalDate today = LocalDate.of(2026, 3, 2);
        clinic.guard(guardian, child, today.plusDays(1));
        String token = clinic.session(guardian);

        Current current = clinic.kernel().sessions.current(clinic.caller(token)).orElseThrow();
        Person dependant = new Person(child, "Child", Kind.DEPENDANT, Optional.of(today.plusDays(1)));
        assertThat(current.people()).containsExactly(dependant);
        assertThat(current.accounts()).extracting(AccountChoice::account).containsExactlyInAnyOrder(ACCOUNT, OTHER);
        assertThat(code(clinic.choose(token, Optional.of(ACCOUNT), NO_LOCATION, NOBODY)))
                .isEqualTo("person-required");

        Current acting = clinic.choose(token, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(child))
                .orElseThrow();
        assertThat(acting.actingFor()).contains(dependant);
        assertThat(acting.location()).contains(NORTH);
        assertThat(acting.functions()).isEqualTo(Role.BUYER.functions());

        // The last moment of the last day, in Oslo.
        clinic.kernel().clock.move(Duration.ofHours(24 + 13).plusMinutes(59));
        Caller still = clinic.caller(token);
        assertThat(named(still)).contains(child);
        assertThat(clinic.place(still).orElseThrow().actingFor()).contains(child);
        clinic.kernel().clock.move(Duration.ofMinutes(1));
        Caller over = clinic.caller(token);
        assertThat(over.actingFor()).isEmpty();
        assertThat(over.account()).isEmpty();
        assertThat(code(clinic.place(over))).isEqualTo("right-missing");
        assertThat(code(clinic.choose(token, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(child))))
                .isEqualTo("account-not-found");
    }

    @OnEveryDatabase
    void staffActForACustomerWithNoMoreThanBothMayDo(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId owner = clinic.person("Owner", in(ACCOUNT, Role.OWNER));
        UserId desk = clinic.person("Desk", staff(Role.STAFF_ORDERS));
        UserId support = clinic.person("Support", staff(Role.STAFF_SUPPORT));
        UserId warehouse = clinic.person("Warehouse", staff(Role.STAFF_WAREHOUSE));

        Optional<AccountId> account = Optional.of(ACCOUNT);
        Caller acting = clinic.signedIn(desk, account, NO_LOCATION, Optional.of(owner));
        assertThat(acting.actingFor()).contains(new Caller.ActingFor(owner, Kind.CUSTOMER, Optional.of(LIGHTING)));
        assertThat(acting.may(Function.ORDER_PLACE, Scope.of(ACCOUNT))).isTrue();
        assertThat(acting.may(Function.INVOICE_READ, Scope.of(ACCOUNT))).isTrue();
        for (Function kept : List.of(Function.USER_MANAGE, Function.ACCOUNT_EDIT, Function.ORDER_APPROVE)) {
            assertThat(acting.mayAnywhere(kept)).as(kept.code()).isFalse();
        }
        assertThat(acting.mayAnywhere(Function.ORDER_AMEND))
                .as("a right of staff")
                .isFalse();
        assertThat(clinic.signedIn(support, account, NO_LOCATION, Optional.of(owner))
                        .mayAnywhere(Function.INVOICE_READ))
                .as("support sees no invoices, in nobody's name (H10)")
                .isFalse();
        String token = clinic.session(warehouse);
        assertThat(code(clinic.choose(token, account, NO_LOCATION, Optional.of(owner))))
                .isEqualTo("account-not-found");

        clinic.team(new Team.Staff(Optional.of(LIGHTING)), desk, true, staff(Role.STAFF_WAREHOUSE));
        String desks = clinic.session(desk);
        assertThat(code(clinic.choose(desks, account, NO_LOCATION, Optional.of(owner))))
                .isEqualTo("account-not-found");
    }

    @OnEveryDatabase
    void staffActOnlyWhereTheirVendorDeals(Database database) {
        Clinic clinic = Clinic.open(database);
        VendorId other = new VendorId("other");
        UserId owner = clinic.person("Owner", in(ACCOUNT, Role.OWNER));
        UserId foreign = clinic.person("Foreign desk", new Membership(Role.STAFF_ORDERS, Scope.of(other)));
        UserId both =
                clinic.person("Both", new Membership(Role.STAFF_ORDERS, Scope.of(other)), staff(Role.STAFF_ORDERS));
        UserId tenant = clinic.person("Tenant", new Membership(Role.STAFF_ORDERS, Scope.tenant()));

        String token = clinic.session(foreign);
        assertThat(code(clinic.choose(token, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(owner))))
                .isEqualTo("account-not-found");
        assertThat(clinic.signedIn(both, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(owner))
                        .actingFor()
                        .flatMap(Caller.ActingFor::confinedTo))
                .contains(LIGHTING);
        assertThat(clinic.signedIn(tenant, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(owner))
                        .actingFor()
                        .flatMap(Caller.ActingFor::confinedTo))
                .isEmpty();

        agree(clinic, other);
        assertThat(code(clinic.choose(token, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(owner))))
                .isEqualTo("done");
        Caller caller = clinic.caller(token);
        assertThat(caller.isConfinedFrom(LIGHTING)).isTrue();
    }

    @OnEveryDatabase
    void staffWhoActAreOutAsSoonAsTheCustomerDealsWithOthersAlone(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId owner = clinic.person("Owner", in(ACCOUNT, Role.OWNER));
        UserId desk = clinic.person("Desk", staff(Role.STAFF_ORDERS));
        String token = clinic.session(desk);
        database.run("DELETE FROM agreement WHERE account = '" + ACCOUNT.value() + "'");
        clinic.choose(token, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(owner))
                .orElseThrow();
        clinic.shop().sent().forget();
        Caller acting = clinic.caller(token);
        assertThat(clinic.shop().sent().statements()).hasSize(1);
        assertThat(named(acting)).contains(owner);

        agree(clinic, new VendorId("other"));
        Caller out = clinic.caller(token);

        assertThat(out.actingFor()).isEmpty();
        assertThat(out.account()).isEmpty();
        assertThat(out.may(Function.ORDER_READ, Scope.of(ACCOUNT))).isFalse();
        assertThat(out.may(Function.ORDER_READ, Scope.of(LIGHTING)))
                .as("at the desk")
                .isTrue();
        agree(clinic, LIGHTING);
        assertThat(named(clinic.caller(token))).contains(owner);
    }

    private static void agree(Clinic clinic, VendorId vendor) {
        clinic.kernel().transactions.change(tx -> clinic.kernel()
                .stores
                .accounts()
                .put(tx, new Agreement(ACCOUNT, vendor, Optional.empty(), Set.of())));
    }

    @OnEveryDatabase
    void whatWasChosenIsAuditedWithBothPersons(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId front = clinic.sharedLogin("Front desk", in(ACCOUNT, Role.BUYER));
        UserId doctor = clinic.person("Doctor", in(ACCOUNT, Role.BUYER));
        clinic.signedIn(front, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(doctor));

        assertThat(clinic.audit(1)).singleElement().satisfies(entry -> {
            assertThat(entry.command()).isEqualTo("choose-account");
            assertThat(entry.subject()).isEqualTo("user:" + front.value());
            assertThat(entry.actingFor()).contains("user:" + doctor.value());
            assertThat(entry.account()).contains(ACCOUNT);
        });
    }
}
