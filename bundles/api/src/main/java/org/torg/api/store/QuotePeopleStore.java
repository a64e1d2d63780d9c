package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.UserId;
import org.torg.api.store.Transactions.Tx;

/** What one person has written in project lists and about quotes, and how it goes. */
@ProviderType
public interface QuotePeopleStore {

    List<Written> words(Tx tx, UserId user);

    /** Lists, quotes and offers stay, with {@link PersonalDataStore#ERASED} where somebody has written. */
    void erase(Tx tx, UserId user);

    /**
     * @param where what it stands in, such as {@code quote-comment}
     * @param id of the list or quote
     */
    record Written(String where, String id, Instant at, String text) {
        @Override
        public String toString() {
            return "Written[" + where + "]";
        }
    }
}
