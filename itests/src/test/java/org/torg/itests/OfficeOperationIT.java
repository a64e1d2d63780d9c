package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue, the parameters and the modules of a vendor, as its staff look after them in a real browser. */
@ExtendWith(PortalShopExtension.class)
class OfficeOperationIT {

    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(BOUND.toMillis());
    private static final String HEADER =
            "sku;product;name_nb;name_en;description_nb;description_en;category;category_nb;category_en;brand;"
                    + "ean;price;currency;vat_category;weight_kg;bulky;stock_policy;stock;lead_days\r\n";
    private static final String BUYER = "ingrid@fjellheim-elektro.example";
    private static final String GOLD = "/office/parameters/lighting/loyalty.gold.percent";
    private static final String SEND = "form[method=post] button[data-kind=main]";
    private static final String SLOW = "org.example.slow";
    private static final int BUYERS = 4;
    private static final String BROKEN = "org.example.unfinished";

    private final PortalShop shop;
    private final VendorModules modules;
    private final Path folder;
    private long before;

    @TempDir
    private Path work;

    OfficeOperationIT(PortalShop shop) {
        this.shop = shop;
        this.modules = new VendorModules(shop.market().as("staff-modules"), "lighting");
        this.folder = shop.server().data().resolveSibling("modules");
    }

    @BeforeEach
    void remember() {
        before = modules.overview().get("desired").get("generation").asLong();
    }

