package org.torg.kernel.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.AccountStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.Transactions.Tx;

/** The person: who it is, where the person belongs, who cares for whom, and invitations that wait. */
@Component(service = PersonalData.class)
public final class PeopleData implements PersonalData {

    private final PeopleStore people;
    private final AccountStore accounts;
    private final PersonalDataStore store;

    @Activate
    public PeopleData(
            @Reference PeopleStore people, @Reference AccountStore accounts, @Reference PersonalDataStore store) {
        this.people = people;
        this.accounts = accounts;
        this.store = store;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of(
                        "personal-data.people",
                        "Name, e-mail, phone, language, rights, who cares for whom, open invitations"),
                Message.of("personal-data.people-why", "To sign in, to know who has ordered, and to write to people"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        List<Record> found = new ArrayList<>();
        if (subject instanceof Subject.User user) {
            people.person(tx, user.user()).ifPresent(person -> {
                found.add(new Person(
                        person.id().value(),
                        person.email(),
                        people.newEmail(tx, person.id()),
                        person.name(),
                        person.phone(),
                        person.language(),
                        person.createdAt(),
                        person.lastSeenAt()));
                accounts.memberships(tx, person.id())
                        .forEach(it -> found.add(
                                new Rights(it.role().code(), it.scope().toString())));
                store.care(tx, person.id())
                        .forEach(it -> found.add(new Guard(
                                it.guardian().value(),
                                it.dependant().value(),
                                it.until().toString(),
                                it.proof())));
            });
        }
        store.invitations(tx, Emails.of(people, tx, subject))
                .forEach(it -> found.add(new Invitation(it.email(), it.name(), it.phone(), it.createdAt())));
        return found;
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            store.erasePerson(tx, user.user(), Emails.of(people, tx, subject));
        } else {
            store.eraseInvitations(tx, Emails.of(people, tx, subject));
        }
    }

    record Person(
            String id,
            Optional<String> email,
            Optional<String> newEmail,
            String name,
            Optional<String> phone,
            String language,
            Instant createdAt,
            Optional<Instant> lastSeenAt) {}

    record Rights(String role, String where) {}

    record Guard(String guardian, String dependant, String until, String proof) {}

    record Invitation(String email, String name, Optional<String> phone, Instant createdAt) {}
}
