package org.torg.kernel.quote;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.ProjectListStore;
import org.torg.api.store.QuoteStore;
import org.torg.api.store.Transactions.Tx;

/** What people have written under quotes and on their project lists. Who it was stays as an id. */
@Component(service = PersonalData.class)
public final class QuotePersonalData implements PersonalData {

    private final QuoteStore quotes;
    private final ProjectListStore lists;

    @Activate
    public QuotePersonalData(@Reference QuoteStore quotes, @Reference ProjectListStore lists) {
        this.quotes = quotes;
        this.lists = lists;
    }

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.quotes", "Comments under quotes, and notes on project lists"),
                Message.of("personal-data.quotes-why", "To agree on what is offered"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return subject instanceof Subject.User user ? quotes.words(tx, user.user()) : List.of();
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            quotes.eraseWords(tx, user.user());
            lists.eraseNotes(tx, user.user());
        }
    }
}
