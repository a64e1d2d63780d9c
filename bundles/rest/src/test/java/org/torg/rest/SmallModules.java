package org.torg.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSet.Origin;
import org.torg.api.module.ModuleSets;
import org.torg.api.module.PartHealth;
import org.torg.api.vendor.VendorId;

/** Two generations of one vendor, and a third that is published; {@code broken.jar} is refused. */
final class SmallModules implements ModuleSets {

    private static final Activation BROKEN = new Activation(List.of("good.jar", "broken.jar"), List.of());
    private static final Refusal REFUSAL = Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "sku-unknown", "There is no article {0}.", Argument.text("x"))
            .with(List.of(Refusal.detail("/files/1", "sku-unknown", "There is no article {0}.", Argument.text("x"))));

    private final SmallMarket market;
    private final List<Object> asked = new ArrayList<>();

    SmallModules(SmallMarket market) {
        this.market = market;
    }

    /** Each key, activation, generation and page that a service was asked for, in their order. */
    List<Object> asked() {
        return asked;
    }

    private static ModuleSet set(long generation, Origin origin) {
        return new ModuleSet(
                Samples.VENDOR,
                generation,
                generation - 1,
                origin,
                Samples.NOW,
                "user:user-1",
                List.of(new ModuleSet.Module(
                        "org.torg.modules.campaign",
                        "1.2.0",
                        "0123456789abcdef".repeat(4),
                        "blob-of-campaign",
                        List.of("PricingModule"))));
    }

    @Override
    public Outcome<ModuleOverview> overview(Caller caller, VendorId vendor) {
        Instant until = Samples.NOW.plusSeconds(30);
        PartHealth working = new PartHealth(
                "org.torg.modules.campaign",
                "campaign.season",
                "1.2.0",
                "PricingModule",
                PartHealth.State.WORKING,
                1200,
                0,
                85,
                Optional.empty());
        PartHealth resting = new PartHealth(
                "org.torg.vendors.lighting",
                "lighting.freight",
                "1.0.0",
                "ShippingModule",
                PartHealth.State.RESTING,
                10,
                9,
                50_000,
                Optional.of(new PartHealth.Failure(Samples.NOW, "took too long")));
        return of(
                caller,
                Function.MODULE_READ,
                vendor,
                new ModuleOverview(
                        set(2, Origin.ACTIVATION),
                        Optional.of(2L),
                        List.of(working, resting),
                        List.of(new ModuleOverview.Draining(1, 3, until)),
                        List.of(
                                new ModuleFile("a.jar", "org.torg.modules.a", "1.0.0", 4711, Optional.empty()),
                                new ModuleFile(
                                        "lighting.jar",
                                        "org.torg.vendors.lighting",
                                        "1.0.0",
                                        1,
                                        Optional.of(Samples.VENDOR))),
                        Optional.of(new ModuleOverview.RefusedCandidate(Samples.NOW, BROKEN, REFUSAL))));
    }

    @Override
    public Outcome<Page<ModuleSet>> generations(Caller caller, VendorId vendor, PageRequest page) {
        asked.add(page);
        return of(
                caller,
                Function.MODULE_READ,
                vendor,
                page.after().isPresent()
                        ? new Page<>(List.of(set(1, Origin.FIRST)), Optional.empty())
                        : new Page<>(List.of(set(2, Origin.ACTIVATION)), Optional.of("2")));
    }

    @Override
    public Outcome<ModuleSet> activate(
            Caller caller, Optional<IdempotencyKey> key, VendorId vendor, Activation activation) {
        key.ifPresent(asked::add);
        asked.add(activation);
        return of(caller, Function.MODULE_ACTIVATE, vendor, set(3, Origin.ACTIVATION))
                .flatMap(set -> activation.equals(BROKEN) ? Outcome.refused(REFUSAL) : Outcome.done(set));
    }

    @Override
    public Outcome<ModuleSet> rollback(Caller caller, Optional<IdempotencyKey> key, VendorId vendor, long generation) {
        key.ifPresent(asked::add);
        asked.add(generation);
        return of(caller, Function.MODULE_ACTIVATE, vendor, set(3, Origin.ROLLBACK));
    }

    private <T> Outcome<T> of(Caller caller, Function function, VendorId vendor, T value) {
        return market.allowed(caller, function, value)
                .flatMap(found -> vendor.equals(Samples.VENDOR)
                        ? Outcome.done(found)
                        : Outcome.refused(Refusal.notFound("vendor")));
    }
}