    /** Others find the vendor's rules as they know them. */
    @AfterEach
    void putBack() throws IOException {
        if (modules.overview().get("desired").get("generation").asLong() != before) {
            modules.rollback(before);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("org.example.")) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Articles in a spreadsheet's encoding; each tenth has a price that is a formula. */
    private static FilePayload articles(String prefix, int count) {
        String rows = IntStream.range(0, count)
                .mapToObj(i -> Market.product(
                        prefix + "-" + i, i % 10 == 9 ? "=SUM(A1)" : "129,00", "0,4", false, "deny", "7"))
                .collect(Collectors.joining("\r\n"));
        return new FilePayload(
                "artikler.csv", "text/csv", (HEADER + rows + "\r\n").getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void anImportIsTriedAndThenCarriedOut() throws IOException {
        Page page = shop.staff("staff-catalog");
        page.navigate("/office/articles");
        page.click("a:has-text('Ny import')");
        page.click(SEND);
        assertThat(page.locator(".error")).containsText("Velg en fil");

        page.locator("input[name=faults][value=skip]").check();
        page.setInputFiles("#file", articles("TRY", 20_000));
        page.click(SEND);
        // It goes on whoever looks: the page tells how far it is, and in the end how it ended.
        assertThat(page.locator("progress")).isVisible();
        String address = page.url();
        page.navigate("/office");
        page.navigate(address);
        assertThat(page.locator("#import [role=status]")).containsText("Ingenting er endret", PATIENT);
        assertThat(page.locator("#import [role=status]")).containsText("2\u00a0000 har feil");
        assertThat(page.locator("tbody tr")).hasCount(100);
        assertThat(page.locator("tbody tr").first()).containsText("11");
        assertThat(page.locator("tbody tr").first()).containsText("number-invalid");

        Download report = page.waitForDownload(() -> page.click("a:has-text('Last ned rapporten')"));
        List<String> lines = Files.readAllLines(report.path());
        assertThat(lines).hasSize(2001);
        assertThat(lines.get(1)).startsWith("11;price;TRY-9;number-invalid;");

        page.click("a:has-text('Importer nå')");
        assertThat(page.locator("input[name=run][value=real]")).isChecked();
        assertThat(page.locator("input[name=faults][value=skip]")).isChecked();
    }

    @Test
    void anImportNeedsNoScript() {
        Page page = shop.staff("staff-catalog", shop.browser().open(ColorScheme.LIGHT, 1280, false));
        page.navigate("/office/articles/imports/new?run=real&faults=skip");
        page.setInputFiles("#file", articles("REAL", 20));
        page.click(SEND);
        Await.until("the import", BOUND, () -> {
            page.reload();
            return page.locator("progress").count() == 0;
        });
        assertThat(page.locator("#import [role=status]")).containsText("18 av 20 rader er tatt inn");

        page.navigate("/office/articles/lighting/REAL-3");
        assertThat(page.locator("h1")).containsText("Prøvelampe REAL-3");
        assertThat(page.locator("aside")).containsText("7 på lager");
        page.navigate("/office/articles/imports");
        assertThat(page.locator("tbody tr").first()).containsText("Ferdig");
    }

    @Test
    void aFileThatIsNoTableIsRefusedInWords() {
        Page page = shop.staff("staff-catalog");
        page.navigate("/office/articles/imports/new");
        page.setInputFiles("#file", new FilePayload("utf16.csv", "text/csv", HEADER.getBytes(StandardCharsets.UTF_16)));
        page.click(SEND);
        assertThat(page.locator("#import")).containsText("encoding-unsupported", PATIENT);

        page.navigate("/office/articles/imports/new");
        page.setInputFiles("#file", new FilePayload("empty.csv", "text/csv", new byte[0]));
        page.click(SEND);
        assertThat(page.locator("[role=alert]")).containsText("Filen er tom");
    }

    @Test
    void theCatalogueIsDownloaded() throws IOException {
        Page page = shop.staff("staff-catalog");
        page.navigate("/office/articles");
        Download file = page.waitForDownload(() -> page.click("button:has-text('Last ned CSV')"));
        assertThat(file.suggestedFilename()).isEqualTo("lighting-articles.csv");
        assertThat(Files.readAllLines(file.path()))
                .hasSizeGreaterThan(500)
                .first()
                .asString()
                .contains("sku;");
    }

    /** The price of one on a customer's page, and the sentence that names its generation. */
    private static String price(Page buyer) {
        buyer.reload();
        return buyer.locator("aside .price").textContent();
    }

    private Page buyer() {
        Page buyer = shop.signedIn(BUYER);
        buyer.navigate("/catalogue?vendor=lighting&category=indoor%2Fdownlights");
        buyer.locator(".product h3 a").first().click();
        return buyer;
    }

    @Test
    void aParameterCountsFromItsDayAndPricesNameItsGeneration() {
        Page buyer = buyer();
        String listed = price(buyer);
        Page page = shop.staff("staff-catalog");
        page.navigate(GOLD);
        LocalDate today = LocalDate.parse(page.locator("#from").getAttribute("min"));

        page.fill("#value", "101");
        page.click(SEND);
        assertThat(page.locator("#value-e")).containsText("høyst");
        assertThat(page.locator("#value")).hasValue("101");

        page.fill("#value", "31,5");
        page.fill("#from", today.plusDays(1).toString());
        page.click(SEND);
        assertThat(page.locator(".note[role=status]")).containsText("Generasjon " + (before + 1));
        assertThat(page.locator("aside")).containsText("31,5");
        assertThat(price(buyer)).isEqualTo(listed);

        page.fill("#value", "20,5");
        page.fill("#from", today.toString());
        page.click(SEND);
        assertThat(page.locator(".note[role=status]")).containsText("Generasjon " + (before + 2));
        assertThat(page.locator("aside .price")).containsText("20,5");
        assertThat(price(buyer)).isNotEqualTo(listed);
        assertThat(buyer.locator("aside .trace")).containsText("regelsett " + (before + 2));
    }

    @Test
    void twoWindowsThatChangeTheSameParameterAreTold() {
        Page first = shop.staff("staff-catalog");
        Page second = shop.staff("staff-catalog");
        first.navigate(GOLD);
        second.navigate(GOLD);
        first.fill("#value", "11,5");
        first.click(SEND);
        assertThat(first.locator(".note[role=status]")).isVisible();

        second.fill("#value", "12,5");
        second.click(SEND);
        assertThat(second.locator("[role=alert]")).containsText("11,5");
        assertThat(second.locator("#value")).hasValue("12,5");
        second.click(SEND);
        assertThat(second.locator("aside .price")).containsText("12,5");
    }

    @Test
    void modulesAreSwappedAndTakenBackWhileCustomersGoOn() {
        String file =
                new SwapModules(folder, work).reduction("3.0.0").getFileName().toString();
        Page buyer = buyer();
        String listed = price(buyer);
        Page page = shop.staff("staff-modules");
        page.navigate("/office/modules");
        page.locator("input[value='" + file + "']").check();
        page.click("button:has-text('Se hva som endres')");
        Locator row = page.locator("tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText(SwapModules.REDUCTION);
        assertThat(row).containsText("Kommer til");
        assertThat(price(buyer)).isEqualTo(listed);

        page.click(SEND);
        assertThat(page.locator("main")).containsText("generasjon " + (before + 1) + " er publisert");
        assertThat(page.locator("#modules")).containsText(SwapModules.REDUCTION);
        assertThat(page.locator("#modules")).containsText("Virker");
        assertThat(price(buyer)).isNotEqualTo(listed);
        assertThat(buyer.locator("aside .trace")).containsText(SwapModules.REDUCTION_PART);

        // Nothing of the earlier one is left in the end; the page looks again by itself.
        assertThat(page.locator("progress"))
                .hasCount(
                        0,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions()
                                .setTimeout(BOUND.toMillis()));
        page.click("a:has-text('Tilbake til generasjon " + before + "')");
        assertThat(page.locator("tbody tr")).containsText("Tas ut");
        page.click(SEND);
        assertThat(page.locator("main")).containsText("generasjon " + (before + 2) + " er publisert");
        assertThat(page.locator("#modules")).not().containsText(SwapModules.REDUCTION);
        assertThat(price(buyer)).isEqualTo(listed);
    }

    /** Somebody is always in the middle of it, so that it is at work when the next generation begins. */
    @Test
    void aGenerationThatDrainsIsShownUntilItsLastEvaluationHasEnded() throws InterruptedException {
        String type = SLOW + ".Slow";
        Path slow = ModuleJars.build(folder, SLOW, "1.0.0", Map.of(type, SwapModules.source(type)), Map.of(), Map.of());
        Client buyer = shop.market().as("owner");
        String sku = buyer.get(Market.API + "/products?vendor=lighting&limit=1")
                .json()
                .at("/items/0/sku")
                .asText();
        Map<String, Object> asked = Map.of("vendor", "lighting", "lines", List.of(Map.of("sku", sku, "quantity", 777)));
        Page page = shop.staff("staff-modules");
        AtomicReference<String> shown = new AtomicReference<>("");
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
        try {
            for (int i = 0; i < BUYERS; i++) {
                buyers.execute(() -> {
                    while (open.get()) {
                        buyer.post(Market.API + "/prices", asked);
                    }
                });
            }
            Await.until("a generation that drains", BOUND, () -> {
                modules.activate(slow);
                page.navigate("/office/modules/lighting/generations/" + before);
                page.click(SEND);
                shown.set(page.locator("#modules").textContent());
                return shown.get().contains("Bytte pågår");
            });
        } finally {
            open.set(false);
            buyers.shutdown();
            assertThat(buyers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(shown.get()).containsPattern("\\d+ beregning(er)? igjen").contains("Tar ikke imot nye");
        // The page looks again by itself.
        assertThat(page.locator("#modules")).not().containsText("Bytte pågår", PATIENT);
        assertThat(page.locator("#modules")).not().containsText(SLOW);
    }

    @Test
    void aRefusedCandidateIsNamed() {
        ModuleJars.build(folder, BROKEN, "1.0.0", Map.of(), Map.of(), Map.of("Import-Package", "org.example.missing"));
        Page page = shop.staff("staff-modules");
        page.navigate("/office/modules");
        page.locator("input[value^='" + BROKEN + "']").check();
        page.click("button:has-text('Se hva som endres')");
        page.click(SEND);
        assertThat(page.locator("[role=alert]")).containsText(BROKEN + "-1.0.0.jar");
        assertThat(page.locator("[role=alert]")).containsText("org.example.missing");

        page.navigate("/office/modules");
        assertThat(page.locator(".note")).containsText(BROKEN + "-1.0.0.jar");
        assertThat(page.locator(".note")).containsText("generasjon " + before + " gjelder");
    }

    @Test
    void whoHasNoRightFindsNothing() {
        Page page = shop.staff("staff-catalog");
        assertThat(page.locator("nav a:has-text('Moduler')")).hasCount(0);
        for (String path : List.of(
                "/office/modules", "/office/modules/lighting/generations/1", GOLD.replace("lighting", "dental"))) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobodyIsShutOut(ColorScheme scheme) {
        int width = scheme == ColorScheme.DARK ? 390 : 1280;
        Page page = shop.staff("staff-catalog", shop.browser().open(scheme, width, true));
        for (String path : List.of(
                "/office/articles",
                "/office/articles/imports",
                "/office/articles/imports/new",
                "/office/parameters",
                GOLD)) {
            page.navigate(path);
            Browser.accessible(page);
        }
        page.navigate("/office/articles");
        page.locator("tbody a").first().click();
        Browser.accessible(page);
        Page operator = shop.staff("staff-modules", shop.browser().open(scheme, width, true));
        for (String path : List.of("/office/modules", "/office/modules/lighting/generations")) {
            operator.navigate(path);
            Browser.accessible(operator);
        }
    }
}
