package org.torg.kernel.privacy;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.FavouriteStore;
import org.torg.api.store.Transactions.Tx;

/** Favourites: whose they are. Nothing about recipients is in them. */
@Component(service = PersonalData.class)
public final class FavouriteData implements PersonalData {

    private final FavouriteStore store;

    @Activate
    public FavouriteData(@Reference FavouriteStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "favourites";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.favourites", "Names of favourites, and who has saved them"),
                Message.of("personal-data.favourites-why", "To order again what is ordered often"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return subject instanceof Subject.User user ? store.savedBy(tx, user.user()) : List.of();
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    /** What is shared stays with those with whom it is shared, and nobody knows whose it was. */
    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            store.forget(tx, user.user());
        }
    }
}
