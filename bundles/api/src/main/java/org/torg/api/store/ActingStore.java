package org.torg.api.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.LocationId;
import org.torg.api.account.Sessions.AccountChoice;
import org.torg.api.account.UserId;
import org.torg.api.store.Transactions.Tx;

/** For which accounts, at which locations and in whose names somebody may act, and what a session has chosen of it. */
@ProviderType
public interface ActingStore {

    /** The accounts in which one of these persons has access, by name, with the locations in use at which they have rights. */
    List<AccountChoice> accounts(Tx tx, Collection<UserId> people);

    /** Whether this is a location of the account, and in use. */
    boolean isActive(Tx tx, AccountId account, LocationId location);

    /**
     * Active persons with access to the account: those who have rights at the location, or all. In no order.
     *
     * @param sharedLogins whether logins that several people use are wanted, too
     */
    List<Named> people(Tx tx, AccountId account, Optional<LocationId> location, boolean sharedLogins);

    /** Whether this person is one of {@link #people}, without shared logins. */
    boolean works(Tx tx, AccountId account, Optional<LocationId> location, UserId person);

    /** @return whether the user had this session */
    boolean choose(
            Tx tx,
            UserId user,
            String tokenHash,
            Optional<AccountId> account,
            Optional<LocationId> location,
            Optional<ActingFor> actingFor);

    /** A person by name. */
    record Named(UserId user, String name) {
        @Override
        public String toString() {
            return "Named[" + user + "]";
        }
    }
}
