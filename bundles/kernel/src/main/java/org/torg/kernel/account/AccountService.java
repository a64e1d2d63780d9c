package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.AddressId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.store.LocationStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.AccountPolicy;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Ids;

/** The buying companies: who may see and change what of them is decided in {@link AccountAccess}. */
@Component(service = Accounts.class)
public final class AccountService implements Accounts {

    private final Transactions transactions;
    private final AccountStore store;
    private final Commands commands;
    private final Gate gate;
    private final Ids ids;
    private final Clock clock;
    private final PasswordHashes passwords;
    private final PasswordRules passwordRules;
    private final AccountAccess access;
    private final AccountEdits edits;
    private final LocationEdits locations;
    private final Agreements agreements;
    private final AccountList list;
    private final AccountPolicies policies;

    @Activate
    public AccountService(
            @Reference Transactions transactions,
            @Reference AccountStore store,
            @Reference LocationStore locationStore,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference PasswordHashes passwords,
            @Reference PasswordRules passwordRules,
            @Reference Tiers tiers,
            @Reference AccountPolicies policies) {
        this.transactions = transactions;
        this.store = store;
        this.commands = commands;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
        this.passwordRules = passwordRules;
        access = new AccountAccess(gate, transactions, store);
        this.policies = policies;
        edits = new AccountEdits(access, policies, gate, commands, ids, transactions, store, locationStore);
        locations = new LocationEdits(access, commands, ids, transactions, locationStore);
        agreements = new Agreements(access, gate, commands, transactions, store, tiers);
        list = new AccountList(access, transactions, store);
    }

    @Override
    public Outcome<Account> current(Caller caller) {
        return caller.account().map(id -> get(caller, id)).orElseGet(() -> gate.requireAnywhere(
                        caller, Function.ACCOUNT_READ)
                .<Outcome<Account>>map(Outcome::refused)
                .orElseGet(AccountAccess::unknown));
    }

    @Override
    public Outcome<Account> get(Caller caller, AccountId id) {
        return access.read(caller, id).map(seen -> AddressBook.seenBy(caller, seen.account()));
    }

    @Override
    public Outcome<Page<Summary>> find(Caller caller, Query query, PageRequest page) {
        return list.find(caller, query, page);
    }

    @Override
    public Outcome<List<Summary>> ofPerson(Caller caller, String email) {
        return list.ofPerson(caller, email);
    }

    @Override
    public Outcome<Account> open(Caller caller, Optional<IdempotencyKey> key, Account account) {
        Optional<Refusal> denied =
                access.requireStaff(caller, Function.ACCOUNT_MANAGE).or(() -> AccountForm.objection(account));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        // The id is the kernel's to give: a repeat must not differ by the one that was ignored.
        Account asked = AccountChange.opened(new AccountId(""), account);
        // Under a key the reply to the first try comes first: the key may have been used for another account.
        Optional<Account> there = key.isPresent() ? Optional.empty() : numbered(asked);
        if (there.isPresent()) {
            return theirs(caller, there.get());
        }
        Supplier<Outcome<Change<Account>>> prepare = () -> {
            Optional<Account> meanwhile = numbered(asked);
            Outcome<Account> opened = meanwhile.isPresent()
                    ? theirs(caller, meanwhile.get())
                    : Outcome.done(asked.withId(new AccountId(ids.next())));
            return opened.map(known -> tx -> {
                if (meanwhile.isEmpty()) {
                    store.insert(tx, known);
                }
                return new Effect<>(known, known.id().value(), Optional.of(known.id()), List.of());
            });
        };
        return commands.run(
                caller, key, "open-account", asked, target -> access.serve(caller, new AccountId(target)), prepare);
    }

    private Optional<Account> numbered(Account asked) {
        return transactions.read(tx -> store.byCustomerNumber(tx, asked.customerNumber()));
    }

