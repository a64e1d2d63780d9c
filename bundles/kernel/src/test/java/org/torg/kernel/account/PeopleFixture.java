package org.torg.kernel.account;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Outcome;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.SignedIn;
import org.torg.api.account.UserId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.job.Turns;
import org.torg.kernel.notification.Letters;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** A company with an owner, and what the tests of people do again and again. */
abstract class PeopleFixture extends KernelContract {

    static final String PASSWORD = "en lang og god setning";

    final Letters letters = new Letters(kernel);

    PeopleFixture(Database database) {
        super(database);
    }

    AccountId open(String customerNumber) {
        Account account = kernel.openAccount(customerNumber);
        return account.id();
    }

    static Team team(AccountId account) {
        return new Team.OfAccount(account);
    }

    static Rights whole(Role role) {
        Set<Function> ticked = role == Role.COLLEAGUE ? role.functions() : Set.of();
        return new Rights(role, ticked, Set.of(), true, false);
    }

    static Rights colleague(Set<Function> functions, LocationId... locations) {
        return new Rights(Role.COLLEAGUE, functions, Set.of(locations), false, false);
    }

    static NewMember person(String email, String name, Rights rights) {
        return new NewMember(Optional.of(email), name, Optional.empty(), "nb", rights);
    }

    static NewMember clinician(String name, Rights rights) {
        return new NewMember(Optional.empty(), name, Optional.empty(), "nb", rights);
    }

    /** Somebody with a login, as a program that sets up a tenant makes them. */
    UserId user(String email, String name, Membership... memberships) {
        return kernel.accounts
                .createUser(
                        Callers.STAFF,
                        Optional.empty(),
                        new NewUser(email, name, "nb", Set.of(memberships)),
                        PASSWORD.toCharArray())
                .orElseThrow();
    }

    UserId owner(AccountId account, String email) {
        return user(email, "Eva Eier", new Membership(Role.OWNER, Scope.of(account)));
    }

    /** The person with all that it is allowed now, in this account. */
    Caller in(AccountId account, UserId user) {
        return caller(user, Optional.of(account));
    }

    Caller caller(UserId user, Optional<AccountId> account) {
        List<Membership> memberships =
                kernel.transactions.read(tx -> kernel.stores.accounts().memberships(tx, user));
        Set<Grant> grants = new HashSet<>();
        memberships.forEach(membership ->
                membership.functions().forEach(function -> grants.add(new Grant(function, membership.scope()))));
        return new Caller(
                new Caller.Subject.Person(user),
                account,
                Optional.empty(),
                Optional.empty(),
                grants,
                Caller.Channel.API,
                "test",
                Locale.forLanguageTag("nb"));
    }

    /** Invited and accepted. */
    Member join(Caller owner, Team team, String email, String name, Rights rights) {
        kernel.people
                .invite(owner, Optional.empty(), team, person(email, name, rights))
                .orElseThrow();
        UserId user = accept(letters.secret(email), PASSWORD).orElseThrow();
        return kernel.people.get(owner, team, user).orElseThrow();
    }

    Outcome<UserId> accept(String secret, String password) {
        return kernel.people.accept(Callers.stranger(), secret, password.toCharArray());
    }

    Outcome<SignedIn> signIn(String email, String password) {
        return kernel.sessions.signIn(Callers.stranger(), email, password.toCharArray(), Optional.empty(), "192.0.2.1");
    }

    Outcome<Caller> resolve(String token) {
        return kernel.sessions.resolve(token, Caller.Channel.API, "test", Optional.empty());
    }

    LocationId location(AccountId account, String number) {
        LocationId id = new LocationId(kernel.ids.next());
        kernel.transactions.change(tx -> OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO location (id, account, location_number, name, active, version, details)"
                                + " VALUES (?, ?, ?, ?, TRUE, 1, '{}')",
                        id.value(),
                        account.value(),
                        number,
                        "Klinikk " + number)));
        return id;
    }

    /** Carries out what was left to jobs. */
    void work() {
        Turns turns = new Turns(kernel, kernel.passwordResets);
        while (turns.turn()) {}
    }
}
