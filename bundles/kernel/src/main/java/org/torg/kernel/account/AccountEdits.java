package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Details;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.AddressId;
import org.torg.api.account.Caller;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.store.AccountStore;
import org.torg.api.store.LocationStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.kernel.account.AccountAccess.Seen;
import org.torg.kernel.account.AccountAccess.Side;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Ids;

/** Changes of an account by its own people or by staff. */
final class AccountEdits {

    private final AccountAccess access;
    private final AccountPolicies policies;
    private final Gate gate;
    private final Commands commands;
    private final Ids ids;
    private final Transactions transactions;
    private final AccountStore store;
    private final LocationStore locations;

    AccountEdits(
            AccountAccess access,
            AccountPolicies policies,
            Gate gate,
            Commands commands,
            Ids ids,
            Transactions transactions,
            AccountStore store,
            LocationStore locations) {
        this.access = access;
        this.policies = policies;
        this.gate = gate;
        this.commands = commands;
        this.ids = ids;
        this.transactions = transactions;
        this.store = store;
        this.locations = locations;
    }

    Outcome<Account> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Details details) {
        return change(caller, key, "edit-account", id, expectedVersion, List.of(id, expectedVersion, details), seen -> {
            Account account = seen.account();
            Optional<Refusal> obstacle = wholly(caller, seen)
                    .or(() -> AccountForm.objection(account.country(), details))
                    .or(() -> ofVendor(seen, details));
            if (obstacle.isPresent()) {
                return Outcome.refused(obstacle.get());
            }
            Details normal = AccountForm.normal(account.country(), details);
            return Outcome.done(AccountChange.withDetails(
                    account,
                    seen.side() == Side.CUSTOMER
                            ? AccountChange.withNumber(normal, account.organisationNumber())
                            : normal,
                    account.version() + 1));
        });
    }

    /** What of these details a customer does not change. */
    private Optional<Refusal> ofVendor(Seen seen, Details details) {
        Account account = seen.account();
        if (seen.side() == Side.STAFF) {
            return Optional.empty();
        }
        Optional<String> number =
                details.organisationNumber().flatMap(written -> OrganisationNumbers.digits(account.country(), written));
        if (number.isPresent() && !number.equals(account.organisationNumber())) {
            return Optional.of(Refusal.of(
                            Refusal.Kind.FORBIDDEN,
                            "organisation-number-by-vendor",
                            "Only the vendor changes the organisation number.")
                    .with(List.of(Refusal.detail(
                            "/organisationNumber", "organisation-number-by-vendor", "Contact the vendor."))));
        }
        return details.billing().equals(account.billing()) ? Optional.empty() : addresses(seen, "/billing");
    }

    /** Whether this side may change addresses at all (D38). */
    private Optional<Refusal> addresses(Seen seen, String pointer) {
        if (seen.side() == Side.STAFF
                || policies.forAccount(seen.account().id()).addresses() == Addresses.AT_ONCE) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                        Refusal.Kind.FORBIDDEN, "address-by-vendor", "Only the vendor changes addresses. Contact it.")
                .with(List.of(Refusal.detail(pointer, "address-by-vendor", "Contact the vendor."))));
    }

    Outcome<Account> putAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Optional<AddressId> address,
            NewAddress entry) {
        List<Object> request = List.of(id, expectedVersion, address, entry);
        return change(caller, key, "put-address", id, expectedVersion, request, seen -> {
            List<DeliveryAddress> book = seen.account().deliveries();
            Optional<DeliveryAddress> before = address.flatMap(known -> AddressBook.entry(book, known));
            Optional<Refusal> obstacle = before.flatMap(known -> entryRefusal(caller, seen, known))
                    .or(() -> addresses(seen, ""))
                    .or(() -> AccountForm.objection(entry))
                    .or(() -> location(caller, seen, entry));
            if (obstacle.isPresent()) {
                return Outcome.refused(obstacle.get());
            }
            AddressId entryId = address.orElseGet(() -> new AddressId(ids.next()));
            return AddressBook.put(book, entryId, address.isEmpty(), entry).map(changed -> book(seen, changed));
        });
    }

    Outcome<Account> removeAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            AddressId address) {
        List<Object> request = List.of(id, expectedVersion, address);
        return change(caller, key, "remove-address", id, expectedVersion, request, seen -> {
            List<DeliveryAddress> book = seen.account().deliveries();
            Optional<Refusal> obstacle = AddressBook.entry(book, address)
                    .flatMap(known -> entryRefusal(caller, seen, known))
                    .or(() -> addresses(seen, ""));
            return obstacle.isPresent()
                    ? Outcome.refused(obstacle.get())
                    : AddressBook.remove(book, address).map(changed -> book(seen, changed));
        });
    }

    private static Account book(Seen seen, List<DeliveryAddress> changed) {
        return AccountChange.withBook(seen.account(), changed, seen.account().version() + 1);
    }

    /** Why a customer may not touch this entry: one of a location without rights there is not shown. */
    private Optional<Refusal> entryRefusal(Caller caller, Seen seen, DeliveryAddress entry) {
        if (seen.side() == Side.STAFF) {
            return Optional.empty();
        }
        return AddressBook.seenBy(caller, seen.account()).deliveries().contains(entry)
                ? gate.require(caller, org.torg.api.account.Function.ACCOUNT_EDIT, scope(seen, entry.location()))
                : Optional.of(Refusal.notFound("address"));
    }

    /** Why the entry cannot be one of this location, or the default. */
    private Optional<Refusal> location(Caller caller, Seen seen, NewAddress entry) {
        if (entry.location().isPresent()) {
            Optional<Location> location = transactions.read(
                    tx -> locations.location(tx, entry.location().get()));
            boolean own = location.filter(
                            at -> at.account().equals(seen.account().id()))
                    .isPresent();
            boolean offered = seen.side() == Side.STAFF
                    || AddressBook.reaches(
                            caller, seen.account().id(), entry.location().get());
            if (!own || !offered) {
                return Optional.of(
                        Refusal.of(Refusal.Kind.UNPROCESSABLE, "location-not-found", "There is no such location.")
                                .with(List.of(Refusal.detail(
                                        "/location", "location-not-found", "There is no such location."))));
            }
        }
        if (seen.side() == Side.STAFF) {
            return Optional.empty();
        }
        Optional<LocationId> needed = entry.isDefault() ? Optional.empty() : entry.location();
        return gate.require(caller, org.torg.api.account.Function.ACCOUNT_EDIT, scope(seen, needed));
    }

    private static Scope scope(Seen seen, Optional<LocationId> location) {
        AccountId id = seen.account().id();
        return location.<Scope>map(at -> new Scope.OfLocation(id, at)).orElseGet(() -> Scope.of(id));
    }

    Outcome<Account> verify(Caller caller, Optional<IdempotencyKey> key, AccountId id, Optional<Long> expectedVersion) {
        return change(
                caller,
                key,
                "verify-account",
                id,
                expectedVersion,
                List.of(id, expectedVersion),
                seen ->
                        // That the details are right is for the company to say, not for those who keep them.
                        gate.require(caller, org.torg.api.account.Function.ACCOUNT_EDIT, Scope.of(id))
                                .<Outcome<Account>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(AccountChange.verified(seen.account()))));
    }

    private Optional<Refusal> wholly(Caller caller, Seen seen) {
        return seen.side() == Side.STAFF
                ? Optional.empty()
                : gate.require(caller, org.torg.api.account.Function.ACCOUNT_EDIT, scope(seen, Optional.empty()));
    }

    private Outcome<Account> change(
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            AccountId id,
            Optional<Long> expectedVersion,
            Object request,
            Function<Seen, Outcome<Account>> decision) {
        return commands.run(
                caller,
                key,
                name,
                request,
                target -> access.edit(caller, id).map(seen -> AddressBook.seenBy(caller, seen.account())),
                () -> access.edit(caller, id).flatMap(seen -> Versions.objection(
                                expectedVersion, seen.account().version())
                        .<Outcome<Change<Account>>>map(Outcome::refused)
                        .orElseGet(() -> decision.apply(seen).map(after -> stored(caller, seen.account(), after)))));
    }

    private Change<Account> stored(Caller caller, Account before, Account after) {
        return tx -> {
            if (!after.equals(before)) {
                store.update(tx, before, after);
            }
            return new Effect<>(
                    AddressBook.seenBy(caller, after), after.id().value(), Optional.of(after.id()), List.of());
        };
    }
}