    /** The number is the tenant's: that it is taken cannot be hidden, by whom can. */
    private Outcome<Account> theirs(Caller caller, Account there) {
        return access.serve(caller, there.id()) instanceof Outcome.Done<Account> known
                ? known
                : Outcome.refused(Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "customer-number-taken",
                                "Another account has this customer number.")
                        .with(List.of(Refusal.detail("/customerNumber", "customer-number-taken", "Taken already."))));
    }

    @Override
    public Outcome<Account> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Details details) {
        return edits.edit(caller, key, id, expectedVersion, details);
    }

    @Override
    public Outcome<Account> putAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Optional<AddressId> address,
            NewAddress entry) {
        return edits.putAddress(caller, key, id, expectedVersion, address, entry);
    }

    @Override
    public Outcome<Account> removeAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            AddressId address) {
        return edits.removeAddress(caller, key, id, expectedVersion, address);
    }

    @Override
    public Outcome<Account> verify(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, Optional<Long> expectedVersion) {
        return edits.verify(caller, key, id, expectedVersion);
    }

    @Override
    public List<Message> warnings(Account account) {
        return account
                .organisationNumber()
                .flatMap(number -> OrganisationNumbers.warning(account.country(), number))
                .stream()
                .toList();
    }

    @Override
    public Outcome<AccountPolicy.Addresses> addressPolicy(Caller caller, AccountId id) {
        return access.read(caller, id).map(seen -> policies.forAccount(id).addresses());
    }

    @Override
    public Outcome<List<Location>> locations(Caller caller, AccountId id) {
        return locations.list(caller, id);
    }

    @Override
    public Outcome<Location> addLocation(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, NewLocation location) {
        return locations.add(caller, key, id, location);
    }

    @Override
    public Outcome<Location> editLocation(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            LocationId location,
            Optional<Long> expectedVersion,
            NewLocation details) {
        return locations.edit(caller, key, id, location, expectedVersion, details);
    }

    @Override
    public Outcome<List<Agreement>> agreements(Caller caller, AccountId id) {
        return agreements.list(caller, id);
    }

    @Override
    public Outcome<List<Consultant>> managers(Caller caller, AccountId id) {
        return agreements.managers(caller, id);
    }

    @Override
    public Outcome<Agreement> agree(Caller caller, Optional<IdempotencyKey> key, Agreement agreement) {
        return agreements.agree(caller, key, agreement);
    }

    @Override
    public Outcome<UserId> createUser(Caller caller, Optional<IdempotencyKey> key, NewUser user, char[] password) {
        boolean staff = user.memberships().stream()
                .anyMatch(membership -> membership.role().side() == Role.Side.STAFF);
        Optional<Refusal> denied = gate.require(caller, Function.ACCOUNT_MANAGE, Scope.tenant())
                // Who looks after accounts makes no colleagues, and nobody who may more.
                .or(() -> staff ? gate.require(caller, Function.USER_MANAGE, Scope.tenant()) : Optional.empty())
                .or(() -> RightsRules.beyondProgram(caller, user.memberships()))
                .or(() -> AccountRules.objection(user))
                .or(() -> passwordRules.objection(password, user.email(), user.name()));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return commands.run(
                caller,
                key,
                "create-user",
                user,
                target -> Outcome.done(new UserId(target)),
                () -> preparePerson(user, password));
    }

    private Outcome<Change<UserId>> preparePerson(NewUser user, char[] password) {
        if (transactions.read(tx -> store.user(tx, user.email())).isPresent()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.CONFLICT, "email-taken", "Somebody has this e-mail as user name already.")
                            .with(List.of(Refusal.detail("/email", "email-taken", "Taken already."))));
        }
        Optional<String> hash = passwords.hash(password);
        if (hash.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.THROTTLED, "too-many-tries", "Too many at the same time. Try again in a moment."));
        }
        UserRow row = new UserRow(
                new UserId(ids.next()), user.email(), user.name(), user.language(), hash.get(), true, clock.now());
        return Outcome.done(tx -> {
            store.insert(tx, row, List.copyOf(user.memberships()));
            return new Effect<>(row.id(), row.id().value(), Optional.empty(), List.of());
        });
    }
}
