package org.torg.kernel.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.torg.api.pricing.Buyer;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;

/**
 * Chooses among the price rows of one article: those in force on the date and in the currency; of these the greatest
 * quantity break that the quantity reaches; of equal breaks the one that came into force last, then the
 * lowest.
 */
record PriceRows(List<PriceRow> rows, int quantity, LocalDate date, CurrencyUnit currency) {

    /** The list price for everybody. */
    Optional<PriceRow> standard() {
        PriceRow best = null;
        for (PriceRow row : rows) {
            if (row.account().isEmpty()
                    && row.group().isEmpty()
                    && row.list().equals(PriceStore.STANDARD_LIST)
                    && applies(row)) {
                best = better(best, row);
            }
        }
        return Optional.ofNullable(best);
    }

    /** What was agreed: at most one row for the account and one for each of its groups, in the order of the groups. */
    List<PriceRow> agreed(Buyer buyer) {
        PriceRow own = null;
        boolean grouped = false;
        for (PriceRow row : rows) {
            if (row.account().isPresent() && row.account().get().equals(buyer.account()) && applies(row)) {
                own = better(own, row);
            }
            grouped |= row.group().isPresent();
        }
        if (own == null && !grouped) {
            return List.of();
        }
        List<PriceRow> agreed = new ArrayList<>();
        if (own != null) {
            agreed.add(own);
        }
        if (grouped) {
            for (String group : buyer.groups().stream().sorted().toList()) {
                forGroup(group).ifPresent(agreed::add);
            }
        }
        return agreed;
    }

    private Optional<PriceRow> forGroup(String group) {
        PriceRow best = null;
        for (PriceRow row : rows) {
            if (row.account().isEmpty()
                    && row.group().isPresent()
                    && row.group().get().equals(group)
                    && applies(row)) {
                best = better(best, row);
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean applies(PriceRow row) {
        return row.minQuantity() <= quantity
                && (row.validFrom().isEmpty() || !row.validFrom().get().isAfter(date))
                && (row.validTo().isEmpty() || !row.validTo().get().isBefore(date))
                && row.price().getCurrencyUnit().equals(currency);
    }

    private static PriceRow better(@Nullable PriceRow best, PriceRow row) {
        if (best == null || row.minQuantity() > best.minQuantity()) {
            return row;
        }
        if (row.minQuantity() < best.minQuantity()) {
            return best;
        }
        LocalDate bestFrom = best.validFrom().orElse(LocalDate.MIN);
        LocalDate rowFrom = row.validFrom().orElse(LocalDate.MIN);
        if (!rowFrom.equals(bestFrom)) {
            return rowFrom.isAfter(bestFrom) ? row : best;
        }
        return row.price().isLessThan(best.price()) ? row : best;
    }
}
