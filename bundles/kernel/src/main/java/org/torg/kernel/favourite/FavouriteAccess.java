package org.torg.kernel.favourite;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.store.FavouriteStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Gate;
import org.torg.kernel.order.OrderChanges;

/** Who finds and changes which favourites. A foreign one is an unknown one. */
@Component(service = FavouriteAccess.class)
public final class FavouriteAccess {
    private final Gate gate;
    private final Transactions transactions;
    private final FavouriteStore favourites;

    @Activate
    public FavouriteAccess(
            @Reference Gate gate, @Reference Transactions transactions, @Reference FavouriteStore favourites) {
        this.gate = gate;
        this.transactions = transactions;
        this.favourites = favourites;
    }

    /**
     * Whose own favourites the caller has: clinicians who share a login have each their own (D10, D15).
     *
     * @param user in whose name the caller acts, else the caller
     */
    record Person(AccountId account, UserId user) {}

    Outcome<Person> person(Caller caller) {
        Optional<Refusal> denied = gate.requireInAccount(caller, Function.CART_EDIT);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<UserId> user = caller.actingFor().map(Caller.ActingFor::user).or(caller::user);
        return user.isEmpty()
                ? Outcome.refused(
                        Refusal.of(Refusal.Kind.FORBIDDEN, "person-required", "A favourite belongs to a person."))
                : Outcome.done(new Person(caller.account().orElseThrow(), user.get()));
    }

    Outcome<Favourite> read(Caller caller, FavouriteId id) {
        return person(caller).flatMap(person -> transactions
                .read(tx -> favourites.favourite(tx, id))
                .filter(favourite -> isSeen(caller, person, favourite))
                .<Outcome<Favourite>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(notFound())));
    }

    /** One that the caller may change. */
    Outcome<Favourite> changeable(Caller caller, FavouriteId id) {
        return read(caller, id).flatMap(favourite -> denied(caller, favourite)
                .<Outcome<Favourite>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(favourite)));
    }

    /** As it is now, for this transaction alone, and as the caller expects it. */
    Favourite lock(Tx tx, Caller caller, FavouriteId id, Optional<Long> expectedVersion) {
        Person person = person(caller).orElseThrow();
        Favourite locked = favourites
                .lock(tx, id)
                .filter(favourite -> isSeen(caller, person, favourite))
                .orElseThrow(() -> new RefusedException(notFound()));
        denied(caller, locked).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        if (expectedVersion.isPresent() && expectedVersion.get() != locked.version()) {
            throw new RefusedException(OrderChanges.versionChanged());
        }
        return locked;
    }

    private static boolean isSeen(Caller caller, Person person, Favourite favourite) {
        if (!favourite.account().equals(person.account()) || caller.isConfinedFrom(favourite.vendor())) {
            return false;
        }
        return switch (favourite.sharing()) {
            case PERSON -> favourite.owner().filter(person.user()::equals).isPresent();
            case LOCATION -> caller.may(Function.CART_EDIT, Scope.of(favourite.account(), favourite.location()));
            case ACCOUNT -> true;
        };
    }

    /** Why the caller may not change it. */
    private Optional<Refusal> denied(Caller caller, Favourite favourite) {
        return favourite.sharing() == Sharing.PERSON
                ? Optional.empty()
                : gate.require(caller, Function.ACCOUNT_EDIT, Scope.of(favourite.account(), favourite.location()));
    }

    /** With which location something is shared from now on; refused when the caller may not share it so. */
    Outcome<Optional<LocationId>> sharing(Caller caller, AccountId account, Sharing sharing) {
        if (sharing == Sharing.PERSON) {
            return Outcome.done(Optional.empty());
        }
        Optional<LocationId> location = sharing == Sharing.LOCATION ? caller.location() : Optional.empty();
        if (sharing == Sharing.LOCATION && location.isEmpty()) {
            return Outcome.refused(Gate.locationRequired());
        }
        return gate.require(caller, Function.ACCOUNT_EDIT, Scope.of(account, location))
                .<Outcome<Optional<LocationId>>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(location));
    }

    /** Where the caller may buy; empty: in the account as a whole. */
    static Optional<Set<LocationId>> locations(Caller caller, AccountId account) {
        if (caller.location().isPresent()) {
            return caller.location().map(Set::of);
        }
        if (caller.may(Function.CART_EDIT, Scope.of(account))) {
            return Optional.empty();
        }
        return Optional.of(caller.grants().stream()
                .filter(grant -> grant.function() == Function.CART_EDIT)
                .map(Grant::scope)
                .filter(Scope.OfLocation.class::isInstance)
                .map(Scope.OfLocation.class::cast)
                .filter(scope -> scope.account().equals(account))
                .map(Scope.OfLocation::location)
                .collect(Collectors.toUnmodifiableSet()));
    }

    static Refusal notFound() {
        return Refusal.notFound("favourite");
    }
}
