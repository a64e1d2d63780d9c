package org.torg.kernel.catalog.imports;

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
 * Imports articles with their categories, attributes, stock on hand and standard list prices. Prices are staged and become visible
 * first, all at once: no article is ever seen without one. The articles follow in steps, so that readers wait for one step at most,
 * where they wait at all. The file itself is where they wait: it is read once more, and judging it again gives the same rows. In each
 * step stock on hand is written last and in the order of SKUs, as orders lock it: they wait shortly, and never in a circle.
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
        return true;
    }

    @Override
    public void stage(Tx tx, ImportId id, VendorDescriptor vendor, List<Article> good) {
        prices.stage(
                tx, vendor.id(), id.value(), good.stream().map(Article::price).toList());
    }

    @Override
    public boolean inSteps() {
        return true;
    }

    @Override
    public void begin(Tx tx, ImportId id, VendorDescriptor vendor) {
        prices.activate(tx, vendor.id(), id.value(), clock.now());
    }

    @Override
    public void step(Tx tx, VendorDescriptor vendor, List<Article> rows) {
        upsertCategories(tx, rows);
        catalog.upsert(tx, vendor.id(), rows.stream().map(Article::row).toList());
        List<Counted> counted = new ArrayList<>();
        rows.forEach(article -> article.row()
                .onHand()
                .ifPresent(onHand ->
                        counted.add(new Counted(article.row().variant().sku(), onHand))));
        stock.count(tx, vendor.id(), counted);
    }

    @Override
    public void activate(Tx tx, ImportId id, VendorDescriptor vendor, Again<Article> file) {
        throw new UnsupportedOperationException("products become visible in steps");
    }

    private void upsertCategories(Tx tx, List<Article> rows) {
        Map<String, Category> categories = new LinkedHashMap<>();
        rows.forEach(article -> article.categories().forEach(category -> categories.put(category.path(), category)));
        catalog.upsertCategories(tx, categories.values());
    }

    @Override
    public void discard(Tx tx, ImportId id) {
        prices.discard(tx, id.value());
    }
}
