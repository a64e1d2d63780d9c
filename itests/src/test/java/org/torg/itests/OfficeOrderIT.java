package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.torg.itests.Client.Reply;

/** The daily work of the back office in a real browser: orders, shipments, quotes. */
@ExtendWith(PortalShopExtension.class)
class OfficeOrderIT {

    private static final String BUYER = "ingrid@fjellheim-elektro.example";
    private static final String CLINIC = "hanne@solsiden-tannklinikk.example";
    private static final String LABORATORY = "lab@dvale.example";
    private static final String WAREHOUSE = "sortiment@horlund.example";
    private static final String MAIN = PortalShop.MAIN;
    private static final String MONEY = ".m, .price, .trace, .sums";

    private final PortalShop shop;
    private final Browser browser;
    private final Market market;

    OfficeOrderIT(PortalShop shop) {
        this.shop = shop;
        this.browser = shop.browser();
        this.market = shop.market();
    }

    /** With the second factor, as staff must. */
    private Page staff(String email, Page page) throws IOException, InterruptedException {
        page.navigate("/office");
        page.fill("#email", email);
        page.fill("#password", shop.password(email));
        page.click(MAIN);
        page.fill("#code", code(email));
        page.click(MAIN);
        assertThat(page.locator(".office h1")).isVisible();
        return page;
    }

