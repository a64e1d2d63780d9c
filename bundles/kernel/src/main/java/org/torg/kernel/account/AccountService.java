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
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.AccountTerms;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Ids;

/** Opens accounts, creates people, keeps agreements. */
@Component(service = Accounts.class)
public final class AccountService implements Accounts {

    private final Transactions transactions;
    private final AccountStore store;
    private final Commands commands;
    private final Gate gate;
    private final Ids ids;
    private final Clock clock;
    private final PasswordHashes passwords;
    private final Tiers tiers;

    @Activate
    public AccountService(
            @Reference Transactions transactions,
            @Reference AccountStore store,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference PasswordHashes passwords,
            @Reference Tiers tiers) {
        this.transactions = transactions;
        this.store = store;
        this.commands = commands;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
        this.tiers = tiers;
    }

    @Override
    public Outcome<Account> current(Caller caller) {
        if (caller.account().isEmpty()) {
            return gate.requireAnywhere(caller, Function.ACCOUNT_READ)
                    .<Outcome<Account>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.refused(Refusal.notFound("account")));
        }
        AccountId id = caller.account().get();
        Optional<Refusal> denied = gate.require(caller, Function.ACCOUNT_READ, Scope.of(id));
        return denied.isPresent() ? Outcome.refused(denied.get()) : account(id);
    }

    @Override
    public Outcome<Account> open(Caller caller, Optional<IdempotencyKey> key, Account account) {
        Optional<Refusal> denied =
                gate.require(caller, Function.ACCOUNT_MANAGE, Scope.tenant()).or(() -> AccountRules.objection(account));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        // The id is the kernel's to give: a repeat must not differ by the one that was ignored.
        Account asked = account.withId(new AccountId(""));
        // Under a key the reply to the first try comes first: the key may have been used for another account.
        Optional<Account> there = key.isPresent()
                ? Optional.empty()
                : transactions.read(tx -> store.byCustomerNumber(tx, asked.customerNumber()));
        if (there.isPresent()) {
            return Outcome.done(there.get());
        }
        Supplier<Outcome<Change<Account>>> prepare = () -> {
            Optional<Account> meanwhile = transactions.read(tx -> store.byCustomerNumber(tx, asked.customerNumber()));
            Account opened = meanwhile.orElseGet(() -> asked.withId(new AccountId(ids.next())));
            return Outcome.done(tx -> {
                if (meanwhile.isEmpty()) {
                    store.insert(tx, opened);
                }
                return new Effect<>(opened, opened.id().value(), Optional.of(opened.id()), List.of());
            });
        };
        return commands.run(caller, key, "open-account", asked, target -> account(new AccountId(target)), prepare);
    }

    @Override
    public Outcome<UserId> createUser(Caller caller, Optional<IdempotencyKey> key, NewUser user, char[] password) {
        Optional<Refusal> denied = gate.require(caller, Function.ACCOUNT_MANAGE, Scope.tenant())
                .or(() -> AccountRules.objection(user, password));
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

    @Override
    public Outcome<Agreement> agree(Caller caller, Optional<IdempotencyKey> key, Agreement agreement) {
        Optional<Refusal> denied = gate.require(caller, Function.ACCOUNT_MANAGE, Scope.of(agreement.vendor()));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return commands.run(
                caller,
                key,
                "agree",
                agreement,
                target -> agreement(agreement.account(), agreement.vendor()),
                () -> prepareAgreement(agreement));
    }

    private Outcome<Change<Agreement>> prepareAgreement(Agreement agreement) {
        Optional<Refusal> objection = tiers.objection(agreement);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return account(agreement.account()).map(account -> tx -> {
            store.put(tx, agreement);
            return new Effect<>(agreement, agreement.account().value(), Optional.of(agreement.account()), List.of());
        });
    }

    private Outcome<Account> account(AccountId id) {
        return transactions
                .read(tx -> store.account(tx, id))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("account")));
    }

    private Outcome<Agreement> agreement(AccountId account, VendorId vendor) {
        return transactions
                .read(tx -> store.terms(tx, account, vendor))
                .map(AccountTerms::agreement)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("account")));
    }

    private static <T> Outcome<T> absent() {
        return Outcome.refused(Refusal.notFound("account"));
    }

    @Override
    public Outcome<Account> get(Caller caller, AccountId id) {
        return absent();
    }

    @Override
    public Outcome<Page<Summary>> find(Caller caller, Query query, PageRequest page) {
        return absent();
    }

    @Override
    public Outcome<Account> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Details details) {
        return absent();
    }

    @Override
    public Outcome<Account> putAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Optional<AddressId> address,
            NewAddress entry) {
        return absent();
    }

    @Override
    public Outcome<Account> removeAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            AddressId address) {
        return absent();
    }

    @Override
    public Outcome<List<Location>> locations(Caller caller, AccountId id) {
        return absent();
    }

    @Override
    public Outcome<Location> addLocation(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, NewLocation location) {
        return absent();
    }

    @Override
    public Outcome<Location> editLocation(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            LocationId location,
            Optional<Long> expectedVersion,
            NewLocation details) {
        return absent();
    }

    @Override
    public Outcome<Account> verify(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, Optional<Long> expectedVersion) {
        return absent();
    }

    @Override
    public List<Message> warnings(Account account) {
        return List.of();
    }

    @Override
    public Outcome<List<Agreement>> agreements(Caller caller, AccountId id) {
        return absent();
    }
}
