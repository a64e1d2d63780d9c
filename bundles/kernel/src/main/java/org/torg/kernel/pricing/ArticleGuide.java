package org.torg.kernel.pricing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        return judge(vendor, List.of(new Asked(sku, answers))).get(0);
    }

    /** What is asked about one article. */
    public record Asked(Sku sku, Optional<Answers> answers) {}

    /** Several at once, each as if it were alone and in the same order. One statement for all. */
    public List<Outcome<Judged>> judge(VendorId vendor, List<Asked> asked) {
        Map<Sku, Variant> known = variants(vendor, asked);
        Outcome<List<Outcome<Judged>>> judged = generations.using(Optional.of(vendor), generation -> {
            // Equal ones are judged once: a solver is asked.
            Map<Asked, Outcome<Judged>> byQuestion = new HashMap<>();
            return Outcome.done(asked.stream()
                    .map(one -> byQuestion.computeIfAbsent(
                            one,
                            each -> judge(known, each, variant -> {
                                return judge(generation, variant, each.answers());
                            })))
                    .toList());
        });
        return judged instanceof Outcome.Refused<List<Outcome<Judged>>> refused
                ? asked.stream()
                        .map(one -> judge(known, one, variant -> Outcome.refused(refused.refusal())))
                        .toList()
                : judged.orElseThrow();
    }

    private Map<Sku, Variant> variants(VendorId vendor, List<Asked> asked) {
        List<Sku> valid = asked.stream()
                .map(Asked::sku)
                .filter(sku -> Sku.isValid(sku.value()))
                .distinct()
                .toList();
        Map<Sku, Variant> known = new HashMap<>();
        if (!valid.isEmpty()) {
            transactions
                    .read(tx -> catalog.variants(tx, vendor, valid))
                    .forEach(found -> known.put(found.variant().sku(), found.variant()));
        }
        return known;
    }

    private static Outcome<Judged> judge(
            Map<Sku, Variant> known, Asked asked, Function<Variant, Outcome<Judged>> evaluation) {
        Variant variant = known.get(asked.sku());
        if (variant == null) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "sku-unknown",
                    "There is no article {0}.",
                    Argument.text(asked.sku().value())));
        }
        Outcome<Judged> judged = evaluation.apply(variant);
        return judged instanceof Outcome.Refused<Judged> && asked.answers().isEmpty()
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
