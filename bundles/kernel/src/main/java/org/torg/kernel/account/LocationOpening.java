package org.torg.kernel.account;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.store.LocationStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Ids;

/** Makes locations inside the transaction of somebody who has decided that they may come (H16). */
@Component(service = LocationOpening.class)
public final class LocationOpening {

    private final LocationStore store;
    private final Ids ids;

    @Activate
    public LocationOpening(@Reference LocationStore store, @Reference Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /** Why a location cannot be so; empty when it can. */
    public static Optional<Refusal> objection(NewLocation asked) {
        return AccountForm.objection(asked);
    }

    /** Violates a unique key when the account has a location of this number. */
    public Location open(Tx tx, AccountId account, NewLocation asked) {
        Location location = of(new LocationId(ids.next()), account, asked, 1);
        store.insert(tx, location);
        return location;
    }

    static Location of(LocationId id, AccountId account, NewLocation asked, long version) {
        return new Location(
                id,
                account,
                asked.number(),
                asked.name(),
                asked.address(),
                asked.email(),
                asked.phone(),
                asked.active(),
                asked.externalIds(),
                version);
    }
}
