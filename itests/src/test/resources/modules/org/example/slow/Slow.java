package org.example.slow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Component;
import org.torg.api.pricing.*;
import org.torg.api.vendor.Texts;

/** Has nothing to say about a price, and takes nearly as long as it may to say it, of one quantity alone. */
@Component(service = PricingModule.class)
public final class Slow implements PricingModule {
    private static final int QUANTITY = 777;
    private static final long MILLIS = 1_700;

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("slow", "1.0.0", Set.of(Phase.CAMPAIGN), Set.of());
    }

    @Override
    public Contribution contribute(Phase phase, PricingRequest request) {
        if (request.lines().stream().anyMatch(line -> line.quantity() == QUANTITY)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS));
        }
        return new Contribution(List.of(), List.of());
    }

    @Override
    public Texts texts() {
        return new Texts(Map.of());
    }
}
