package org.torg.kernel.privacy;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.PersonalDataStore.AccountContact;
import org.torg.api.store.Transactions.Tx;

/** Accounts that are reached at the e-mail of a person. */
@Component(service = PersonalData.class)
public final class AccountContactData implements PersonalData {

    private final PersonalDataStore store;
    private final PeopleStore people;

    @Activate
    public AccountContactData(@Reference PersonalDataStore store, @Reference PeopleStore people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public String name() {
        return "account-contacts";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of(
                        "personal-data.account-contacts",
                        "E-mail, phone and addresses of customers, where they are those of a person"),
                Message.of("personal-data.account-contacts-why", "To deliver, and to send invoices"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return found(tx, subject);
    }

    private List<AccountContact> found(Tx tx, Subject subject) {
        return store.accountContacts(tx, Emails.of(people, tx, subject));
    }

    /** The account would get no invoices any more: it must name another address first. */
    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return found(tx, subject).stream()
                .map(it -> new Hold(
                        "account-contact",
                        Message.of(
                                "personal-data.hold-account-contact",
                                "Customer {0} is reached at this e-mail. Name another one there.",
                                Argument.text(it.customerNumber())),
                        Optional.empty()))
                .toList();
    }

    @Override
    public void erase(Tx tx, Subject subject) {}
}
