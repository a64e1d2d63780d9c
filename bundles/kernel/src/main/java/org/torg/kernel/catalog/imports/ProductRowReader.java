package org.torg.kernel.catalog.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.torg.api.Argument;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.vendor.VendorDescriptor;

/** Judges the rows of a product file, in the order of the file. One reader for each reading: it remembers the SKUs. */
final class ProductRowReader implements RowReader<ProductRowReader.Article> {

    /** What a good row says: the variant, its price in the standard list, and its category with those above. */
    record Article(ProductRow row, PriceRow price, List<Category> categories) {}

    static final Pattern LOCALIZED = Pattern.compile("(name|description|category)_([a-z]{2})");
    static final Pattern ATTRIBUTE = Pattern.compile("attr_([a-z0-9_]{1,60})");

    private static final Pattern CODE = Pattern.compile("[\\p{L}0-9][\\p{L}0-9._/ +-]{0,99}");
    private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*){0,9}");
    private static final Map<String, Boolean> FLAGS = Map.of(
            "yes", true, "no", false, "true", true, "false", false, "1", true, "0", false, "ja", true, "nei", false);
    private static final BigDecimal MAX_WEIGHT = BigDecimal.valueOf(100_000);
    private static final int MAX_PATH = 200;

    private final VendorDescriptor vendor;
    private final Set<String> vatCategories;
    private final CsvForm form;
    private final Map<String, Integer> places;
    private final Numerals numerals;
    private final SeenKeys seen = new SeenKeys();

    /** @param vatCategories those of the seller's country */
    ProductRowReader(VendorDescriptor vendor, Set<String> vatCategories, CsvForm form) {
        this.vendor = vendor;
        this.vatCategories = vatCategories;
        this.form = form;
        this.places = RowReader.places(form);
        this.numerals = new Numerals(form.decimals());
    }

    @Override
    public List<Article> read(List<CsvRow> rows, Faults faults) {
        List<Article> good = new ArrayList<>();
        for (CsvRow row : rows) {
            Cells cells = new Cells(row, places, numerals, faults);
            if (row.fault().isPresent()) {
                CsvRow.Fault fault = row.fault().get();
                faults.add(row.line(), "", cells.cell("sku"), fault.code(), fault.message());
            } else {
                Article article = article(cells);
                if (cells.isGood()) {
                    good.add(article);
                }
            }
        }
        return good;
    }

    private Article article(Cells cells) {
        Sku sku = newSku(cells);
        LocalizedText name = localized(cells, "name", 200);
        if (cells.cell("name_" + language()).isEmpty()) {
            cells.fault("name_" + language(), "value-missing", "A value is needed here.");
        }
        String path = category(cells);
        BigMoney price = cells.price(vendor.currency());
        StockPolicy policy = policy(cells);
        Variant variant = new Variant(
                vendor.id(),
                sku,
                cells.code(
                        "product",
                        CODE,
                        "product-invalid",
                        "A product code has up to 100 letters, digits and hyphens."),
                name,
                localized(cells, "description", 4000),
                path,
                cells.requiredText("brand", 100),
                ean(cells),
                vatCategory(cells),
                weight(cells),
                flag(cells, "bulky"),
                policy,
                cells.cell("lead_days").isEmpty() ? 0 : cells.whole("lead_days", "number-invalid", 0, 999),
                attributes(cells));
        ProductRow row = new ProductRow(variant, upToFirstComma(name), stock(cells, policy));
        PriceRow listPrice = new PriceRow(
                sku,
                PriceStore.STANDARD_LIST,
                Optional.empty(),
                Optional.empty(),
                1,
                price,
                Optional.empty(),
                Optional.empty());
        return new Article(row, listPrice, categories(cells, path));
    }

    private String language() {
        return vendor.languages().get(0);
    }

    private Sku newSku(Cells cells) {
        Sku sku = cells.sku();
        if (Sku.isValid(sku.value())) {
            OptionalLong first = seen.firstLine(sku.value(), cells.line());
            first.ifPresent(line -> cells.fault(
                    "sku", "sku-duplicate", "The article stands on line {0} already.", Argument.number(line)));
        }
        return sku;
    }

    private LocalizedText localized(Cells cells, String what, int max) {
        Map<String, String> texts = new TreeMap<>();
        for (String column : form.header()) {
            Matcher matcher = LOCALIZED.matcher(column);
            if (matcher.matches() && matcher.group(1).equals(what)) {
                String text = cells.text(column, max);
                if (!text.isEmpty()) {
                    texts.put(matcher.group(2), text);
                }
            }
        }
        return new LocalizedText(texts);
    }

    /** The group is named as its variants are, up to what tells them apart. */
    private static LocalizedText upToFirstComma(LocalizedText name) {
        Map<String, String> texts = new TreeMap<>();
        name.byLanguage().forEach((language, text) -> {
            int comma = text.indexOf(", ");
            texts.put(language, comma < 0 ? text : text.substring(0, comma));
        });
        return new LocalizedText(texts);
    }

    private String category(Cells cells) {
        String path =
                cells.code("category", PATH, "category-invalid", "A category is a path such as indoor/downlights.");
        if (path.length() > MAX_PATH) {
            cells.fault("category", "text-too-long", "At most {0} characters.", Argument.number(MAX_PATH));
        }
        return path;
    }

    /** {@code Innendørs/Downlights} names {@code indoor} and {@code indoor/downlights}; without names the codes do. */
    private List<Category> categories(Cells cells, String path) {
        LocalizedText names = localized(cells, "category", 400);
        String[] codes = path.split("/", -1);
        List<Map<String, String>> levels = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            levels.add(new TreeMap<>());
        }
        names.byLanguage().forEach((language, text) -> {
            String[] parts = text.split("/", -1);
            if (parts.length == codes.length) {
                for (int i = 0; i < parts.length; i++) {
                    levels.get(i).put(language, parts[i].strip());
                }
            } else {
                cells.fault(
                        "category_" + language,
                        "category-invalid",
                        "The category has {0} parts, its name has {1}.",
                        Argument.number(codes.length),
                        Argument.number(parts.length));
            }
        });
        List<Category> categories = new ArrayList<>();
        StringBuilder soFar = new StringBuilder();
        for (int i = 0; i < codes.length; i++) {
            soFar.append(i == 0 ? "" : "/").append(codes[i]);
            Map<String, String> texts = levels.get(i).isEmpty() ? Map.of(language(), codes[i]) : levels.get(i);
            categories.add(new Category(vendor.id(), soFar.toString(), new LocalizedText(texts)));
        }
        return categories;
    }

    private static Optional<String> ean(Cells cells) {
        String ean = cells.cell("ean");
        if (!ean.isEmpty() && !Eans.isValid(ean)) {
            cells.fault("ean", "ean-invalid", "The EAN has another number of digits or a wrong check digit.");
        }
        return ean.isEmpty() ? Optional.empty() : Optional.of(ean);
    }

    private String vatCategory(Cells cells) {
        String category = cells.cell("vat_category");
        if (!vatCategories.contains(category)) {
            cells.fault(
                    "vat_category",
                    "vat-category-unknown",
                    "Known are {0}.",
                    Argument.text(vatCategories.stream().sorted().collect(Collectors.joining(", "))));
        }
        return category;
    }

    private static BigDecimal weight(Cells cells) {
        BigDecimal weight = cells.number("weight_kg", 4, MAX_WEIGHT);
        if (weight.signum() < 0) {
            cells.fault("weight_kg", "number-invalid", "A weight is not below zero.");
        }
        return weight;
    }

    private static boolean flag(Cells cells, String column) {
        Boolean flag = FLAGS.get(cells.cell(column).toLowerCase(Locale.ROOT));
        if (flag == null) {
            cells.fault(column, "flag-invalid", "It must be yes or no.");
        }
        return Boolean.TRUE.equals(flag);
    }

    private static StockPolicy policy(Cells cells) {
        String text = cells.cell("stock_policy").toUpperCase(Locale.ROOT);
        for (StockPolicy policy : StockPolicy.values()) {
            if (policy.name().equals(text)) {
                return policy;
            }
        }
        cells.fault("stock_policy", "stock-policy-unknown", "Known are deny, backorder and untracked.");
        return StockPolicy.DENY;
    }

    /** An empty cell leaves the stock as it is; of what is made to order none is counted. */
    private static Optional<Integer> stock(Cells cells, StockPolicy policy) {
        if (cells.cell("stock").isEmpty()) {
            return Optional.empty();
        }
        int stock = cells.whole("stock", "quantity-invalid", 0, 100_000_000);
        return policy == StockPolicy.UNTRACKED ? Optional.empty() : Optional.of(stock);
    }

    private Map<String, String> attributes(Cells cells) {
        Map<String, String> attributes = new TreeMap<>();
        for (String column : form.header()) {
            Matcher matcher = ATTRIBUTE.matcher(column);
            if (matcher.matches() && !cells.cell(column).isEmpty()) {
                attributes.put(matcher.group(1), cells.text(column, 200));
            }
        }
        return attributes;
    }
}
