package org.torg.api.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/**
 * What an index must know to follow the catalogue. Each vendor's catalogue has a counter that grows with every change of an
 * article or a category's name; an article bears the number of its last change. Whoever sees a number sees all that changed
 * with it and before.
 */
@ProviderType
public interface IndexingStore {

    /** One statement. */
    Marks marks(Tx tx);

    /**
     * Articles that changed after {@code version}, in the order of SKUs, at most {@code limit}.
     *
     * @param after exclusive; empty from the beginning
     */
    List<StockedVariant> changed(Tx tx, VendorId vendor, long version, Optional<Sku> after, int limit);

    /** How articles can be had, in the order of SKUs, at most {@code limit}. */
    List<State> states(Tx tx, Optional<ArticleKey> after, int limit);

    /** Tells a database that keeps statistics that much has changed; others do nothing. */
    void analyse(Tx tx);

    /**
     * How far things are.
     *
     * @param versions of the vendors' catalogues; one without a change is not there
     * @param events position of the newest event: while it stays, no order and no import has changed any stock
     */
    record Marks(Map<VendorId, Long> versions, long events) {
        public Marks {
            versions = Map.copyOf(versions);
        }
    }

    record State(ArticleKey key, AvailabilityState state) {}
}
