package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.favourite.Favourites.Overview;
import org.torg.api.pricing.LineId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Favourites. Who changes one locks it first. */
@ProviderType
public interface FavouriteStore {

    /** With its lines, in their order. */
    void insert(Tx tx, Favourite favourite);

    Optional<Favourite> favourite(Tx tx, FavouriteId id);

    /** Locks the favourite's row until the end of the transaction, so that parallel edits queue up. */
    Optional<Favourite> lock(Tx tx, FavouriteId id);

    /** How many are a person's own in this account; without a person, how many are shared. */
    int count(Tx tx, AccountId account, Optional<UserId> owner);

    /** By id, the newest first. */
    List<Overview> find(Tx tx, Filter filter, Optional<FavouriteId> before, int limit);

    /**
     * @param person whose own ones are among them
     * @param locations with which they are shared; empty optional: all of the account's
     * @param text stands in the name, in whichever case
     * @param sku is in it
     */
    record Filter(
            AccountId account,
            UserId person,
            Optional<Set<LocationId>> locations,
            Optional<VendorId> vendor,
            Optional<String> text,
            Optional<Sku> sku,
            Optional<Sharing> sharing) {}

    void edit(Tx tx, FavouriteId id, String name, Sharing sharing, Optional<LocationId> location);

    void changeLine(Tx tx, FavouriteId id, Favourite.Line line);

    void deleteLine(Tx tx, FavouriteId id, LineId line);

    /** Raises the version. */
    void touch(Tx tx, FavouriteId id, Instant now);

    /** With its lines. */
    void delete(Tx tx, FavouriteId id);

    /** All that a person has saved and that is still known to be theirs. */
    List<Saved> savedBy(Tx tx, UserId owner);

    /** The person's own ones go; those that are shared stay, and nobody knows whose they were. */
    void forget(Tx tx, UserId owner);

    record Saved(FavouriteId id, String name, Sharing sharing, Instant at) {
        @Override
        public String toString() {
            return "Saved[" + id.value() + "]";
        }
    }
}
