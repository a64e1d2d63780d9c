package org.torg.kernel.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CatalogStore.Position;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/** Shows what is for sale. */
@Component(service = Catalog.class)
public final class CatalogService implements Catalog {

    private static final int MAX_TEXT = 200;

    private final Transactions transactions;
    private final CatalogStore store;
    private final CatalogEntries entries;
    private final Gate gate;

    @Activate
    public CatalogService(
            @Reference Transactions transactions,
            @Reference CatalogStore store,
            @Reference CatalogEntries entries,
            @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.entries = entries;
        this.gate = gate;
    }

    @Override
    public Outcome<Listing> find(Caller caller, ProductQuery asked) {
        ProductQuery query = within(caller, asked);
        Optional<Position> after = query.page().after().flatMap(CatalogCursor::read);
        Optional<Refusal> refusal =
                gate.requireAnywhere(caller, Function.CATALOG_READ).or(() -> objection(query, after));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (query.vendor().filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.done(new Listing(new Page<>(List.of(), Optional.empty()), List.of()));
        }
        int limit = query.page().limit();
        List<StockedVariant> found = transactions.read(tx -> store.find(tx, query, after, limit + 1));
        boolean more = found.size() > limit;
        List<StockedVariant> page = more ? found.subList(0, limit) : found;
        Optional<String> next = more ? Optional.of(cursor(page.get(limit - 1))) : Optional.empty();
        List<Facet> facets = query.withFacets() ? transactions.read(tx -> store.facets(tx, query)) : List.of();
        return Outcome.done(new Listing(new Page<>(entries.of(caller, page), next), facets));
    }

    /** Who is confined to a vendor sees of the others nothing, not even that they are there. */
    private static ProductQuery within(Caller caller, ProductQuery query) {
        return new ProductQuery(
                query.vendor().or(() -> confinement(caller)),
                query.category(),
                query.text(),
                query.facets(),
                query.orderable(),
                query.withFacets(),
                query.page());
    }

    private static Optional<VendorId> confinement(Caller caller) {
        return caller.actingFor().flatMap(Caller.ActingFor::confinedTo);
    }

    private static Optional<Refusal> objection(ProductQuery query, Optional<Position> after) {
        if (query.page().after().isPresent() && after.isEmpty()) {
            return Optional.of(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        return query.text()
                .filter(text -> text.length() > MAX_TEXT)
                .map(text -> Refusal.of(Refusal.Kind.MALFORMED, "text-too-long", "A search may have 200 characters."));
    }

    private static String cursor(StockedVariant last) {
        return CatalogCursor.write(
                new Position(last.variant().sku(), last.variant().vendor()));
    }

    @Override
    public Outcome<CatalogEntry> get(Caller caller, Optional<VendorId> named, Sku sku) {
        Optional<VendorId> vendor = named.or(() -> confinement(caller));
        Optional<Refusal> denied = gate.requireAnywhere(caller, Function.CATALOG_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (!Sku.isValid(sku.value()) || vendor.filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.refused(Refusal.notFound("product"));
        }
        List<StockedVariant> found = transactions.read(
                tx -> vendor.isPresent() ? store.variants(tx, vendor.get(), List.of(sku)) : store.variants(tx, sku));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("product"));
        }
        if (found.size() > 1) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "vendor-required", "Several vendors have this article: name one."));
        }
        return Outcome.done(entries.of(caller, found).get(0));
    }

    @Override
    public Outcome<List<CatalogEntry>> named(Caller caller, VendorId vendor, Collection<Sku> skus) {
        Optional<Refusal> denied = gate.requireAnywhere(caller, Function.CATALOG_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (skus.isEmpty() || caller.isConfinedFrom(vendor)) {
            return Outcome.done(List.of());
        }
        List<StockedVariant> found = transactions.read(tx -> store.variants(tx, vendor, skus));
        return Outcome.done(entries.of(caller, found, false));
    }

    @Override
    public List<Category> categories(Caller caller, Optional<VendorId> named) {
        Optional<VendorId> vendor = named.or(() -> confinement(caller));
        return caller.mayAnywhere(Function.CATALOG_READ)
                        && vendor.filter(caller::isConfinedFrom).isEmpty()
                ? transactions.read(tx -> store.categories(tx, vendor))
                : List.of();
    }
}
