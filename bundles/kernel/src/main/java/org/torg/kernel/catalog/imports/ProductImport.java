package org.torg.kernel.catalog.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.ImportId;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.TaxRateRow;
import org.torg.api.store.StockStore;
import org.torg.api.store.StockStore.Counted;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.kernel.catalog.imports.ProductRowReader.Article;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/**
 * Imports articles with their categories, attributes, stock on hand and standard list prices. The file itself is where good
 * rows wait: it is read once more while they are stored, and judging it again gives the same rows. Stock on hand is written
 * last and in the order of SKUs, as orders lock it: they wait shortly, and never in a circle. Until then it is kept in memory,
 * some 100 bytes for each article.
 */
@Component(service = JobHandler.class)
public final class ProductImport implements JobHandler, ImportContent<Article> {

    static final String KIND = "import-products";

    private static final List<String> REQUIRED = List.of(
            "sku",
            "product",
            "category",
            "brand",
            "ean",
            "price",
            "currency",
            "vat_category",
            "weight_kg",
            "bulky",
            "stock_policy",
            "stock",
            "lead_days");

    private final ImportProcess process;
    private final Transactions transactions;
    private final CatalogStore catalog;
    private final StockStore stock;
    private final PriceStore prices;
    private final Clock clock;

    @Activate
    public ProductImport(
            @Reference ImportProcess process,
            @Reference Transactions transactions,
            @Reference CatalogStore catalog,
            @Reference StockStore stock,
            @Reference PriceStore prices,
            @Reference Clock clock) {
        this.process = process;
        this.transactions = transactions;
        this.catalog = catalog;
        this.stock = stock;
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        process.carryOut(run, this);
    }

    @Override
    public void givenUp(Tx tx, String argument) {
        process.givenUp(tx, this, new ImportId(argument));
    }

    /** The name is required in the vendor's own language. */
    @Override
    public ImportColumns columns(VendorDescriptor vendor) {
        List<String> required = new ArrayList<>(REQUIRED);
        required.add("name_" + vendor.languages().get(0));
        return new ImportColumns(
                required,
                Set.of(),
                name -> ProductRowReader.LOCALIZED.matcher(name).matches()
                        || ProductRowReader.ATTRIBUTE.matcher(name).matches());
    }

    @Override
    public Set<String> numberColumns() {
        return Set.of("price", "weight_kg");
    }

    @Override
    public RowReader<Article> reader(VendorDescriptor vendor, CsvForm form) {
        String country = vendor.seller().address().country();
        Set<String> vatCategories = transactions.read(prices::taxRates).stream()
                .filter(rate -> rate.country().equals(country))
                .map(TaxRateRow::category)
                .collect(Collectors.toSet());
        return new ProductRowReader(vendor, vatCategories, form);
    }

    @Override
    public boolean stages() {
        return false;
    }

    @Override
    public void stage(Tx tx, ImportId id, VendorDescriptor vendor, List<Article> good) {
        throw new UnsupportedOperationException("products are not staged");
    }

    @Override
    public void activate(Tx tx, ImportId id, VendorDescriptor vendor, Again<Article> file) throws IOException {
        Map<String, Category> stored = new LinkedHashMap<>();
        List<Counted> counted = new ArrayList<>();
        file.read(chunk -> {
            if (!chunk.isEmpty()) {
                upsertCategories(tx, chunk, stored);
                catalog.upsert(tx, vendor.id(), chunk.stream().map(Article::row).toList());
                prices.stage(
                        tx,
                        vendor.id(),
                        id.value(),
                        chunk.stream().map(Article::price).toList());
                chunk.forEach(article -> article.row()
                        .onHand()
                        .ifPresent(onHand ->
                                counted.add(new Counted(article.row().variant().sku(), onHand))));
            }
        });
        if (!stored.isEmpty()) {
            prices.activate(tx, vendor.id(), id.value(), clock.now());
        }
        stock.count(tx, vendor.id(), counted);
    }

    private void upsertCategories(Tx tx, List<Article> chunk, Map<String, Category> stored) {
        Map<String, Category> changed = new LinkedHashMap<>();
        for (Article article : chunk) {
            for (Category category : article.categories()) {
                if (!category.equals(stored.get(category.path()))) {
                    changed.put(category.path(), category);
                }
            }
        }
        if (!changed.isEmpty()) {
            catalog.upsertCategories(tx, changed.values());
            stored.putAll(changed);
        }
    }

    @Override
    public void discard(Tx tx, ImportId id) {
        // Nothing was staged outside of the transaction that activates.
    }
}
