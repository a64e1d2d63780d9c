package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
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
    private final Passwords passwords;
    private final Tiers tiers;

    @Activate
    public AccountService(
            @Reference Transactions transactions,
            @Reference AccountStore store,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Passwords passwords,
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
        Account asked = withId(account, new AccountId(""));
        // Under a key the reply to the first try comes first: the key may have been used for another account.
        Optional<Account> there = key.isPresent()
                ? Optional.empty()
                : transactions.read(tx -> store.byCustomerNumber(tx, asked.customerNumber()));
        if (there.isPresent()) {
            return Outcome.done(there.get());
        }
        Supplier<Outcome<Change<Account>>> prepare = () -> {
            Optional<Account> meanwhile = transactions.read(tx -> store.byCustomerNumber(tx, asked.customerNumber()));
            Account opened = meanwhile.orElseGet(() -> withId(asked, new AccountId(ids.next())));
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
    public Outcome<Agreement> agree(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId account,
            VendorId vendor,
            Optional<String> tier,
            Set<String> groups) {
        Optional<Refusal> denied = gate.require(caller, Function.ACCOUNT_MANAGE, Scope.of(vendor));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Agreement agreement = new Agreement(account, vendor, tier, groups);
        return commands.run(
                caller,
                key,
                "agree",
                agreement,
                target -> agreement(account, vendor),
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

    private static Account withId(Account account, AccountId id) {
        return new Account(
                id,
                account.customerNumber(),
                account.name(),
                account.organisationNumber(),
                account.country(),
                account.language(),
                account.billing(),
                account.deliveries(),
                account.invoiceEmail(),
                account.phone());
    }
}
