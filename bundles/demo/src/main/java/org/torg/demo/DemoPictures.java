package org.torg.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.Imports;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.vendor.VendorDescriptor;

/** Gives each category of a vendor a drawing, and its articles the same one, by the import that staff have too. */
final class DemoPictures {

    private static final Caller CALLER = Caller.machine("demo", Function.CATALOG_READ, Function.CATALOG_IMPORT);

    private final Catalog catalog;
    private final CatalogMedia media;
    private final Imports imports;

    DemoPictures(Catalog catalog, CatalogMedia media, Imports imports) {
        this.catalog = catalog;
        this.media = media;
        this.imports = imports;
    }

    /** Does nothing when the vendor has pictures already. Nobody waits until they are there. */
    void put(VendorDescriptor vendor) throws IOException {
        List<Category> categories = catalog.categories(CALLER, Optional.of(vendor.id()));
        if (categories.isEmpty() || !media.categoryPictures(CALLER, categories).isEmpty()) {
            return;
        }
        ImportRequest request =
                new ImportRequest(ImportRequest.Kind.MEDIA, vendor.id(), false, ImportRequest.OnError.SKIP);
        imports.start(CALLER, Optional.empty(), request, new ByteArrayInputStream(archive(vendor, categories)))
                .orElseThrow();
    }

    private byte[] archive(VendorDescriptor vendor, List<Category> categories) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("media.csv"));
            zip.write(table(vendor, categories).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            for (Category category : categories) {
                zip.putNextEntry(new ZipEntry(file(category.path())));
                try (MemoryCacheImageOutputStream png = new MemoryCacheImageOutputStream(zip)) {
                    ImageIO.write(DemoDrawing.of(category.path(), vendor.accent()), "png", png);
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String file(String category) {
        return category.replace('/', '-') + ".png";
    }

    /** Titles hold no semicolons: names of categories have none. */
    private String table(VendorDescriptor vendor, List<Category> categories) {
        StringBuilder csv = new StringBuilder("sku;category;kind;file;language;title\n");
        for (Category category : categories) {
            for (Map.Entry<String, String> name : category.name().byLanguage().entrySet()) {
                csv.append(';').append(category.path()).append(";picture;").append(file(category.path()));
                csv.append(';')
                        .append(name.getKey())
                        .append(';')
                        .append(name.getValue())
                        .append('\n');
            }
        }
        for (CatalogEntry entry : articles(vendor)) {
            csv.append(entry.variant().sku().value()).append(";;picture;");
            csv.append(file(entry.variant().category())).append(";;\n");
        }
        return csv.toString();
    }

    private List<CatalogEntry> articles(VendorDescriptor vendor) {
        List<CatalogEntry> articles = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Catalog.Listing listing = catalog.find(
                            CALLER,
                            new ProductQuery(
                                    Optional.of(vendor.id()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Map.of(),
                                    false,
                                    new PageRequest(after, PageRequest.MAX)))
                    .orElseThrow();
            articles.addAll(listing.page().items());
            after = listing.page().next();
        } while (after.isPresent());
        return articles;
    }
}
