package org.torg.kernel.pricing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore.StockedVariant;

/** The articles of one evaluation, loaded at most twice: those that were asked for, and those that they yield. */
final class Articles {

    private final Map<Sku, StockedVariant> known = new HashMap<>();
    private final Function<Collection<Sku>, List<StockedVariant>> store;

    Articles(List<StockedVariant> asked, Function<Collection<Sku>, List<StockedVariant>> store) {
        this.store = store;
        add(asked);
    }

    private void add(List<StockedVariant> variants) {
        variants.forEach(variant -> known.put(variant.variant().sku(), variant));
    }

    /** Loads those that are not known yet, if there are any. */
    void need(Collection<Sku> skus) {
        List<Sku> unknown =
                skus.stream().filter(sku -> !known.containsKey(sku)).distinct().toList();
        if (!unknown.isEmpty()) {
            add(store.apply(unknown));
        }
    }

    Map<Sku, StockedVariant> known() {
        return known;
    }

    Optional<StockedVariant> find(Sku sku) {
        return Optional.ofNullable(known.get(sku));
    }
}
