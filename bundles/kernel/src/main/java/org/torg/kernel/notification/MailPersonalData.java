package org.torg.kernel.notification;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.MailStore;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.privacy.AddressKeys;

/** Which mails were written to a person. */
@Component(service = PersonalData.class)
public final class MailPersonalData implements PersonalData {

    private final MailStore store;
    private final PeopleStore people;
    private final MailOutbox outbox;
    private final AddressKeys addresses;

    @Activate
    public MailPersonalData(
            @Reference MailStore store,
            @Reference PeopleStore people,
            @Reference MailOutbox outbox,
            @Reference AddressKeys addresses) {
        this.store = store;
        this.people = people;
        this.outbox = outbox;
        this.addresses = addresses;
    }

    /**
     * @param to the whole address while it waits, afterwards as staff see it
     * @param sent when it left
     */
    public record MailKept(String template, String language, String to, Instant created, Optional<Instant> sent) {}

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("privacy.mails.what", "Mails to you: which and when, the address in part"),
                Message.of("privacy.mails.purpose", "To send them, and to find out why one has not arrived"),
                Optional.of(Period.ofDays((int) MailRetention.KEPT.toDays()))));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return of(tx, subject).stream().map(mail -> kept(tx, mail)).toList();
    }

    /** To the person, and to the address as that of somebody without a login. */
    private List<MailRow> of(Tx tx, Subject subject) {
        List<MailRow> found = new ArrayList<>();
        if (subject instanceof Subject.User user) {
            found.addAll(store.ofPerson(tx, user.user()));
        }
        found.addAll(ofAddress(tx, subject));
        return found;
    }

    private List<MailRow> ofAddress(Tx tx, Subject subject) {
        if (subject instanceof Subject.Address address) {
            return store.ofAddress(tx, Set.of(address.key()));
        }
        if (subject instanceof Subject.User user) {
            Optional<String> email = people.person(tx, user.user()).flatMap(PersonRow::email);
            Set<String> keys = addresses.known(tx, email.stream().toList());
            return keys.isEmpty() ? List.of() : store.ofAddress(tx, keys);
        }
        return List.of();
    }

    private MailKept kept(Tx tx, MailRow mail) {
        return new MailKept(
                mail.template(),
                mail.language(),
                outbox.open(tx, mail).map(MailContent::to).orElse(mail.maskedTo()),
                mail.createdAt(),
                mail.settledAt());
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    /** Those that wait are not sent any more. */
    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            int unused = store.deleteOfPerson(tx, user.user());
        }
        for (MailRow mail : ofAddress(tx, subject)) {
            outbox.forget(tx, mail);
            store.delete(tx, mail.id());
        }
    }
}
