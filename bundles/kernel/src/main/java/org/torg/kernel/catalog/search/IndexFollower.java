package org.torg.kernel.catalog.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.PageRequest;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.search.ArticleIndex;
import org.torg.api.search.ArticleIndex.Building;
import org.torg.api.search.IndexedArticle;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CatalogStore.Position;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.IndexingStore;
import org.torg.api.store.IndexingStore.Marks;
import org.torg.api.store.IndexingStore.State;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.job.Worker;

/**
 * Keeps this node's index like the catalogue. A look costs one statement, and comes every {@value #POLL_SECONDS} seconds, or a moment after something
 * happened on this node. What changed since is read again; when there is no index, or it has seen more than
 * there is, as after a backup was restored, a new one is built beside it.
 */
@Component(service = IndexFollower.class, immediate = true)
public final class IndexFollower {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final long POLL_SECONDS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** All stock is read again when anything happened, so not too often. */
    private static final Duration STOCK_PAUSE = Duration.ofSeconds(20);

    private static final int CHUNK = 1000;

    private final Transactions transactions;
    private final IndexingStore store;
    private final CatalogStore catalog;
    private final ArticleIndex index;
    private final Nudge nudge;
    private final Runnable wake;
    private final Worker worker;
    private final long stockPause;
    private long stockSeen = -1;
    private long stockRead;

    @Activate
    public IndexFollower(
            @Reference Transactions transactions,
            @Reference IndexingStore store,
            @Reference CatalogStore catalog,
            @Reference ArticleIndex index,
            @Reference Nudge nudge) {
        this(transactions, store, catalog, index, nudge, STOCK_PAUSE);
        nudge.register(wake);
        worker.start();
    }

    private IndexFollower(
            Transactions transactions,
            IndexingStore store,
            CatalogStore catalog,
            ArticleIndex index,
            Nudge nudge,
            Duration stockPause) {
        this.transactions = transactions;
        this.store = store;
        this.catalog = catalog;
        this.index = index;
        this.nudge = nudge;
        this.stockPause = stockPause.toNanos();
        this.stockRead = System.nanoTime() - this.stockPause;
        this.worker = new Worker("torg-search-index", Duration.ofSeconds(POLL_SECONDS), PAUSE, this::turn);
        this.wake = worker::wake;
    }

    /** One that looks only when it is told to. */
    public static IndexFollower still(
            Transactions transactions, IndexingStore store, CatalogStore catalog, ArticleIndex index, Nudge nudge) {
        return new IndexFollower(transactions, store, catalog, index, nudge, Duration.ZERO);
    }

    @Deactivate
    public void stop() {
        nudge.unregister(wake);
        worker.stop();
    }

    private boolean turn() {
        look();
        return false;
    }

    /** Does what is to be done. By one thread at a time. */
    public void look() {
        Marks marks = transactions.read(store::marks);
        Optional<Map<VendorId, Long>> reached = index.versions();
        if (reached.isEmpty() || isBehind(marks.versions(), reached.get())) {
            build(marks);
        } else {
            follow(marks.versions(), reached.get());
            stock(marks);
        }
    }

    /** Builds a new index while the old one is searched. */
    public void build() {
        build(transactions.read(store::marks));
    }

    private static boolean isBehind(Map<VendorId, Long> catalogue, Map<VendorId, Long> reached) {
        return reached.entrySet().stream()
                .anyMatch(vendor -> catalogue.getOrDefault(vendor.getKey(), 0L) < vendor.getValue());
    }

    private void build(Marks marks) {
        LOG.info("The index for search is built");
        long begun = System.nanoTime();
        Trees trees = trees();
        long articles = 0;
        try (Building building = index.build()) {
            Optional<Position> after = Optional.empty();
            List<StockedVariant> chunk;
            do {
                Optional<Position> from = after;
                chunk = transactions.read(tx -> catalog.find(tx, EVERYTHING, from, CHUNK));
                building.add(trees.of(chunk));
                articles += chunk.size();
                after = last(chunk);
            } while (chunk.size() == CHUNK);
            building.publish(marks.versions());
        }
        stockSeen = marks.events();
        LOG.info(
                "The index for search has {} articles; it took {} ms",
                articles,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private static final ProductQuery EVERYTHING = new ProductQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            false,
            PageRequest.first(PageRequest.DEFAULT));

    private static Optional<Position> last(List<StockedVariant> chunk) {
        return chunk.isEmpty()
                ? Optional.empty()
                : Optional.of(new Position(
                        chunk.get(chunk.size() - 1).variant().sku(),
                        chunk.get(chunk.size() - 1).variant().vendor()));
    }

    private void follow(Map<VendorId, Long> catalogue, Map<VendorId, Long> reached) {
        if (catalogue.equals(reached)) {
            return;
        }
        Trees trees = trees();
        Map<VendorId, Long> versions = new LinkedHashMap<>(reached);
        catalogue.forEach((vendor, version) -> {
            long known = reached.getOrDefault(vendor, 0L);
            Optional<Sku> after = Optional.empty();
            List<StockedVariant> chunk;
            do {
                Optional<Sku> from = after;
                chunk = transactions.read(tx -> store.changed(tx, vendor, known, from, CHUNK));
                if (chunk.size() < CHUNK) {
                    // Only now the index has all: were it to break off before, it would begin again.
                    versions.put(vendor, version);
                }
                if (!chunk.isEmpty() || version > known) {
                    index.put(trees.of(chunk), versions);
                }
                after = last(chunk).map(Position::sku);
            } while (chunk.size() == CHUNK);
        });
    }

    private void stock(Marks marks) {
        if (marks.events() == stockSeen || System.nanoTime() - stockRead < stockPause) {
            return;
        }
        Optional<ArticleKey> after = Optional.empty();
        List<State> chunk;
        do {
            Optional<ArticleKey> from = after;
            chunk = transactions.read(tx -> store.states(tx, from, CHUNK));
            Map<ArticleKey, AvailabilityState> states = new HashMap<>();
            chunk.forEach(state -> states.put(state.key(), state.state()));
            index.states(states);
            after = chunk.isEmpty()
                    ? Optional.empty()
                    : Optional.of(chunk.get(chunk.size() - 1).key());
        } while (chunk.size() == CHUNK);
        stockSeen = marks.events();
        stockRead = System.nanoTime();
    }

    private Trees trees() {
        Map<ArticleCategory, Category> categories = new HashMap<>();
        transactions
                .read(tx -> catalog.categories(tx, Optional.empty()))
                .forEach(category -> categories.put(new ArticleCategory(category.vendor(), category.path()), category));
        return new Trees(categories);
    }

    private record ArticleCategory(VendorId vendor, String path) {}

    /** The categories of all vendors. */
    private record Trees(Map<ArticleCategory, Category> categories) {

        List<IndexedArticle> of(List<StockedVariant> variants) {
            return variants.stream().map(this::of).toList();
        }

        private IndexedArticle of(StockedVariant found) {
            String path = found.variant().category();
            List<Category> own = new ArrayList<>();
            for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
                add(found, path.substring(0, end), own);
            }
            add(found, path, own);
            return new IndexedArticle(found.variant(), own, AvailabilityState.of(found.availability()));
        }

        private void add(StockedVariant found, String path, List<Category> own) {
            Optional.ofNullable(
                            categories.get(new ArticleCategory(found.variant().vendor(), path)))
                    .ifPresent(own::add);
        }
    }
}
