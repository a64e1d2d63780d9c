package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Caller.ActingFor.Kind;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore.HeldMembership;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.SignedInRow;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/** What a session may do is what a slow reading of the rules says, for all memberships, choices, functions and scopes. */
class StandingPropertiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final List<AccountId> ACCOUNTS = List.of(new AccountId("a"), new AccountId("b"));
    private static final List<LocationId> LOCATIONS = List.of(new LocationId("1"), new LocationId("2"));
    private static final List<VendorId> VENDORS = List.of(new VendorId("v"), new VendorId("w"));
    private static final Set<Function> KEPT_FROM_STAFF =
            EnumSet.of(Function.USER_MANAGE, Function.ACCOUNT_EDIT, Function.ORDER_APPROVE);
    private static final Set<Function> OWN_RIGHT_TOO =
            EnumSet.of(Function.INVOICE_READ, Function.RECIPIENT_READ, Function.RECIPIENT_EDIT, Function.AUDIT_READ);

    /** Locations of both accounts have the same names: only the pair tells which is meant. */
    @Provide
    Arbitrary<Scope> scopes() {
        return Arbitraries.oneOf(
                Arbitraries.just(Scope.tenant()),
                Arbitraries.of(VENDORS).map(Scope::of),
                Arbitraries.of(ACCOUNTS).map(Scope::of),
                places());
    }

    private static Arbitrary<Scope> places() {
        return Combinators.combine(Arbitraries.of(ACCOUNTS), Arbitraries.of(LOCATIONS))
                .as(Scope.OfLocation::new);
    }

    private static Arbitrary<Membership> memberships() {
        Arbitrary<Scope> customers = Arbitraries.oneOf(Arbitraries.of(ACCOUNTS).map(Scope::of), places());
        Arbitrary<Scope> staff = Arbitraries.oneOf(
                Arbitraries.just(Scope.tenant()), Arbitraries.of(VENDORS).map(Scope::of));
        return Arbitraries.of(Role.values())
                .filter(role -> role != Role.INTEGRATION)
                .flatMap(role -> Combinators.combine(
                                role.side() == Role.Side.CUSTOMER ? customers : staff,
                                Arbitraries.of(role.functions()).set().ofMinSize(1))
                        .as((scope, functions) -> new Membership(role, scope, functions)));
    }

    @Provide
    Arbitrary<SignedInRow> sessions() {
        Arbitrary<SessionRow> session = Combinators.combine(
                        Arbitraries.of(ACCOUNTS).optional(),
                        Arbitraries.of(LOCATIONS).optional(),
                        Arbitraries.of(Kind.values()).optional(),
                        Arbitraries.of(VENDORS).optional())
                .as((account, location, kind, vendor) -> new SessionRow(
                        "hash",
                        new UserId("self"),
                        account,
                        location,
                        kind.map(why -> new ActingFor(
                                new UserId("other"), why, why == Kind.CUSTOMER ? vendor : Optional.empty())),
                        Stage.COMPLETE,
                        Instant.EPOCH,
                        Instant.MAX));
        Arbitrary<HeldMembership> held =
                Combinators.combine(memberships(), Arbitraries.of(true, false)).as(HeldMembership::new);
        return Combinators.combine(
                        session,
                        held.list().ofMaxSize(4),
                        memberships().list().ofMaxSize(3),
                        Arbitraries.integers()
                                .between(-1, 1)
                                .map(TODAY::plusDays)
                                .optional(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((row, own, theirs, until, active, deals) ->
                        new SignedInRow(row, "nb", own, theirs, until, active, deals));
    }

    @Property(tries = 3000)
    @Tag("H12")
    void aSessionMayWhatTheRulesSay(@ForAll("sessions") SignedInRow row, @ForAll("scopes") Scope scope) {
        Caller caller = caller(Standing.of(row, TODAY));
        for (Function function : Function.values()) {
            boolean may = caller.may(function, scope);
            assertThat(may).as(function + " " + scope).isEqualTo(oracle(row, function, scope));
            boolean refused = new Gate().require(caller, function, scope).isPresent();
            boolean byNobody = caller.mustChoosePerson()
                    && Set.of(
                                    Function.ORDER_PLACE,
                                    Function.ORDER_APPROVE,
                                    Function.RECIPIENT_READ,
                                    Function.RECIPIENT_EDIT)
                            .contains(function);
            assertThat(refused).isEqualTo(!may || byNobody);
        }
    }

    @Property
    @Tag("D10")
    void aSharedLoginInNobodysNameMustChoose(@ForAll("sessions") SignedInRow row) {
        Standing standing = Standing.of(row, TODAY);
        boolean shared = standing.account()
                .filter(account -> row.held().stream()
                        .anyMatch(one ->
                                one.sharedLogin() && within(one.membership().scope(), account)))
                .isPresent();
        assertThat(standing.mustChoosePerson())
                .isEqualTo(shared && standing.actingFor().isEmpty());
        assertThat(standing.actingFor().isPresent()).isEqualTo(acts(row));
        assertThat(standing.location().isEmpty() || row.locationActive()).isTrue();
    }

    private static Caller caller(Standing standing) {
        return new Caller(
                new Caller.Subject.Person(new UserId("self")),
                standing.account(),
                standing.location(),
                standing.actingFor(),
                standing.grants(),
                Caller.Channel.API,
                "test",
                Locale.ENGLISH,
                standing.mustChoosePerson());
    }

    /** The rules, one after the other. */
    private static boolean oracle(SignedInRow row, Function function, Scope scope) {
        if (function == Function.CATALOG_READ
                && row.memberships().stream().anyMatch(own -> own.functions().contains(function))) {
            return !confined(row, scope);
        }
        Optional<AccountId> account = row.session().account();
        if (account.isEmpty() || !stands(row, account.get())) {
            return row.memberships().stream()
                    .filter(own -> own.role().side() == Role.Side.STAFF)
                    .anyMatch(own -> own.functions().contains(function) && reaches(own.scope(), scope));
        }
        Optional<Kind> kind = row.session().actingFor().map(ActingFor::kind).filter(any -> acts(row));
        if (confined(row, scope)) {
            return false;
        }
        List<Membership> whose = kind.isEmpty() || kind.get() == Kind.CLINICIAN ? row.memberships() : row.actedFor();
        boolean theirs = whose.stream()
                .filter(one -> within(one.scope(), account.get()))
                .anyMatch(one -> one.functions().contains(function) && reaches(one.scope(), scope));
        if (kind.isEmpty() || kind.get() != Kind.CUSTOMER) {
            return theirs && (function != Function.USER_MANAGE || !kind.equals(Optional.of(Kind.DEPENDANT)));
        }
        Function own = function == Function.RECIPIENT_EDIT ? Function.RECIPIENT_READ : function;
        return theirs
                && !KEPT_FROM_STAFF.contains(function)
                && (!OWN_RIGHT_TOO.contains(function) || staffHas(row, own));
    }

    private static boolean stands(SignedInRow row, AccountId account) {
        boolean member = row.memberships().stream()
                .anyMatch(
                        own -> within(own.scope(), account) && !own.functions().isEmpty());
        boolean ofThem = acts(row)
                && row.session().actingFor().orElseThrow().kind() != Kind.CLINICIAN
                && (row.session().actingFor().orElseThrow().kind() == Kind.DEPENDANT || leavesSomething(row, account));
        return ofThem || (member && !customer(row));
    }

    /** Whether staff who act for the customer may do anything at all. */
    private static boolean leavesSomething(SignedInRow row, AccountId account) {
        return row.actedFor().stream()
                .filter(one -> within(one.scope(), account))
                .flatMap(one -> one.functions().stream())
                .anyMatch(one -> !KEPT_FROM_STAFF.contains(one)
                        && (!OWN_RIGHT_TOO.contains(one)
                                || staffHas(row, one == Function.RECIPIENT_EDIT ? Function.RECIPIENT_READ : one)));
    }

    private static boolean customer(SignedInRow row) {
        return acts(row) && row.session().actingFor().orElseThrow().kind() == Kind.CUSTOMER;
    }

    private static boolean acts(SignedInRow row) {
        Optional<AccountId> account = row.session().account();
        Optional<ActingFor> acting = row.session().actingFor();
        if (account.isEmpty() || acting.isEmpty()) {
            return false;
        }
        List<Membership> theirs = row.actedFor().stream()
                .filter(one -> within(one.scope(), account.get()))
                .toList();
        return switch (acting.get().kind()) {
            case DEPENDANT ->
                theirs.stream().flatMap(one -> one.functions().stream()).anyMatch(one -> one != Function.USER_MANAGE)
                        && row.guardedUntil()
                                .filter(last -> last.compareTo(TODAY) >= 0)
                                .isPresent();
            case CUSTOMER ->
                row.vendorDeals()
                        && !theirs.isEmpty()
                        && staffHas(row, Function.ACT_FOR)
                        && leavesSomething(row, account.get());
            case CLINICIAN ->
                row.memberships().stream().anyMatch(own -> within(own.scope(), account.get()))
                        && theirs.stream()
                                .anyMatch(one -> row.session().location().isEmpty()
                                        || one.scope() instanceof Scope.OfAccount
                                        || one.scope()
                                                .equals(new Scope.OfLocation(
                                                        account.get(),
                                                        row.session().location().get())));
        };
    }

    private static boolean staffHas(SignedInRow row, Function function) {
        Optional<VendorId> vendor = row.session().actingFor().flatMap(ActingFor::confinedTo);
        return row.memberships().stream()
                .filter(own -> own.functions().contains(function))
                .anyMatch(own -> own.scope() instanceof Scope.Tenant
                        || vendor.filter(of -> own.scope().equals(Scope.of(of))).isPresent());
    }

    private static boolean confined(SignedInRow row, Scope scope) {
        return customer(row)
                && scope instanceof Scope.OfVendor of
                && row.session()
                        .actingFor()
                        .flatMap(ActingFor::confinedTo)
                        .filter(only -> !only.equals(of.vendor()))
                        .isPresent();
    }

    private static boolean within(Scope scope, AccountId account) {
        return scope.equals(Scope.of(account))
                || (scope instanceof Scope.OfLocation of && of.account().equals(account));
    }

    private static boolean reaches(Scope mine, Scope wanted) {
        return mine instanceof Scope.Tenant
                || mine.equals(wanted)
                || (mine instanceof Scope.OfAccount of && within(wanted, of.account()));
    }
}
