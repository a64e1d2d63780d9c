package org.torg.api.store;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.store.Transactions.Tx;

/** Clinics, shops and branches. */
@ProviderType
public interface LocationStore {

    /** Violates a unique key when the account has a location of this number. */
    void insert(Tx tx, Location location);

    /**
     * Violates a unique key as {@link #insert}.
     *
     * @throws org.torg.api.StoreException as a conflict unless the stored version is that of the location before
     */
    void update(Tx tx, Location before, Location after);

    Optional<Location> location(Tx tx, LocationId id);

    /** In no order. */
    List<Location> locations(Tx tx, AccountId account);
}
