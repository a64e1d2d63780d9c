package org.torg.persistence.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Variants as rows of {@code variant} and {@code variant_facet}. */
final class VariantRows {

    /** The alias of {@code variant} is v, of {@code stock} s. */
    static final String SELECT = "SELECT v.vendor, v.sku, v.product, v.category, v.brand, v.ean, v.vat_category,"
            + " v.weight_kg, v.bulky, v.stock_policy, v.lead_days, v.texts, s.on_hand, s.reserved";

    static final String INSERT = "INSERT INTO variant (product, category, brand, ean, vat_category, weight_kg, bulky,"
            + " stock_policy, lead_days, search_text, texts, digest, changed, vendor, sku)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String UPDATE = "UPDATE variant SET product = ?, category = ?, brand = ?, ean = ?, vat_category = ?,"
            + " weight_kg = ?, bulky = ?, stock_policy = ?, lead_days = ?, search_text = ?, texts = ?, digest = ?, changed = ?"
            + " WHERE vendor = ? AND sku = ?";

    static final String INSERT_FACET = "INSERT INTO variant_facet (vendor, sku, code, facet_value) VALUES (?, ?, ?, ?)";

    static final String BRAND = "brand";
    static final String CATEGORY = "category";
    /** The category and each one above it. */
    static final String IN_CATEGORY = "in-category";

    private static final int SEARCH_TEXT = 4000;
    private static final int FACET_VALUE = 255;

    private final Documents documents;

    VariantRows(Documents documents) {
        this.documents = documents;
    }

    /** The document in the column of the same name. */
    record Texts(LocalizedText name, LocalizedText description, Map<String, String> attributes) {}

    StockedVariant read(Row row) throws SQLException {
        StockPolicy policy = StockPolicy.valueOf(row.text("stock_policy"));
        Texts texts = documents.read(row.text("texts"), Texts.class);
        Variant variant = new Variant(
                new VendorId(row.text("vendor")),
                new Sku(row.text("sku")),
                row.text("product"),
                texts.name(),
                texts.description(),
                row.text("category"),
                row.text("brand"),
                row.optionalText("ean"),
                row.text("vat_category"),
                row.decimal("weight_kg"),
                row.flag("bulky"),
                policy,
                row.integer("lead_days"),
                texts.attributes());
        return new StockedVariant(variant, new Availability(policy, row.integer("on_hand"), row.integer("reserved")));
    }

    /** Tells a row that says something new from one that does not; a weight is the same with more zeros. */
    String digest(ProductRow product) {
        Variant variant = product.variant();
        List<String> said = List.of(
                variant.product(),
                variant.category(),
                variant.brand(),
                variant.ean().orElse(""),
                variant.vatCategory(),
                variant.weightKg().stripTrailingZeros().toPlainString(),
                Boolean.toString(variant.bulky()),
                variant.stockPolicy().name(),
                Integer.toString(variant.leadDays()),
                searchText(product),
                texts(variant));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(documents.write(said).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String texts(Variant variant) {
        return documents.write(new Texts(variant.name(), variant.description(), variant.attributes()));
    }

    /**
     * Parameters of {@link #INSERT} and {@link #UPDATE} alike.
     *
     * @param version of the vendor's catalogue that this change makes
     */
    Object[] parameters(ProductRow product, String digest, long version) {
        Variant variant = product.variant();
        return new Object[] {
            variant.product(),
            variant.category(),
            variant.brand(),
            Sql.text(variant.ean()),
            variant.vatCategory(),
            variant.weightKg(),
            variant.bulky(),
            variant.stockPolicy().name(),
            variant.leadDays(),
            searchText(product),
            texts(variant),
            digest,
            version,
            variant.vendor().value(),
            variant.sku().value()
        };
    }

    /** Parameters of {@link #INSERT_FACET}. */
    static List<Object[]> facets(Variant variant) {
        List<Object[]> rows = new ArrayList<>();
        variant.attributes().forEach((code, value) -> {
            if (!Set.of(BRAND, CATEGORY, IN_CATEGORY).contains(code) && !value.isBlank()) {
                rows.add(facet(variant, code, value));
            }
        });
        if (!variant.brand().isBlank()) {
            rows.add(facet(variant, BRAND, variant.brand()));
        }
        rows.add(facet(variant, CATEGORY, variant.category()));
        for (String path : pathAndParents(variant.category())) {
            rows.add(facet(variant, IN_CATEGORY, path));
        }
        return rows;
    }

    private static Object[] facet(Variant variant, String code, String value) {
        return new Object[] {variant.vendor().value(), variant.sku().value(), code, facetValue(value)};
    }

    /** A value as it is compared: cut, because the index bears no longer ones. */
    static String facetValue(String value) {
        return cut(value, FACET_VALUE);
    }

    private static Set<String> pathAndParents(String category) {
        Set<String> paths = new TreeSet<>();
        paths.add(category);
        for (int slash = category.indexOf('/'); slash > 0; slash = category.indexOf('/', slash + 1)) {
            paths.add(category.substring(0, slash));
        }
        return paths;
    }

    private static String searchText(ProductRow product) {
        Variant variant = product.variant();
        Set<String> parts = new TreeSet<>();
        parts.addAll(variant.name().byLanguage().values());
        parts.addAll(product.productName().byLanguage().values());
        String text = variant.sku().value()
                + '\n'
                + variant.ean().orElse("")
                + '\n'
                + variant.brand()
                + '\n'
                + variant.product()
                + '\n'
                + String.join("\n", parts);
        return cut(text.toLowerCase(Locale.ROOT), SEARCH_TEXT);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
