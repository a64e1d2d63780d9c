package org.torg.api.store;

import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.store.Transactions.Tx;

/** Number series. */
@ProviderType
public interface NumberStore {

    /**
     * Takes numbers from a series; their use must commit in the same transaction for the series to stay unbroken. The
     * series is locked until then. It begins with {@code first} when it is new.
     *
     * @param count how many, at least 1
     * @return the first of them
     */
    long take(Tx tx, String series, long first, int count);
}
