package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.joda.money.CurrencyUnit;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;

/** The freight, fees and surcharges of a price in the making. */
final class RunningCharges {

    private final List<Running> charges = new ArrayList<>();

    private static final class Running {
        private final ChargeKind kind;
        private final Step step;
        private final Optional<String> vatCategory;
        private long net;

        Running(ChargeKind kind, Step step, Optional<String> vatCategory, long net) {
            this.kind = kind;
            this.step = step;
            this.vatCategory = vatCategory;
            this.net = net;
        }
    }

    /** @param vatCategory empty for a charge that follows the goods */
    void add(ChargeKind kind, Step step, Optional<String> vatCategory, long net) {
        charges.add(new Running(kind, step, vatCategory, net));
    }

    /** Takes from the charges of this kind, in their order; the rest of the amount, if any, is lost. */
    void take(ChargeKind kind, long amount) {
        long left = amount;
        for (Running charge : charges) {
            if (charge.kind == kind) {
                long taken = Math.min(left, charge.net);
                charge.net -= taken;
                left -= taken;
            }
        }
    }

    long of(ChargeKind kind) {
        long sum = 0;
        for (Running charge : charges) {
            sum += charge.kind == kind ? charge.net : 0;
        }
        return sum;
    }

    /**
     * The charges as the steps have left them, each with its category. One that follows the goods is divided over their
     * categories in proportion to what they come to; it stays whole where there is one category, or nothing to divide.
     *
     * @param goods net of the lines by VAT category, at least one
     */
    List<Charge> done(CurrencyUnit currency, SortedMap<String, Long> goods) {
        List<Charge> done = new ArrayList<>(charges.size());
        for (Running charge : charges) {
            if (charge.vatCategory.isPresent()) {
                done.add(part(charge, currency, charge.vatCategory.get(), charge.net));
            } else if (charge.net == 0) {
                done.add(part(charge, currency, goods.firstKey(), 0));
            } else {
                divide(charge, currency, goods, done);
            }
        }
        return done;
    }

    private static void divide(
            Running charge, CurrencyUnit currency, SortedMap<String, Long> goods, List<Charge> done) {
        long[] weights = goods.values().stream().mapToLong(Long::longValue).toArray();
        long[] parts = Allocation.spread(charge.net, weights);
        int next = 0;
        for (String category : goods.keySet()) {
            long net = parts[next++];
            if (net != 0) {
                done.add(part(charge, currency, category, net));
            }
        }
    }

    private static Charge part(Running charge, CurrencyUnit currency, String category, long net) {
        return new Charge(
                charge.kind, charge.step.rule(), charge.step.message(), MinorUnits.money(currency, net), category);
    }
}
