package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;

/** The freight, fees and surcharges of a price in the making. */
final class RunningCharges {

    private final List<Running> charges = new ArrayList<>();

    private static final class Running {
        private final ChargeKind kind;
        private final Step step;
        private final String vatCategory;
        private long net;

        Running(ChargeKind kind, Step step, String vatCategory, long net) {
            this.kind = kind;
            this.step = step;
            this.vatCategory = vatCategory;
            this.net = net;
        }
    }

    void add(ChargeKind kind, Step step, String vatCategory, long net) {
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

    void addTo(Map<String, Long> taxable) {
        for (Running charge : charges) {
            taxable.merge(charge.vatCategory, charge.net, Long::sum);
        }
    }

    List<Charge> done(CurrencyUnit currency) {
        List<Charge> done = new ArrayList<>(charges.size());
        for (Running charge : charges) {
            done.add(new Charge(
                    charge.kind,
                    charge.step.rule(),
                    charge.step.message(),
                    MinorUnits.money(currency, charge.net),
                    charge.vatCategory));
        }
        return done;
    }
}
