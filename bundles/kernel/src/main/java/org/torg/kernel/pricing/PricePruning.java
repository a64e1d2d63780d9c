package org.torg.kernel.pricing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.StoreException;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.Pruned;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.vendor.VendorRegistry;

/**
 * Removes prices that no longer count, so that lists do not grow with every import: those that were superseded, and those
 * that ended more than {@value #DAYS_KEPT} days ago. Each piece is one short transaction.
 */
@Component(service = PricePruning.class)
public final class PricePruning {

    static final int DAYS_KEPT = 400;
    static final int ROWS = 1000;
    /** Of one round; what is left then is for the next. */
    static final int PIECES = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(PricePruning.class);

    private final Transactions transactions;
    private final PriceStore prices;
    private final VendorRegistry vendors;
    private final Clock clock;
    private final Map<VendorId, Long> stoppedAt = new ConcurrentHashMap<>();

    @Activate
    public PricePruning(
            @Reference Transactions transactions,
            @Reference PriceStore prices,
            @Reference VendorRegistry vendors,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.prices = prices;
        this.vendors = vendors;
        this.clock = clock;
    }

    /**
     * One round for each vendor that is here.
     *
     * @param checkpoint called before each piece; may throw to stop the round
     */
    public void round(Runnable checkpoint) {
        vendors.present().forEach(vendor -> round(vendor, checkpoint));
    }

    /** One round for this vendor; none while it is away. A database that fails is told in the log alone. */
    public void round(VendorId vendor, Runnable checkpoint) {
        vendors.find(vendor).ifPresent(found -> round(found, checkpoint));
    }

    private void round(Vendor vendor, Runnable checkpoint) {
        VendorId id = vendor.descriptor().id();
        LocalDate endedBefore = clock.today(vendor.descriptor().seller().zone()).minusDays(DAYS_KEPT);
        int removed = 0;
        try {
            boolean more = true;
            for (int piece = 0; more && piece < PIECES; piece++) {
                checkpoint.run();
                Optional<Long> after = Optional.ofNullable(stoppedAt.get(id));
                Pruned pruned = transactions.write(tx -> prices.prune(tx, id, endedBefore, after, ROWS));
                removed += pruned.removed();
                pruned.next().ifPresentOrElse(next -> stoppedAt.put(id, next), () -> stoppedAt.remove(id));
                more = pruned.next().isPresent();
            }
        } catch (StoreException e) {
            // Old prices do no harm: the next round goes on from here.
            LOG.warn("Pruning the prices of {} broke off: {}", id.value(), e.kind());
        }
        LOG.debug("Removed {} prices of {}", removed, id.value());
    }
}
