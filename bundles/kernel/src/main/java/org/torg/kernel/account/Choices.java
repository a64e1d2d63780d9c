package org.torg.kernel.account;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Caller.ActingFor.Kind;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Guardianship;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.Choice;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.SignedInRow;
import org.torg.api.store.ActingStore;
import org.torg.api.store.GuardianStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/**
 * Judges what a session wants to be. A choice is good when the session would stand just so with it: what is decided at each
 * request decides here too.
 */
final class Choices {

    private final AccountStore store;
    private final ActingStore acting;
    private final PeopleStore people;
    private final GuardianStore guardians;

    Choices(AccountStore store, ActingStore acting, PeopleStore people, GuardianStore guardians) {
        this.store = store;
        this.acting = acting;
        this.people = people;
        this.guardians = guardians;
    }

    /** Of whom the session could act for: why, and what that person has. */
    private record Candidate(ActingFor who, List<Membership> theirs, Optional<LocalDate> until) {}

    /** The session as it would be. Refused as {@code Sessions.choose} says. */
    Outcome<SignedInRow> of(Tx tx, SignedInRow row, Choice choice, LocalDate today) {
        if (choice.account().isEmpty()) {
            return nothing(row, choice);
        }
        AccountId account = choice.account().get();
        Optional<SignedInRow> chosen = candidates(tx, row, account, choice, today).stream()
                .map(candidate -> as(tx, row, choice, Optional.of(candidate), today))
                .flatMap(Optional::stream)
                .findFirst();
        if (choice.actingFor().isEmpty()) {
            chosen = as(tx, row, choice, Optional.empty(), today);
        }
        return chosen.map(Outcome::done).orElseGet(() -> Outcome.refused(why(tx, row, account, choice, today)));
    }

    private static Outcome<SignedInRow> nothing(SignedInRow row, Choice choice) {
        if (choice.location().isPresent()) {
            return Outcome.refused(Refusal.notFound("location"));
        }
        return choice.actingFor().isPresent()
                ? Outcome.refused(Refusal.notFound("person"))
                : Outcome.done(with(row, Optional.empty(), Optional.empty(), Optional.empty(), false));
    }

    private List<Candidate> candidates(Tx tx, SignedInRow row, AccountId account, Choice choice, LocalDate today) {
        UserId self = row.session().user();
        Optional<UserId> wanted = choice.actingFor()
                .filter(user -> !user.equals(self))
                .filter(user -> people.person(tx, user)
                        .filter(person -> person.active())
                        .isPresent());
        if (wanted.isEmpty()) {
            return List.of();
        }
        UserId user = wanted.get();
        List<Membership> theirs = store.memberships(tx, user);
        Optional<LocalDate> until =
                guardians.guardianship(tx, self, user).map(Guardianship::until).filter(last -> !today.isAfter(last));
        if (until.isPresent()) {
            return List.of(new Candidate(new ActingFor(user, Kind.DEPENDANT, Optional.empty()), theirs, until));
        }
        if (isMember(row.memberships(), account)) {
            return acting.works(tx, account, choice.location(), user)
                    ? List.of(new Candidate(
                            new ActingFor(user, Kind.CLINICIAN, Optional.empty()), theirs, Optional.empty()))
                    : List.of();
        }
        return confinements(tx, row.memberships(), account).stream()
                .map(vendor -> new Candidate(new ActingFor(user, Kind.CUSTOMER, vendor), theirs, Optional.empty()))
                .toList();
    }

