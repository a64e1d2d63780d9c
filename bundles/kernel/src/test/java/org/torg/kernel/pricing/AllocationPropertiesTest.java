package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.Money;

/** Parts always add up to the whole. */
class AllocationPropertiesTest {

    @Provide
    Arbitrary<long[]> weights() {
        return Arbitraries.longs()
                .between(0, 1_000_000_000_000L)
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    @Property(tries = 5000)
    void partsAddUpToTheAmountAndHaveItsSign(
            @ForAll("weights") long[] weights,
            @ForAll @LongRange(min = -10_000_000_000_000L, max = 10_000_000_000_000L) long amount) {
        long[] parts = Allocation.spread(amount, weights);

        assertThat(Arrays.stream(parts).sum()).isEqualTo(amount);
        assertThat(Arrays.stream(parts)).allMatch(part -> part == 0 || Long.signum(part) == Long.signum(amount));
    }

    @Property(tries = 5000)
    void aDiscountTakesFromNoLineMoreThanItHas(@ForAll("weights") long[] weights, @ForAll Random random) {
        long whole = Arrays.stream(weights).sum();
        long discount = whole == 0 ? 0 : Math.floorMod(random.nextLong(), whole + 1);

        long[] parts = Allocation.spread(-discount, weights);

        for (int i = 0; i < parts.length; i++) {
            assertThat(-parts[i]).isBetween(0L, weights[i]);
        }
    }

    /** Random deliveries from the front and cancellations from the end, in any order. */
    @Property(tries = 20000)
    @Tag("L57")
    void deliveriesAndCancellationsTogetherCostTheLine(
            @ForAll @LongRange(min = 0, max = 100_000_000) long net,
            @ForAll @IntRange(min = 1, max = 400) int ordered,
            @ForAll Random random) {
        Money amount = Money.ofMinor(Carts.NOK, net);
        Money sum = Money.zero(Carts.NOK);
        int shipped = 0;
        int cancelled = 0;
        while (shipped + cancelled < ordered) {
            int units = 1 + random.nextInt(ordered - shipped - cancelled);
            if (random.nextInt(3) == 0) {
                sum = sum.plus(Allocation.units(amount, ordered, ordered - cancelled - units, ordered - cancelled));
                cancelled += units;
            } else {
                Money part = Allocation.units(amount, ordered, shipped, shipped + units);
                assertThat(part.isNegative()).isFalse();
                sum = sum.plus(part);
                shipped += units;
            }
        }
        assertThat(sum).isEqualTo(amount);
    }

    @Property(tries = 2000)
    void aPartIsWithinOneOereOfItsFairShare(
            @ForAll @LongRange(min = 0, max = 100_000_000) long net,
            @ForAll @IntRange(min = 1, max = 1000) int ordered,
            @ForAll Random random) {
        int from = random.nextInt(ordered);
        int to = from + 1 + random.nextInt(ordered - from);

        long part = Allocation.units(Money.ofMinor(Carts.NOK, net), ordered, from, to)
                .getAmountMinorLong();

        assertThat(Math.abs(part - (double) net * (to - from) / ordered)).isLessThanOrEqualTo(1.0);
    }
}
