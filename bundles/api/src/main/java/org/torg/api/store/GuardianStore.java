package org.torg.api.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.People.Guardianship;
import org.torg.api.account.UserId;
import org.torg.api.store.Transactions.Tx;

/** Who acts for somebody in their care (B02). */
@ProviderType
public interface GuardianStore {

    /** Inserts or replaces. */
    void put(Tx tx, Guardianship guardianship);

    /** Also one that has ended. */
    Optional<Guardianship> guardianship(Tx tx, UserId guardian, UserId dependant);

    /** For whom this person may act on that day, by name; also those who have no access themselves. */
    List<Dependant> dependants(Tx tx, UserId guardian, LocalDate day);

    /** @param until the last day */
    record Dependant(UserId user, String name, LocalDate until) {
        @Override
        public String toString() {
            return "Dependant[" + user + "]";
        }
    }
}
