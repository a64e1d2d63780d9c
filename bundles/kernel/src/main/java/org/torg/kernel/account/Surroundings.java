package org.torg.kernel.account;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Caller.ActingFor.Kind;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.AccountChoice;
import org.torg.api.account.Sessions.Current;
import org.torg.api.account.Sessions.Person;
import org.torg.api.account.UserId;
import org.torg.api.store.ActingStore;
import org.torg.api.store.GuardianStore;
import org.torg.api.store.GuardianStore.Dependant;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.Transactions.Tx;

/** What somebody sees of where they stand, and where else they could. */
final class Surroundings {

    private final ActingStore acting;
    private final PeopleStore people;
    private final GuardianStore guardians;

    Surroundings(ActingStore acting, PeopleStore people, GuardianStore guardians) {
        this.acting = acting;
        this.people = people;
        this.guardians = guardians;
    }

    /**
     * Empty when the person is gone.
     *
     * @param withOthers whether those are named in whose name one could act: one statement more, and a row for each colleague
     */
    Optional<Current> of(Tx tx, Caller caller, UserId user, LocalDate today, boolean withOthers) {
        return people.person(tx, user).map(person -> of(tx, caller, person, today, withOthers));
    }

    private Current of(Tx tx, Caller caller, PersonRow person, LocalDate today, boolean withOthers) {
        if (!caller.isSignedIn()) {
            return ofProgram(tx, caller, person);
        }
        List<Dependant> dependants = guardians.dependants(tx, person.id(), today);
        List<UserId> whose = new ArrayList<>(List.of(person.id()));
        dependants.forEach(dependant -> whose.add(dependant.user()));
        List<AccountChoice> accounts = acting.accounts(tx, whose);
        return new Current(
                person.id(),
                person.name(),
                person.email().orElse(""),
                caller.language(),
                caller.account(),
                caller.location(),
                caller.actingFor().flatMap(who -> actedFor(tx, who, dependants)),
                accounts,
                withOthers ? others(tx, caller, person.id(), dependants) : List.of(),
                caller.mustChoosePerson(),
                functions(caller));
    }

    /** A program stands where its token was made for, and nowhere else: it needs no names of others. */
    private Current ofProgram(Tx tx, Caller caller, PersonRow person) {
        List<AccountChoice> here = acting.accounts(tx, List.of(person.id())).stream()
                .filter(choice -> caller.account().equals(Optional.of(choice.account())))
                .toList();
        return new Current(
                person.id(),
                person.name(),
                person.email().orElse(""),
                caller.language(),
                caller.account(),
                caller.location(),
                Optional.empty(),
                here,
                List.of(),
                caller.mustChoosePerson(),
                functions(caller));
    }

    private Optional<Person> actedFor(Tx tx, ActingFor who, List<Dependant> dependants) {
        return people.person(tx, who.user())
                .map(person -> new Person(person.id(), person.name(), who.kind(), until(who.user(), dependants)));
    }

    private static Optional<LocalDate> until(UserId user, List<Dependant> dependants) {
        return dependants.stream()
                .filter(dependant -> dependant.user().equals(user))
                .map(Dependant::until)
                .findFirst();
    }

    /** Dependants first; then who works where the caller stands, in the order of the caller's language. */
    private List<Person> others(Tx tx, Caller caller, UserId self, List<Dependant> dependants) {
        List<Person> others = new ArrayList<>();
        for (Dependant dependant : dependants) {
            if (caller.account().isEmpty()
                    || acting.works(tx, caller.account().get(), Optional.empty(), dependant.user())) {
                others.add(
                        new Person(dependant.user(), dependant.name(), Kind.DEPENDANT, Optional.of(dependant.until())));
            }
        }
        Kind kind = caller.actingFor().map(ActingFor::kind).orElse(Kind.CLINICIAN);
        if (caller.account().isPresent() && kind != Kind.DEPENDANT) {
            AccountId account = caller.account().get();
            acting.people(tx, account, caller.location(), kind == Kind.CUSTOMER).stream()
                    .filter(one -> !one.user().equals(self)
                            && until(one.user(), dependants).isEmpty())
                    .map(one -> new Person(one.user(), one.name(), kind, Optional.empty()))
                    .sorted(byName(caller.language()))
                    .forEach(others::add);
        }
        return others;
    }

    private static Comparator<Person> byName(Locale language) {
        Collator collator = Collator.getInstance(language);
        return Comparator.<Person, String>comparing(Person::name, collator::compare)
                .thenComparing(one -> one.user().value());
    }

    private static Set<Function> functions(Caller caller) {
        Set<Function> functions = EnumSet.noneOf(Function.class);
        Optional<Scope> here = caller.here();
        for (Function function : Function.values()) {
            if (here.map(scope -> caller.may(function, scope)).orElseGet(() -> caller.mayAnywhere(function))) {
                functions.add(function);
            }
        }
        return functions;
    }
}
