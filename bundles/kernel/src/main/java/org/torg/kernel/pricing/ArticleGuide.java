package org.torg.kernel.pricing;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.Variant;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Guidance;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.vendor.Generation;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.VendorRegistry;

/** Judges one article as it is configured, outside of any price. Vendor code is called: not to be used inside a transaction. */
@Component(service = ArticleGuide.class)
public final class ArticleGuide {

    private final Generations generations;
    private final Transactions transactions;
    private final CatalogStore catalog;
    private final Configurator configurator;
    private final Clock clock;

    @Activate
    public ArticleGuide(
            @Reference Generations generations,
            @Reference Transactions transactions,
            @Reference CatalogStore catalog,
            @Reference Configurator configurator,
            @Reference Clock clock) {
        this.generations = generations;
        this.transactions = transactions;
        this.catalog = catalog;
        this.configurator = configurator;
        this.clock = clock;
    }

    /** @param guidance empty for an article that is not configured */
    public record Judged(Variant variant, Optional<Guidance> guidance) {}

    /**
     * How an article stands under these answers. Refused with {@code sku-unknown}, {@code answer-invalid},
     * {@code configuration-none} when there are answers and nothing asks for them, {@code vendor-unavailable},
     * {@code vendor-failed}. Without answers it is judged while the vendor is away too: as one that is not configured.
     */
    public Outcome<Judged> judge(VendorId vendor, Sku sku, Optional<Answers> answers) {
        List<StockedVariant> found = Sku.isValid(sku.value())
                ? transactions.read(tx -> catalog.variants(tx, vendor, List.of(sku)))
                : List.of();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "sku-unknown", "There is no article {0}.", Argument.text(sku.value())));
        }
        Variant variant = found.get(0).variant();
        Outcome<Judged> judged =
                generations.using(Optional.of(vendor), generation -> judge(generation, variant, answers));
        return judged instanceof Outcome.Refused<Judged> && answers.isEmpty()
                ? Outcome.done(new Judged(variant, Optional.empty()))
                : judged;
    }

    private Outcome<Judged> judge(Generation generation, Variant variant, Optional<Answers> answers) {
        var date = clock.today(generation.vendor().descriptor().seller().zone());
        try {
            return configurator
                    .guide(
                            generation.vendor(),
                            generation.parameters(date),
                            date,
                            variant.product(),
                            answers.orElse(Answers.NONE))
                    .flatMap(guidance -> guidance.isEmpty() && answers.isPresent()
                            ? Outcome.refused(none(variant))
                            : Outcome.done(new Judged(variant, guidance)));
        } catch (VendorFailure e) {
            return Outcome.refused(VendorRegistry.failed());
        }
    }

    private static Refusal none(Variant variant) {
        return Refusal.of(
                Refusal.Kind.UNPROCESSABLE,
                "configuration-none",
                "The article {0} is not configured.",
                Argument.text(variant.sku().value()));
    }
}
