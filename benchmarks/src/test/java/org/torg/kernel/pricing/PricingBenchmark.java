package org.torg.kernel.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.torg.api.Message;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.PricingLine;
import org.torg.kernel.vendor.GuardedVendor;

/**
 * Prices a cart of a buyer with a loyalty tier through campaign modules, behind the guard, with trace and facts hash, without
 * signing. Each module looks at every line and discounts every fifth, or every one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PricingBenchmark {
    @Param("100")
    public int lines;

    @Param("5")
    public int modules;

    /** A module discounts every so many'th line. */
    @Param("5")
    public int every;

    private PriceInput input;
    private GuardedVendor vendor;

    @Setup
    public void prepare() {
        TestVendor vendor = new TestVendor("bench").with(TestModule.tiers("10"));
        for (int i = 0; i < modules; i++) {
            vendor.with(discount(i));
        }
        Carts cart = Carts.of(vendor).tier("tier-0");
        for (int i = 1; i <= lines; i++) {
            cart.line("L" + i, 1 + i % 7, (50 + i % 400) + ".00");
        }
        input = cart.input();
        this.vendor = (GuardedVendor) input.vendor();
    }

    private TestModule discount(int number) {
        BigDecimal percent = BigDecimal.valueOf(1 + number);
        Message message = Message.of("bench.discount", "Discount");
        return TestModule.of("bench.discount-" + number, Phase.CAMPAIGN, request -> {
            List<Adjustment> adjustments = new ArrayList<>();
            List<PricingLine> all = request.lines();
            for (int i = 0; i < all.size(); i++) {
                if ((i + number) % every == 0) {
                    adjustments.add(Adjustment.lineDiscount(
                            Phase.CAMPAIGN, all.get(i).id(), percent, "bench.discount", message));
                }
            }
            return new Contribution(adjustments, List.of());
        });
    }

    @Benchmark
    public PricedCart price() {
        return vendor.evaluate(() -> PriceCalculation.calculate(input, Carts.RATES))
                .orElseThrow()
                .cart();
    }
}