    private String code(String email) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("..", "karaf-distribution", "src", "demo", "OneTimeCode.java")
                                .toString(),
                        shop.server().data().resolve("demo-logins.txt").toString(),
                        email)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.strip();
    }

    /** Somebody's program: for customers, who have no second factor. */
    private Client customer(String email) {
        Reply reply =
                market.stranger().post(API + "/sessions", Map.of("email", email, "password", shop.password(email)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return market.stranger().as(reply.json().get("token").asText());
    }

    private static JsonNode placed(Client client, String body) {
        Reply placed = client.post(API + "/orders", body);
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.json();
    }

    /** What is in stock at this vendor and is bought as it stands. */
    private static List<String> articles(Client client, String vendor, int count) {
        JsonNode found =
                client.get(API + "/products?vendor=" + vendor + "&limit=100").json();
        return StreamSupport.stream(found.get("items").spliterator(), false)
                .filter(item -> item.at("/availability/available").asInt() > 50)
                .map(item -> item.get("sku").asText())
                .limit(count)
                .toList();
    }

    private JsonNode lamps(String reference) {
        Client buyer = customer(BUYER);
        List<String> skus = articles(buyer, "lighting", 2);
        return placed(
                buyer,
                "{\"acceptPrices\":\"current\",\"vendor\":\"lighting\",\"purchaseOrderReference\":\"" + reference
                        + "\",\"lines\":[{\"sku\":\"" + skus.get(0) + "\",\"quantity\":5},{\"sku\":\"" + skus.get(1)
                        + "\",\"quantity\":2}]}");
    }

    /** A clinic's guard against grinding by models, for a patient. */
    private JsonNode guard() {
        Client clinic = customer("hanne@solsiden-tannklinikk.example");
        String account = clinic.get(API + "/accounts/current").json().get("id").asText();
        String location = clinic.get(API + "/accounts/" + account + "/locations")
                .json()
                .findValuesAsText("id")
                .get(0);
        clinic.put(API + "/sessions/current", Map.of("account", account, "location", location));
        String patient = clinic.post(API + "/recipients", Map.of("name", "Kåre Ødegård"))
                .json()
                .get("id")
                .asText();
        return placed(
                clinic,
                "{\"acceptPrices\":\"current\",\"vendor\":\"dental\",\"lines\":[{\"sku\":\"AP-VERN\",\"quantity\":1,"
                        + "\"recipient\":\"" + patient + "\",\"answers\":{\"case-type\":{\"chosen\":[\"models\"]},"
                        + "\"records-ready\":{\"chosen\":[\"yes\"]},\"bite\":{\"chosen\":[\"wax\"]},"
                        + "\"notes\":{\"text\":\"Ekstra tykk ved 46\"}}}]}");
    }

    private static void move(Page page, String state) {
        page.locator("li", new Page.LocatorOptions().setHasText(state))
                .locator("form[action$='/move'] button")
                .first()
                .click();
        assertThat(page.locator(".toast")).containsText("Ordren er flyttet");
    }

    @Test
    @Tag("D25")
    @Tag("D26")
    @Tag("D27")
    @Tag("D28")
    @Tag("D33")
    void aLaboratoryTakesAnOrderThroughItsStatesUntilItIsSent() throws Exception {
        String number = guard().get("number").asText();
        Page page = staff(LABORATORY, browser.open());
        page.navigate("/office/orders");
        page.locator("a", new Page.LocatorOptions().setHasText(number)).click();
        Locator main = page.locator("main");
        assertThat(main).containsText("Ekstra tykk ved 46");
        assertThat(main).containsText("Ikke ennå: blir mulig i statusen");
        assertThat(main).not().containsText("Kåre Ødegård");
        page.click("a[href$='people=show']");
        assertThat(main).containsText("Kåre Ødegård");

        page.locator("form[action*='/tasks/'] button").first().click();
        assertThat(page.locator(".toast")).containsText("Oppgaven er gjort");

        page.selectOption("#hold", "on-hold-records-insufficient");
        page.locator("form:has(#hold) button").click();
        assertThat(page.locator("h1 .badge")).containsText("På vent");
        page.navigate("/office/orders?view=hold");
        assertThat(page.locator("tbody")).containsText(number);
        page.locator("a", new Page.LocatorOptions().setHasText(number)).click();

        move(page, "Produksjon");
        assertThat(main).containsText("Ikke mulig fra denne statusen");
        move(page, "Kvalitetskontroll");
        move(page, "Godkjent");
        page.click("a[href$='/ship']");
        page.click(MAIN);
        assertThat(page.locator(".toast")).containsText("Forsendelsen er registrert");
        assertThat(page.locator("h1 .badge")).containsText("Sendt");
        assertThat(page.locator("form[action$='/move']")).hasCount(0);
    }

    /** Nine triangles as a scanner writes them. */
    private static byte[] scan() {
        ByteBuffer mesh = ByteBuffer.allocate(84 + 50 * 9).order(ByteOrder.LITTLE_ENDIAN);
        mesh.putInt(80, 9);
        for (int i = 0; i < 9; i++) {
            int at = 84 + 50 * i;
            mesh.putFloat(at + 8, 1).putFloat(at + 24, 1 + i).putFloat(at + 40, 1);
        }
        return mesh.array();
    }

    @Test
    @Tag("D20")
    @Tag("D22")
    void aLaboratoryDownloadsTheScanThatAClinicHasSent() throws Exception {
        Page clinic = shop.signedIn(CLINIC);
        clinic.navigate("/choose");
        Locator choice = clinic.locator("main button[name=account][value*='/']").first();
        String[] chosen = choice.getAttribute("value").split("/");
        choice.click();
        clinic.navigate("/products/dental/AP-VERN/configure");
        clinic.locator("input[name='a.case-type'][value=scan]").check();
        clinic.fill("[data-drop] input[maxlength]", "Overkjeve til laboratoriet");
        clinic.locator("[data-drop] input[type=file]")
                .setInputFiles(new FilePayload("Kåre Ødegård.stl", "model/stl", scan()));
        Locator file = clinic.locator("[data-files=scans] li[data-upload]:visible")
                .filter(new Locator.FilterOptions().setHasText("Overkjeve til laboratoriet"));
        assertThat(file).containsText("kontrollert");
        String upload = file.locator("input[type=checkbox]").getAttribute("value");

        Client program = customer(CLINIC);
        program.put(API + "/sessions/current", Map.of("account", chosen[0], "location", chosen[1]));
        String patient = program.post(API + "/recipients", Map.of("name", "Kåre Ødegård"))
                .json()
                .get("id")
                .asText();
        JsonNode order = placed(
                program,
                "{\"acceptPrices\":\"current\",\"vendor\":\"dental\",\"lines\":[{\"sku\":\"AP-VERN\",\"quantity\":1,"
                        + "\"recipient\":\"" + patient + "\",\"answers\":{\"case-type\":{\"chosen\":[\"scan\"]},"
                        + "\"scans\":{\"files\":[\"" + upload + "\"]},\"bite\":{\"chosen\":[\"scanned\"]}}}]}");

        Page page = staff(LABORATORY, browser.open());
        page.navigate("/office/orders/" + order.get("id").asText());
        Locator sent = page.locator("li", new Page.LocatorOptions().setHasText("Overkjeve til laboratoriet"));
        Download download = page.waitForDownload(() -> sent.locator("a").click());
        assertThat(download.suggestedFilename()).endsWith(".stl").doesNotContain("Kåre", "degård");
        // The mesh as it was, without what a scanner may have written before it.
        byte[] kept = Files.readAllBytes(download.path());
        assertThat(Arrays.copyOfRange(kept, 80, kept.length)).isEqualTo(Arrays.copyOfRange(scan(), 80, scan().length));
        Browser.accessible(page);

        Page other = shop.staff("staff-orders");
        assertThat(other.navigate("/office/orders/" + order.get("id").asText() + "/files/" + upload)
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("D43")
    void ordersAreFoundByTheDaysOnWhichTheyWerePlaced() {
        String number = lamps("Periode").get("number").asText();
        Page page = shop.staff("staff-orders");
        page.navigate("/office/orders");
        String today = (String)
                page.evaluate("() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date())");
        page.fill("#text", number);
        page.fill("#from", today);
        page.fill("#until", today);
        page.click("form:has(#from) button");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText(number);
        page.click("nav.tabs a:has-text('Alle') >> nth=-1");
        assertThat(page.locator("#from")).hasValue(today);
        assertThat(page.locator("tbody")).containsText(number);

        page.fill("#until", "2001-01-01");
        page.fill("#from", "");
        page.click("form:has(#from) button");
        assertThat(page.locator("main .empty")).isVisible();
        page.click("a:has-text('Fjern filtre')");
        assertThat(page.locator("#until")).hasValue("");
        assertThat(page.locator("#text")).hasValue("");
    }

    @Test
    @Tag("L24")
    @Tag("L38")
    void aPartIsSentInParcelsAndFaultsStandBesideTheirFields() throws Exception {
        JsonNode order = lamps("Delvis");
        Page page = shop.staff("staff-orders");
        page.navigate("/office/orders?q=" + order.get("number").asText());
        page.locator("tbody a").first().click();
        page.click("a[href$='/ship']");
        Locator first = page.locator("input[name^='quantity.']").first();
        assertThat(first).hasValue("5");
        first.fill("9");
        page.locator("input[name^='quantity.']").nth(1).fill("0");
        page.fill("[id='carrier.0']", "Posten");
        page.fill("[id='tracking.0']", "70730259");
        page.click(MAIN);
        assertThat(page.locator("td .error")).hasCount(1);
        assertThat(page.locator("[id='tracking.0']")).hasValue("70730259");
        page.locator("input[name^='quantity.']").first().fill("3");
        page.fill("[id='link.0']", "http://sporing.example/70730259");
        page.click(MAIN);
        assertThat(page.locator("[id='e-link.0']")).isVisible();
        page.fill("[id='link.0']", "https://sporing.example/70730259");
        page.click(MAIN);
        assertThat(page.locator("main")).containsText("3 sendt");
        assertThat(page.locator("aside a[href='https://sporing.example/70730259']"))
                .hasText("70730259");
        page.navigate("/office/shipments");
        assertThat(page.locator("tbody tr").first())
                .containsText(order.get("number").asText());
        Await.until("The invoice", Duration.ofSeconds(60), () -> {
            page.navigate("/office/invoices");
            return page.content().contains(order.get("number").asText());
        });
        page.locator("tbody a").first().click();
        assertThat(page.locator("h1")).containsText("Faktura");
    }

    @Test
    @Tag("L25")
    void whoeverIsLateIsToldAndLosesNothing() throws Exception {
        String id = lamps("To faner").get("id").asText();
        Page one = shop.staff("staff-orders");
        one.navigate("/office/orders/" + id);
        Page other = one.context().newPage();
        other.navigate("/office/orders/" + id);
        one.click("summary:has-text('Avbestill varer')");
        one.locator("input[name^='quantity.']").first().fill("1");
        one.fill("#reason", "Kunden angret");
        move(other, "Klargjøres");
        one.click("form[action$='/cancel'] button");
        assertThat(one.locator("[role=alert]")).isVisible();
        assertThat(one.locator("h1 .badge")).containsText("Klargjøres");
    }

    @Test
    @Tag("L15")
    @Tag("L16")
    @Tag("L19")
    void aQuoteIsAnsweredAndOrderedAtItsPrice() throws Exception {
        Page buyer = shop.signedIn(BUYER);
        buyer.navigate("/catalogue?vendor=lighting&category=indoor%2Fdownlights");
        buyer.locator(".product h3 a").first().click();
        buyer.fill("#quantity", "4");
        buyer.click("button[formaction='/projects/choose']");
        buyer.check("input[name=list][value=new]");
        buyer.fill("#name", "Trapperom");
        buyer.click(MAIN);
        buyer.navigate("/projects");
        buyer.locator("main .rows a:has-text('Trapperom')").first().click();
        buyer.click("#ask button");
        String id = buyer.url().replaceAll(".*/", "");

        Page page = shop.staff("staff-orders");
        page.navigate("/office/quotes");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Trapperom"));
        assertThat(row).containsText("igjen");
        row.locator("a").click();
        page.locator("input[name^='price.']").fill("mye");
        page.fill("#message", "Siste parti");
        page.click(MAIN);
        assertThat(page.locator("td .error")).isVisible();
        assertThat(page.locator("#message")).hasValue("Siste parti");
        page.locator("input[name^='price.']").fill("71,50");
        page.click(MAIN);
        assertThat(page.locator("main")).containsText("286,00");

        buyer.navigate("/quotes/" + id);
        assertThat(buyer.locator("main")).containsText("Siste parti");
        buyer.click("form[action$='/order'] button");
        assertThat(buyer.locator("main")).containsText("286,00");
        page.navigate("/office/quotes/" + id);
        page.click(".note a[href^='/office/orders/']");
        assertThat(page.locator("main")).containsText("286,00");
    }

    @Test
    void theWarehouseSeesNoPrice() throws Exception {
        Client admin = market.as("administrator");
        String person = StreamSupport.stream(
                        admin.get(API + "/staff/people?vendor=hearing")
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(each -> each.path("email").asText().equals(WAREHOUSE))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        Reply changed = admin.put(
                API + "/staff/people/" + person + "/rights?vendor=hearing", Map.of("role", "staff-warehouse"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        Client shop = customer("karin@lyssna-horselklinik.example");
        JsonNode order = placed(
                shop,
                "{\"acceptPrices\":\"current\",\"vendor\":\"hearing\",\"lines\":[{\"sku\":\""
                        + articles(shop, "hearing", 1).get(0) + "\",\"quantity\":2}]}");

        Page page = staff(WAREHOUSE, browser.open());
        for (String path : List.of(
                "/office", "/office/orders", "/office/orders/" + order.get("id").asText(), "/office/shipments")) {
            page.navigate(path);
            assertThat(page.locator("main " + MONEY)).hasCount(0);
            assertThat(page.locator("main").textContent()).doesNotContainPattern("\\d,\\d\\d\\s*kr");
        }
        page.navigate("/office/orders/" + order.get("id").asText());
        assertThat(page.locator("form[action$='/move'], form[action$='/cancel']"))
                .hasCount(0);
        page.click("a[href$='/ship']");
        assertThat(page.locator("main " + MONEY)).hasCount(0);
        page.click(MAIN);
        assertThat(page.locator("main")).containsText("2 skickade");
        page.navigate("/office/quotes");
        assertThat(page.locator("main .code")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobodyIsShutOut(ColorScheme scheme) throws Exception {
        String order = "/office/orders/" + lamps("Axe " + scheme).get("id").asText();
        Page page = shop.staff("staff-orders", browser.open(scheme, scheme == ColorScheme.DARK ? 390 : 1280, true));
        for (String path : List.of(
                "/office",
                "/office/orders",
                "/office/orders?view=state-picking",
                "/office/orders?q=nothing&from=2026-01-01&until=2026-01-02",
                order,
                order + "/ship",
                "/office/tasks",
                "/office/shipments",
                "/office/quotes",
                "/office/quotes?view=all",
                "/office/invoices")) {
            page.navigate(path);
            Browser.accessible(page);
        }
    }
}
