package org.torg.kernel.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.account.UserId;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.notification.MailOutbox;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.privacy.Farewell;

/**
 * The mail to who was erased, to the address as it was: the one answer to an erasure that was asked for. It is sealed under a key
 * of its own, and nothing of it is left once it was sent or given up.
 */
@Component(service = Farewell.class)
public final class ErasureLetter implements Farewell {

    private final PeopleStore people;
    private final PersonalDataStore store;
    private final Mailer mailer;
    private final TeamGate teams;

    @Activate
    public ErasureLetter(
            @Reference PeopleStore people,
            @Reference PersonalDataStore store,
            @Reference Mailer mailer,
            @Reference TeamGate teams) {
        this.people = people;
        this.store = store;
        this.mailer = mailer;
        this.teams = teams;
    }

    @Override
    public Optional<Words> prepare(Tx tx, UserId user) {
        Optional<PersonRow> person = people.person(tx, user);
        return person.flatMap(PersonRow::email).map(email -> {
            Letter letter = letter(person.get(), email, vendor(tx, user));
            return last -> mailer.queue(last, letter);
        });
    }

    /** The only one with which the person has to do; where there are several the tenant's first stands for all. */
    private Optional<VendorId> vendor(Tx tx, UserId user) {
        Set<VendorId> vendors = store.belongings(tx, user).stream()
                .flatMap(belonging -> belonging.vendors().stream())
                .collect(Collectors.toSet());
        return vendors.size() == 1 ? vendors.stream().findFirst() : Optional.empty();
    }

    private Letter letter(PersonRow person, String email, Optional<VendorId> vendor) {
        return new Letter(
                Optional.empty(),
                email,
                vendor,
                Optional.empty(),
                MailOutbox.FAREWELL,
                person.language(),
                List.of(
                        Argument.text(person.name()),
                        Argument.text(teams.name(vendor, Locale.forLanguageTag(person.language())))),
                Optional.empty());
    }
}
