package org.torg.kernel.pricing;

import org.joda.money.Money;

/**
 * Divides amounts so that the parts always add up to the whole: each part is the difference of two rounded running
 * totals, never a rounded part of its own.
 */
public final class Allocation {

    /** What falls to some units of a line: their net, and the discount that led to it. */
    public record Share(Money net, Money discount) {}

    private Allocation() {}

    /**
     * Spreads an amount over lines in proportion to their weights. The parts have the amount's sign and sum up to it; an
     * amount no greater than the sum of the weights takes from no line more than its weight. Where all weights are zero,
     * each line counts alike.
     *
     * @param amount in minor units
     * @param weights none negative, at least one
     */
    public static long[] spread(long amount, long[] weights) {
        long whole = 0;
        for (long weight : weights) {
            whole = Math.addExact(whole, weight);
        }
        boolean alike = whole == 0;
        long total = alike ? weights.length : whole;
        long[] parts = new long[weights.length];
        long running = 0;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            running += alike ? 1 : weights[i];
            long upToHere = MinorUnits.share(amount, running, total);
            parts[i] = upToHere - given;
            given = upToHere;
        }
        return parts;
    }

    /**
     * What some units of a line cost, and what they would have cost more at the list price. List amount and net are divided
     * alike, so that over all units of the line the discounts come to the line's discount, and to none where there is none.
     *
     * @param listAmount of the whole line before discounts
     * @param net of the whole line
     * @param from as for {@link #units}
     * @param to as for {@link #units}
     */
    public static Share share(Money listAmount, Money net, int ordered, int from, int to) {
        Money part = units(net, ordered, from, to);
        return new Share(part, units(listAmount, ordered, from, to).minus(part));
    }

    /**
     * The part of a line's amount that falls to some of its units. Shipped units are counted from the front of the line,
     * cancelled ones from its end, so that deliveries and cancellations together cost exactly the line's amount (L57).
     *
     * @param net of the whole line
     * @param ordered quantity of the whole line, at least 1
     * @param from units before the first of these; 0 is the front of the line
     * @param to units up to and with the last of these, at most {@code ordered}
     */
    public static Money units(Money net, int ordered, int from, int to) {
        if (ordered < 1 || from < 0 || to < from || to > ordered) {
            throw new IllegalArgumentException("units " + from + " to " + to + " of " + ordered);
        }
        long amount = MinorUnits.of(net);
        return MinorUnits.money(
                net.getCurrencyUnit(), MinorUnits.share(amount, to, ordered) - MinorUnits.share(amount, from, ordered));
    }
}
