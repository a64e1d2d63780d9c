package org.torg.kernel.privacy;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.QuotePeopleStore;
import org.torg.api.store.Transactions.Tx;

/** What people have written in project lists and about quotes. */
@Component(service = PersonalData.class)
public final class QuoteData implements PersonalData {

    private final QuotePeopleStore store;

    @Activate
    public QuoteData(@Reference QuotePeopleStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.quotes", "Titles, notes and comments of project lists and quotes"),
                Message.of("personal-data.quotes-why", "To plan purchases, and to agree on an offer"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return subject instanceof Subject.User user ? store.words(tx, user.user()) : List.of();
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    /** Lists and quotes stay with their account, without a word of the person. */
    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            store.erase(tx, user.user());
        }
    }
}
