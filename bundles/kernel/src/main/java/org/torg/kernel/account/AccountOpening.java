package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.NumberStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.PeopleStore.Standing;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Ids;

/** Makes accounts and their first people inside the transaction of somebody who has decided that they may come. */
@Component(service = AccountOpening.class)
public final class AccountOpening {

    private static final String SERIES = "customer";
    private static final long FIRST = 10_001;

    private final AccountStore accounts;
    private final PeopleStore people;
    private final NumberStore numbers;
    private final PasswordRules rules;
    private final PasswordHashes passwords;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public AccountOpening(
            @Reference AccountStore accounts,
            @Reference PeopleStore people,
            @Reference NumberStore numbers,
            @Reference PasswordRules rules,
            @Reference PasswordHashes passwords,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.numbers = numbers;
        this.rules = rules;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** The hash of a password that this person may have; refused as {@code Passwords} says. Not to be called in a transaction. */
    public Outcome<String> passwordHash(char[] password, String email, String name) {
        Optional<Refusal> objection = rules.objection(password, email, name);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return passwords
                .hash(password)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(
                        Refusal.Kind.THROTTLED,
                        "too-many-tries",
                        "Too many at the same time. Try again in a moment.")));
    }

    /**
     * Makes others who open accounts by themselves wait until the commit, and takes the next customer number of the tenant that
     * nobody has.
     */
    public String customerNumber(Tx tx) {
        while (true) {
            String number = Long.toString(numbers.take(tx, SERIES, FIRST, 1));
            // Staff and imports give numbers of their own.
            if (accounts.byCustomerNumber(tx, number).isEmpty()) {
                return number;
            }
        }
    }

    /** @param account its id is ignored */
    public Account open(Tx tx, Account account) {
        Account opened = account.withId(new AccountId(ids.next()));
        accounts.insert(tx, opened);
        return opened;
    }

    /** Staff have seen that the details of the account are right (D04). */
    public void verify(Tx tx, AccountId id) {
        accounts.account(tx, id)
                .filter(account -> !account.verified())
                .ifPresent(account -> accounts.update(tx, account, AccountChange.verified(account)));
    }

    /** A person who can sign in and has no right yet. Violates a unique key when the e-mail is taken. */
    public UserId person(
            Tx tx, String email, String name, Optional<String> phone, String language, String passwordHash) {
        UserId id = new UserId(ids.next());
        people.insert(
                tx,
                new PersonRow(id, Optional.of(email), name, phone, language, true, clock.now(), Optional.empty(), 1),
                Optional.of(passwordHash));
        return id;
    }

    /** Gives a person, who has nothing in this account yet, a whole role in it. */
    public void join(Tx tx, UserId person, AccountId account, Role role) {
        people.put(
                tx,
                new Team.OfAccount(account),
                person,
                new Standing(List.of(new Membership(role, Scope.of(account))), false, true, 1));
    }
}
