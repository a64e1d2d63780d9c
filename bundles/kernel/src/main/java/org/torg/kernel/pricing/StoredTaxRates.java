package org.torg.kernel.pricing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.pricing.TaxRates;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.TaxRateRow;
import org.torg.api.store.Transactions;

/** The VAT rates of the database, read again at most once a minute. */
@Component(service = TaxRates.class)
public final class StoredTaxRates implements TaxRates {

    private static final Duration AGE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final PriceStore store;
    private final Clock clock;
    private volatile @Nullable Loaded latest;

    private record Place(String country, String category) {}

    private record Loaded(Instant at, Map<Place, List<TaxRateRow>> rows) {

        /** Also when the clock was moved back. */
        boolean isOld(Instant now) {
            return now.isBefore(at) || !now.isBefore(at.plus(AGE));
        }
    }

    @Activate
    public StoredTaxRates(@Reference Transactions transactions, @Reference PriceStore store, @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** Of several rows for the date, the one that came into force last. */
    @Override
    public Optional<BigDecimal> rate(String country, String category, LocalDate taxPoint) {
        TaxRateRow best = null;
        for (TaxRateRow row : rows().getOrDefault(new Place(country, category), List.of())) {
            boolean inForce = !row.validFrom().isAfter(taxPoint)
                    && (row.validTo().isEmpty() || !row.validTo().get().isBefore(taxPoint));
            if (inForce && (best == null || row.validFrom().isAfter(best.validFrom()))) {
                best = row;
            }
        }
        return Optional.ofNullable(best).map(TaxRateRow::percent);
    }

    private Map<Place, List<TaxRateRow>> rows() {
        Instant now = clock.now();
        Loaded loaded = latest;
        if (loaded == null || loaded.isOld(now)) {
            Map<Place, List<TaxRateRow>> rows = new HashMap<>();
            for (TaxRateRow row : transactions.read(store::taxRates)) {
                rows.computeIfAbsent(new Place(row.country(), row.category()), place -> new ArrayList<>())
                        .add(row);
            }
            loaded = new Loaded(now, rows);
            latest = loaded;
        }
        return loaded.rows();
    }
}
