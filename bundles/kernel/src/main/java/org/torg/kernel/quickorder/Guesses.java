package org.torg.kernel.quickorder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.CatalogSearch;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.quickorder.Report.Article;
import org.torg.api.search.ArticleIndex;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/**
 * Guesses which articles were meant, by the index alone and one statement for their names. Fail-open: without an index, and after
 * {@value #MOST} of them, there are no guesses.
 */
@Component(service = Guesses.class)
public final class Guesses {

    private static final int MOST = 100;
    private static final int EACH = 3;
    private static final int LONGEST = 60;

    private final ArticleIndex index;
    private final Transactions transactions;
    private final CatalogStore catalog;
    private final Gate gate;

    @Activate
    public Guesses(
            @Reference ArticleIndex index,
            @Reference Transactions transactions,
            @Reference CatalogStore catalog,
            @Reference Gate gate) {
        this.index = index;
        this.transactions = transactions;
        this.catalog = catalog;
        this.gate = gate;
    }

    /** By what was typed, the likeliest first. */
    Map<String, List<Article>> of(Caller caller, VendorId vendor, Set<String> typed) {
        if (gate.requireAnywhere(caller, Function.CATALOG_READ).isPresent()) {
            return Map.of();
        }
        Map<String, List<Sku>> found = new LinkedHashMap<>();
        Set<Sku> all = new HashSet<>();
        typed.stream()
                .filter(text -> !text.isBlank() && text.length() <= LONGEST)
                .limit(MOST)
                .forEach(text -> {
                    List<Sku> likely = likely(text, vendor, caller.language());
                    found.put(text, likely);
                    all.addAll(likely);
                });
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<Sku, Article> named = new HashMap<>();
        transactions
                .read(tx -> catalog.variants(tx, vendor, all))
                .forEach(known -> named.put(
                        known.variant().sku(),
                        new Article(known.variant().sku(), known.variant().name())));
        Map<String, List<Article>> guesses = new HashMap<>();
        found.forEach((text, skus) -> guesses.put(
                text, skus.stream().map(named::get).filter(Objects::nonNull).toList()));
        return guesses;
    }

    private List<Sku> likely(String text, VendorId vendor, Locale language) {
        Set<Sku> likely = new LinkedHashSet<>();
        index.suggest(text, Optional.of(vendor), language, EACH)
                .map(CatalogSearch.Suggestions::articles)
                .orElse(List.of())
                .forEach(one -> likely.add(one.article().sku()));
        if (likely.isEmpty()) {
            SearchQuery query = new SearchQuery(
                    Optional.of(text),
                    Optional.of(vendor),
                    Optional.empty(),
                    Map.of(),
                    Set.of(),
                    SearchQuery.Sort.RELEVANCE,
                    false,
                    false);
            index.search(query, language, 0, EACH)
                    .map(ArticleIndex.Found::keys)
                    .orElse(List.of())
                    .forEach((ArticleKey key) -> likely.add(key.sku()));
        }
        return List.copyOf(likely);
    }
}
