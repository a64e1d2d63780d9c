package org.torg.kernel.catalog.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.torg.api.LocalizedText;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.CatalogExports.Csv;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CatalogStore.Position;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.kernel.catalog.imports.PlainTexts;

/**
 * One vendor's articles as they are read. The catalogue is read twice, because the header must know all languages and attributes;
 * of each reading a page of {@value #PAGE} articles is in memory.
 */
final class ProductFile implements Csv {

    private static final int PAGE = 500;
    private static final int LEAST_DECIMALS = 2;
    /** Whose own prices there are none. */
    private static final AccountId NOBODY = new AccountId("-");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter(';').build();

    private static final List<String> FIRST = List.of("sku", "product");
    private static final List<String> LAST = List.of(
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

    private final Transactions transactions;
    private final CatalogStore catalog;
    private final PriceStore prices;
    private final VendorDescriptor vendor;
    private final LocalDate date;
    private final boolean withStock;

    ProductFile(
            Transactions transactions,
            CatalogStore catalog,
            PriceStore prices,
            VendorDescriptor vendor,
            LocalDate date,
            boolean withStock) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.prices = prices;
        this.vendor = vendor;
        this.date = date;
        this.withStock = withStock;
    }

    /** What there is besides the columns of every file. */
    private static final class Columns {
        private final SortedSet<String> languages = new TreeSet<>();
        private final SortedSet<String> attributes = new TreeSet<>();

        void see(Variant variant) {
            languages.addAll(variant.name().byLanguage().keySet());
            languages.addAll(variant.description().byLanguage().keySet());
            attributes.addAll(variant.attributes().keySet());
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Map<String, Category> categories = new HashMap<>();
        transactions
                .read(tx -> catalog.categories(tx, Optional.of(vendor.id())))
                .forEach(category -> categories.put(category.path(), category));
        Columns columns = new Columns();
        columns.languages.addAll(vendor.languages().subList(0, 1));
        categories
                .values()
                .forEach(category ->
                        columns.languages.addAll(category.name().byLanguage().keySet()));
        pages(page -> page.forEach(found -> columns.see(found.variant())));

        out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(text, FORMAT);
        csv.printRecord(header(columns));
        pages(page -> {
            Map<Sku, PriceRow> listed = listed(page);
            for (StockedVariant found : page) {
                csv.printRecord(row(
                        found,
                        columns,
                        categories,
                        Optional.ofNullable(listed.get(found.variant().sku()))));
            }
        });
        csv.flush();
    }

    private interface Page {
        void take(List<StockedVariant> page) throws IOException;
    }

    private void pages(Page taker) throws IOException {
        ProductQuery all = new ProductQuery(
                Optional.of(vendor.id()),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                false,
                PageRequest.first(PageRequest.DEFAULT));
        Optional<Position> after = Optional.empty();
        List<StockedVariant> page;
        do {
            Optional<Position> from = after;
            page = transactions.read(tx -> catalog.find(tx, all, from, PAGE));
            taker.take(page);
            if (!page.isEmpty()) {
                after = Optional.of(
                        new Position(page.get(page.size() - 1).variant().sku(), vendor.id()));
            }
        } while (page.size() == PAGE);
    }

    /** What everybody pays for one piece without an end or a beginning: what the product import has set. */
    private Map<Sku, PriceRow> listed(List<StockedVariant> page) {
        Map<Sku, PriceRow> listed = new HashMap<>();
        List<Sku> skus = page.stream().map(found -> found.variant().sku()).toList();
        if (!skus.isEmpty()) {
            transactions.read(tx -> prices.prices(tx, vendor.id(), skus, NOBODY, List.of(), date)).stream()
                    .filter(row -> row.list().equals(PriceStore.STANDARD_LIST)
                            && row.account().isEmpty()
                            && row.group().isEmpty()
                            && row.minQuantity() == 1
                            && row.validFrom().isEmpty()
                            && row.validTo().isEmpty())
                    .forEach(row -> listed.put(row.sku(), row));
        }
        return listed;
    }

    private static List<String> header(Columns columns) {
        List<String> header = new ArrayList<>(FIRST);
        for (String what : List.of("name", "description", "category")) {
            columns.languages.forEach(language -> header.add(what + "_" + language));
        }
        header.addAll(LAST);
        columns.attributes.forEach(code -> header.add("attr_" + code));
        return header;
    }

    private List<String> row(
            StockedVariant found, Columns columns, Map<String, Category> categories, Optional<PriceRow> price) {
        Variant variant = found.variant();
        List<String> cells = new ArrayList<>();
        cells.add(variant.sku().value());
        cells.add(variant.product());
        texts(variant.name(), columns, cells);
        texts(variant.description(), columns, cells);
        columns.languages.forEach(
                language -> cells.add(PlainTexts.write(categoryName(variant.category(), language, categories))));
        cells.add(variant.category());
        cells.add(PlainTexts.write(variant.brand()));
        cells.add(variant.ean().orElse(""));
        cells.add(price.map(row -> number(row.price().getAmount(), LEAST_DECIMALS))
                .orElse(""));
        cells.add(vendor.currency().getCode());
        cells.add(variant.vatCategory());
        cells.add(number(variant.weightKg(), LEAST_DECIMALS));
        cells.add(variant.bulky() ? "yes" : "no");
        cells.add(variant.stockPolicy().name().toLowerCase(Locale.ROOT));
        cells.add(
                withStock && variant.stockPolicy() != StockPolicy.UNTRACKED
                        ? Integer.toString(found.availability().onHand())
                        : "");
        cells.add(Integer.toString(variant.leadDays()));
        columns.attributes.forEach(
                code -> cells.add(PlainTexts.write(variant.attributes().getOrDefault(code, ""))));
        return cells;
    }

    private static void texts(LocalizedText text, Columns columns, List<String> cells) {
        columns.languages.forEach(
                language -> cells.add(PlainTexts.write(text.byLanguage().getOrDefault(language, ""))));
    }

    /** The names of all parts, or nothing when one has none in this language. */
    private static String categoryName(String path, String language, Map<String, Category> categories) {
        List<String> names = new ArrayList<>();
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String part = end < 0 ? path : path.substring(0, end);
            Optional<String> name = Optional.ofNullable(categories.get(part))
                    .map(category -> category.name().byLanguage().get(language));
            if (name.isEmpty()) {
                return "";
            }
            names.add(name.get());
            if (end < 0) {
                return String.join("/", names);
            }
        }
    }

    private static String number(BigDecimal value, int decimals) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.setScale(Math.max(decimals, plain.scale())).toPlainString().replace('.', ',');
    }
}
