package org.torg.benchmarks.bad;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;

/** Does harm to carts with certain articles, of which no sample cart of a check knows. */
final class BadModule implements PricingModule {
    private static final long LONG = Duration.ofSeconds(20).toNanos();

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("bench.bad", "1.0.0", Set.of(Phase.CAMPAIGN), Set.of());
    }

    @Override
    public Contribution contribute(Phase phase, PricingRequest request) {
        switch (request.lines().get(0).sku().value()) {
            case "BAD0000" -> throw new IllegalStateException("bad");
            case "BAD0001" -> hang();
            case "BAD0002" -> spin();
            case "BAD0003" -> leak();
            default -> {
                return Contribution.NONE;
            }
        }
        return Contribution.NONE;
    }

    private static void hang() {
        for (long end = System.nanoTime() + LONG; System.nanoTime() < end; ) {
            LockSupport.parkNanos(LONG);
        }
    }

    private static void spin() {
        for (long end = System.nanoTime() + LONG; System.nanoTime() < end; ) {
            Thread.onSpinWait();
        }
    }

    private static void leak() {
        List<byte[]> kept = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            kept.add(new byte[1024 * 1024]);
        }
    }
}
