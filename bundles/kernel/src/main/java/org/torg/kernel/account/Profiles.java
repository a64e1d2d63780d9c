package org.torg.kernel.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.People.Profile;
import org.torg.api.account.UserId;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;

/** A person's own details (H17). */
@Component(service = Profiles.class)
public final class Profiles {

    private final Transactions transactions;
    private final PeopleStore people;
    private final TeamGate gate;
    private final Commands commands;

    @Activate
    public Profiles(
            @Reference Transactions transactions,
            @Reference PeopleStore people,
            @Reference TeamGate gate,
            @Reference Commands commands) {
        this.transactions = transactions;
        this.people = people;
        this.gate = gate;
        this.commands = commands;
    }

    Outcome<Profile> profile(Caller caller) {
        return OwnIdentity.of(caller).flatMap(this::read);
    }

    private Outcome<Profile> read(UserId user) {
        return transactions
                .read(tx -> people.person(tx, user))
                .map(Profiles::profile)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(TeamMembers.unknown()));
    }

    Outcome<Profile> edit(
            Caller caller, Optional<IdempotencyKey> key, Optional<Long> expectedVersion, Profile profile) {
        return OwnIdentity.of(caller).flatMap(user -> {
            Optional<Refusal> objection = MemberForm.objection(profile, gate.country());
            return objection.isPresent()
                    ? Outcome.refused(objection.get())
                    : commands.run(
                            caller,
                            key,
                            "edit-profile",
                            List.of(user.value(), expectedVersion),
                            target -> repeated(user, profile),
                            () -> prepare(user, expectedVersion, profile));
        });
    }

    private Outcome<Profile> repeated(UserId user, Profile asked) {
        return read(user)
                .flatMap(there -> there.name().equals(asked.name())
                                && there.phone().equals(phone(asked))
                                && there.language().equals(language(asked))
                        ? Outcome.done(there)
                        : Outcome.refused(MemberForm.keyReused()));
    }

    private Outcome<Change<Profile>> prepare(UserId user, Optional<Long> expectedVersion, Profile profile) {
        Optional<PersonRow> person = transactions.read(tx -> people.person(tx, user));
        if (person.isEmpty()) {
            return Outcome.refused(TeamMembers.unknown());
        }
        long version = expectedVersion.orElse(person.get().version());
        return Outcome.done(tx -> {
            boolean edited = people.edit(
                    tx,
                    user,
                    version,
                    profile.name(),
                    phone(profile),
                    language(profile).getLanguage());
            if (!edited) {
                throw new RefusedException(MemberForm.versionChanged());
            }
            Profile stored = new Profile(
                    person.get().email().orElse(""), profile.name(), phone(profile), language(profile), version + 1);
            return new Effect<>(stored, user.value(), Optional.empty(), List.of());
        });
    }

    private Optional<String> phone(Profile profile) {
        return profile.phone().flatMap(phone -> ContactRules.e164(phone, gate.country()));
    }

    private static Locale language(Profile profile) {
        return Locale.forLanguageTag(profile.language().getLanguage());
    }

    private static Profile profile(PersonRow row) {
        return new Profile(
                row.email().orElse(""), row.name(), row.phone(), Locale.forLanguageTag(row.language()), row.version());
    }
}