    /**
     * By which right staff may act in the account: of the tenant, else of one of their vendors that has agreed something with
     * it. As long as no vendor has, it is every vendor's.
     */
    private List<Optional<VendorId>> confinements(Tx tx, List<Membership> own, AccountId account) {
        if (Standing.mayActFor(own, Optional.empty())) {
            return List.of(Optional.empty());
        }
        List<VendorId> vendors = own.stream()
                .filter(membership -> membership.functions().contains(Function.ACT_FOR))
                .map(Membership::scope)
                .filter(Scope.OfVendor.class::isInstance)
                .map(scope -> ((Scope.OfVendor) scope).vendor())
                .distinct()
                .sorted(Comparator.comparing(VendorId::value))
                .toList();
        if (vendors.isEmpty()) {
            return List.of();
        }
        Set<VendorId> dealing =
                store.agreements(tx, account).stream().map(Agreement::vendor).collect(Collectors.toSet());
        return vendors.stream()
                .filter(vendor -> dealing.isEmpty() || dealing.contains(vendor))
                .map(Optional::of)
                .toList();
    }

    /** The session with this choice, if it would stand so. With rights at one location only it stands there. */
    private Optional<SignedInRow> as(
            Tx tx, SignedInRow row, Choice choice, Optional<Candidate> candidate, LocalDate today) {
        Optional<LocationId> location = choice.location()
                .or(() -> Standing.firstLocation(candidate
                        .filter(one -> one.who().kind() != Kind.CLINICIAN)
                        .map(Candidate::theirs)
                        .orElseGet(row::memberships)
                        .stream()
                        .filter(membership -> choice.account()
                                .filter(account -> Standing.isIn(account).test(membership.scope()))
                                .isPresent())
                        .toList()));
        boolean active = choice.account()
                .flatMap(account -> location.map(at -> acting.isActive(tx, account, at)))
                .orElse(false);
        SignedInRow would = with(row, choice.account(), active ? location : Optional.empty(), candidate, active);
        Standing standing = Standing.of(would, today);
        boolean stands = standing.account().equals(choice.account())
                && standing.actingFor().equals(candidate.map(Candidate::who))
                && (choice.location().isEmpty() || standing.location().equals(choice.location()));
        return stands ? Optional.of(would) : Optional.empty();
    }

    private static SignedInRow with(
            SignedInRow row,
            Optional<AccountId> account,
            Optional<LocationId> location,
            Optional<Candidate> candidate,
            boolean locationActive) {
        SessionRow session = row.session();
        return new SignedInRow(
                new SessionRow(
                        session.tokenHash(),
                        session.user(),
                        account,
                        location,
                        candidate.map(Candidate::who),
                        session.stage(),
                        session.createdAt(),
                        session.expiresAt(),
                        session.lastUsedAt(),
                        session.device()),
                row.language(),
                row.held(),
                candidate.map(Candidate::theirs).orElse(List.of()),
                candidate.flatMap(Candidate::until),
                locationActive,
                // Whom the vendor does not serve is no candidate.
                true);
    }

    /** Tells of an account only what belongs to it, and only those who could act in it. */
    private Refusal why(Tx tx, SignedInRow row, AccountId account, Choice choice, LocalDate today) {
        boolean member = isMember(row.memberships(), account);
        boolean guardian = !member
                && guardians.dependants(tx, row.session().user(), today).stream()
                        .anyMatch(dependant -> isMember(store.memberships(tx, dependant.user()), account));
        boolean staff = !member
                && !guardian
                && store.account(tx, account).isPresent()
                && !confinements(tx, row.memberships(), account).isEmpty();
        if (!member && !guardian && !staff) {
            return Refusal.notFound("account");
        }
        if (choice.actingFor().isEmpty() && !member) {
            return Refusal.of(Refusal.Kind.FORBIDDEN, "person-required", "Say in whose name you act in this account.");
        }
        if (choice.actingFor().isEmpty()) {
            return Refusal.notFound("location");
        }
        Choice alone = new Choice(choice.account(), choice.location(), Optional.empty());
        boolean noPlace = choice.location()
                .filter(at -> !acting.isActive(tx, account, at)
                        || (member
                                && as(tx, row, alone, Optional.empty(), today).isEmpty()))
                .isPresent();
        return Refusal.notFound(noPlace ? "location" : "person");
    }

    private static boolean isMember(List<Membership> memberships, AccountId account) {
        return memberships.stream()
                .anyMatch(membership -> Standing.isIn(account).test(membership.scope()));
    }
}
