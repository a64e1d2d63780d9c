package org.torg.kernel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Callers.owner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.PageRequest;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.CartView;
import org.torg.api.catalog.Catalog.Listing;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.store.StockStore.Counted;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.job.Turns;
import org.torg.vendors.hearing.HearingVendor;

/** The list of spare parts, and the marker of what is bulky. */
class SparePartsTest {

    private static final VendorId HEARING = new VendorId("hearing");
    private static final Path CATALOGUE =
            Path.of("..", "demo", "src", "main", "resources", "org", "torg", "demo", "hearing-products.csv");
    private static final Sku SOLD_OUT = new Sku("HT-P");

    private static Kernel hearing(Database database) throws IOException {
        database.clean();
        Kernel kernel = new Kernel(database, new SetClock(), new HearingVendor("1.0.0"));
        try (InputStream file = Files.newInputStream(CATALOGUE)) {
            kernel.imports
                    .start(
                            STAFF,
                            Optional.empty(),
                            new ImportRequest(ImportRequest.Kind.PRODUCTS, HEARING, false, ImportRequest.OnError.ABORT),
                            file)
                    .orElseThrow();
        }
        assertThat(new Turns(kernel, kernel.productImport).turn()).isTrue();
        kernel.transactions.change(tx -> kernel.stores.stock().count(tx, HEARING, List.of(new Counted(SOLD_OUT, 0))));
        return kernel;
    }

    private static Listing spareParts(Kernel kernel, boolean orderable, Map<String, List<String>> facets) {
        return kernel.catalog
                .find(
                        Callers.stranger(),
                        new ProductQuery(
                                Optional.empty(),
                                Optional.of("spare-parts"),
                                Optional.empty(),
                                facets,
                                orderable,
                                true,
                                PageRequest.first(100)))
                .orElseThrow();
    }

    private static List<Sku> skus(Listing listing) {
        return listing.page().items().stream()
                .map(entry -> entry.variant().sku())
                .toList();
    }

    private static long count(Listing listing, String code, String value) {
        return listing.facets().stream()
                .filter(facet -> facet.code().equals(code))
                .flatMap(facet -> facet.values().stream())
                .filter(counted -> counted.value().equals(value))
                .mapToLong(Facet.Count::count)
                .sum();
    }

    @OnEveryDatabase
    @Tag("H33")
    void onlySparePartsThatCanBeOrderedAreShownAndCounted(Database database) throws IOException {
        Kernel kernel = hearing(database);

        Listing all = spareParts(kernel, false, Map.of());
        Listing orderable = spareParts(kernel, true, Map.of());

        assertThat(skus(all)).contains(SOLD_OUT).hasSize(13);
        assertThat(skus(orderable)).doesNotContain(SOLD_OUT).hasSize(12);
        assertThat(count(all, "category", "spare-parts/receivers")).isEqualTo(4);
        assertThat(count(orderable, "category", "spare-parts/receivers")).isEqualTo(3);
    }

    @OnEveryDatabase
    @Tag("H33")
    void whatIsPromisedToOthersCannotBeOrderedAndWhatIsBackorderedCan(Database database) throws IOException {
        Shop shop = Shop.open(database);
        shop.onHand(Shop.DENIED, 1);
        shop.orders()
                .place(owner(), Optional.empty(), Shop.order(Map.of(Shop.DENIED, 1)))
                .orElseThrow();

        List<Sku> shown = skus(shop.kernel()
                .catalog
                .find(
                        Callers.stranger(),
                        new ProductQuery(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                true,
                                false,
                                PageRequest.first(100)))
                .orElseThrow());

        assertThat(shown).containsExactly(Shop.BACKORDERED, Shop.BULKY, Shop.UNTRACKED);
    }

    @OnEveryDatabase
    @Tag("H24")
    @Tag("H34")
    void theListOfSparePartsIsFilteredByBrandAndKind(Database database) throws IOException {
        Kernel kernel = hearing(database);

        Listing ofOneBrand = spareParts(
                kernel, true, Map.of("brand", List.of("Klang"), "category", List.of("spare-parts/batteries")));

        assertThat(skus(ofOneBrand)).extracting(Sku::value).containsExactly("BAT-13", "BAT-312", "BAT-675");
        assertThat(count(ofOneBrand, "brand", "Klang")).isEqualTo(3);
        assertThat(count(ofOneBrand, "category", "spare-parts/filters"))
                .as("what the brand has besides, for a second tick")
                .isEqualTo(1);
        assertThat(ofOneBrand.facets()).extracting(Facet::code).contains("brand", "category");
    }

    @OnEveryDatabase
    @Tag("L48")
    void aCartSaysWhichLinesAreBulky(Database database) {
        Shop shop = Shop.open(database);
        CartId id = shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        shop.carts().addLine(owner(), Optional.empty(), id, Shop.DENIED, 1).orElseThrow();
        Cart cart = shop.carts()
                .addLine(owner(), Optional.empty(), id, Shop.BULKY, 2)
                .orElseThrow();

        CartView view = shop.carts().get(owner(), id).orElseThrow();

        assertThat(view.bulky()).containsExactly(cart.lines().get(1).id());
    }
}
