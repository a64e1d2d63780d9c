package org.torg.kernel.catalog.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogSearch;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.search.ArticleIndex;
import org.torg.api.search.ArticleIndex.Found;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.catalog.CatalogEntries;
import org.torg.kernel.command.Gate;

/**
 * Searches by the index, and shows what was found as the database has it now. Each vendor on a page costs one statement for the
 * articles, one for the names of categories, and two for prices where they are wanted and may be seen; suggestions cost none.
 */
@Component(service = CatalogSearch.class)
public final class CatalogSearchService implements CatalogSearch {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,6}");

    private final Transactions transactions;
    private final CatalogStore store;
    private final CatalogEntries entries;
    private final ArticleIndex index;
    private final Gate gate;

    @Activate
    public CatalogSearchService(
            @Reference Transactions transactions,
            @Reference CatalogStore store,
            @Reference CatalogEntries entries,
            @Reference ArticleIndex index,
            @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.entries = entries;
        this.index = index;
        this.gate = gate;
    }

    @Override
    public Outcome<Result> search(Caller caller, SearchQuery asked, PageRequest page) {
        Optional<Refusal> refusal = gate.requireAnywhere(caller, Function.CATALOG_READ)
                .or(() -> asked.text().flatMap(CatalogSearchService::tooLong))
                .or(() -> page.after().flatMap(CatalogSearchService::notACursor));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<VendorId> vendor = asked.vendor().or(() -> confinement(caller));
        if (vendor.filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.done(new Result(new Page<>(List.of(), Optional.empty()), 0, false, List.of()));
        }
        SearchQuery query = vendor.map(asked::of).orElse(asked);
        int from = page.after().map(Integer::parseInt).orElse(0);
        int limit = Math.min(page.limit(), Math.max(0, DEEPEST - from));
        return index.search(query, caller.language(), from, limit)
                .map(found -> Outcome.done(result(caller, query, found, from + limit)))
                .orElseGet(() -> Outcome.refused(notReady()));
    }

    private Result result(Caller caller, SearchQuery query, Found found, int end) {
        List<CatalogEntry> shown = entries.of(caller, variants(found.keys()), query.withPrices());
        Optional<String> next =
                end < Math.min(found.total(), DEEPEST) ? Optional.of(Integer.toString(end)) : Optional.empty();
        return new Result(new Page<>(shown, next), found.total(), found.relaxed(), found.facets());
    }

    /** In the same order. */
    private List<StockedVariant> variants(List<ArticleKey> keys) {
        Map<VendorId, List<Sku>> byVendor = new LinkedHashMap<>();
        keys.forEach(key -> byVendor.computeIfAbsent(key.vendor(), vendor -> new ArrayList<>())
                .add(key.sku()));
        Map<ArticleKey, StockedVariant> known = new HashMap<>();
        byVendor.forEach((vendor, skus) -> transactions
                .read(tx -> store.variants(tx, vendor, skus))
                .forEach(found ->
                        known.put(new ArticleKey(vendor, found.variant().sku()), found)));
        return keys.stream().map(known::get).filter(found -> found != null).toList();
    }

    @Override
    public Outcome<Suggestions> suggest(Caller caller, String text, Optional<VendorId> named, int limit) {
        if (limit < 1 || limit > MOST_SUGGESTED) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_SUGGESTED);
        }
        Optional<Refusal> refusal =
                gate.requireAnywhere(caller, Function.CATALOG_READ).or(() -> tooLong(text));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<VendorId> vendor = named.or(() -> confinement(caller));
        if (text.isBlank() || vendor.filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.done(new Suggestions(List.of(), List.of(), List.of()));
        }
        return index.suggest(text, vendor, caller.language(), limit)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(notReady()));
    }

    /** Who is confined to a vendor finds nothing of the others. */
    private static Optional<VendorId> confinement(Caller caller) {
        return caller.actingFor().flatMap(Caller.ActingFor::confinedTo);
    }

    private static Optional<Refusal> tooLong(String text) {
        return text.length() <= SearchQuery.MAX_TEXT
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "text-too-long",
                        "This may have {0} characters at most.",
                        Argument.number(SearchQuery.MAX_TEXT)));
    }

    private static Optional<Refusal> notACursor(String cursor) {
        return CURSOR.matcher(cursor).matches()
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
    }

    private static Refusal notReady() {
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE, "search-not-ready", "Search is being prepared. Try again in a moment.");
    }
}
