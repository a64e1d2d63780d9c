package org.torg.kernel.privacy;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.Transactions.Tx;

/** Carts: whose they are, and where they were to be delivered. */
@Component(service = PersonalData.class)
public final class CartData implements PersonalData {

    private final PersonalDataStore store;
    private final RetentionPeriods periods;

    @Activate
    public CartData(@Reference PersonalDataStore store, @Reference RetentionPeriods periods) {
        this.store = store;
        this.periods = periods;
    }

    @Override
    public String name() {
        return "carts";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.carts", "Open carts and where they are to be delivered"),
                Message.of("personal-data.carts-why", "To order what was chosen"),
                periods.carts()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return subject instanceof Subject.User user ? store.carts(tx, user.user()) : List.of();
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            store.eraseCarts(tx, user.user());
        }
    }
}
