package org.torg.kernel.account;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Caller;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.store.LocationStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.account.AccountAccess.Side;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;

/** The clinics, shops and branches of an account: seen by those who have rights there, kept by staff (H16). */
final class LocationEdits {

    private static final int MOST = 1000;

    private final AccountAccess access;
    private final Commands commands;
    private final LocationOpening opening;
    private final Transactions transactions;
    private final LocationStore store;

    LocationEdits(AccountAccess access, Commands commands, Ids ids, Transactions transactions, LocationStore store) {
        this.access = access;
        this.commands = commands;
        opening = new LocationOpening(store, ids);
        this.transactions = transactions;
        this.store = store;
    }

    Outcome<List<Location>> list(Caller caller, AccountId id) {
        Collator order = Collator.getInstance(caller.language());
        return access.read(caller, id).map(seen -> transactions.read(tx -> store.locations(tx, id)).stream()
                .filter(location -> seen.side() == Side.STAFF || AddressBook.reaches(caller, id, location.id()))
                .sorted(Comparator.comparing(Location::name, order).thenComparing(Location::number))
                .toList());
    }

    Outcome<Location> add(Caller caller, Optional<IdempotencyKey> key, AccountId id, NewLocation asked) {
        return commands.run(
                caller,
                key,
                "add-location",
                List.of(id, asked),
                target -> again(caller, id, new LocationId(target)),
                () -> access.manage(caller, id).flatMap(account -> AccountForm.objection(asked)
                        .or(() -> taken(account, Optional.empty(), asked))
                        .<Outcome<Change<Location>>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(tx -> {
                            return effect(opening.open(tx, id, asked));
                        }))));
    }

    Outcome<Location> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            LocationId location,
            Optional<Long> expectedVersion,
            NewLocation details) {
        return commands.run(
                caller,
                key,
                "edit-location",
                List.of(id, location, expectedVersion, details),
                target -> again(caller, id, location),
                () -> access.manage(caller, id).flatMap(account -> known(id, location)
                        .flatMap(before -> Versions.objection(expectedVersion, before.version())
                                .or(() -> AccountForm.objection(details))
                                .or(() -> taken(account, Optional.of(before), details))
                                .<Outcome<Change<Location>>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(tx -> {
                                    Location after = LocationOpening.of(location, id, details, before.version() + 1);
                                    store.update(tx, before, after);
                                    return effect(after);
                                })))));
    }

    private Outcome<Location> again(Caller caller, AccountId id, LocationId location) {
        return access.manage(caller, id).flatMap(account -> known(id, location));
    }

    private Outcome<Location> known(AccountId id, LocationId location) {
        return transactions
                .read(tx -> store.location(tx, location))
                .filter(found -> found.account().equals(id))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("location")));
    }

    private Optional<Refusal> taken(Account account, Optional<Location> before, NewLocation asked) {
        if (before.filter(known -> known.number().equals(asked.number())).isPresent()) {
            return Optional.empty();
        }
        List<Location> there = transactions.read(tx -> store.locations(tx, account.id()));
        if (there.stream().anyMatch(other -> other.number().equals(asked.number()))) {
            return Optional.of(Refusal.of(
                            Refusal.Kind.CONFLICT,
                            "location-number-taken",
                            "Another location of the account has this number.")
                    .with(List.of(Refusal.detail("/number", "location-number-taken", "Taken already."))));
        }
        return before.isEmpty() && there.size() >= MOST
                ? Optional.of(
                        Refusal.of(Refusal.Kind.CONFLICT, "too-many-locations", "The account has too many locations."))
                : Optional.empty();
    }

    private static Effect<Location> effect(Location location) {
        return new Effect<>(location, location.id().value(), Optional.of(location.account()), List.of());
    }
}
