package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From files and favourites to orders and what becomes of them, in a real browser. */
@ExtendWith(PortalShopExtension.class)
class OrderPortalIT {

    private static final String BUYER = "ingrid@fjellheim-elektro.example";
    private static final String CLINIC = "hanne@solsiden-tannklinikk.example";
    private static final String DOWNLIGHTS = "/catalogue?vendor=lighting&category=indoor%2Fdownlights";
    private static final String SPLINT = "/products/dental/SK-ANKER/configure";
    private static final String ASIDE = "aside button[data-kind=main]";
    private static final String ORDER = "form[action$='/order'] button[data-kind=main]";
    private static final int PIECE = 8 * 1024 * 1024;

    @TempDir
    private static Path folder;

    private final PortalShop shop;

    OrderPortalIT(PortalShop shop) {
        this.shop = shop;
    }

    private Page atTheClinic(Page page) {
        shop.signedIn(CLINIC, page);
        page.navigate("/choose");
        page.locator("main button[name=account][value*='/']").first().click();
        return page;
    }

    /** The form of a splint whose scans are asked for. */
    private static void scanned(Page page) {
        page.navigate(SPLINT);
        page.locator("input[name='a.case-type'][value=scan]").check();
    }

    /** A mesh of so many triangles, 50 bytes each. */
    private static byte[] mesh(int triangles) {
        ByteBuffer mesh = ByteBuffer.allocate(84 + 50 * triangles).order(ByteOrder.LITTLE_ENDIAN);
        mesh.putInt(80, triangles);
        for (int i = 0; i < triangles; i++) {
            int at = 84 + 50 * i;
            mesh.putFloat(at + 8, 1).putFloat(at + 24, 1).putFloat(at + 40, 1);
        }
        return mesh.array();
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "model/stl", content);
    }

    private static Locator files(Page page) {
        return page.locator("[data-files=scans] li[data-upload]:visible");
    }

    private static void choose(Page page, FilePayload file) {
        page.locator("[data-drop] input[type=file]").setInputFiles(file);
    }

    @Test
    @Tag("D20")
    void filesAreSentFromThePageCheckedAndRemoved() {
        Page page = atTheClinic(shop.browser().open());
        scanned(page);
        assertThat(page.locator("[data-plain]")).isHidden();
        page.fill("[data-drop] input[maxlength]", "Overkjeve hel");
        choose(page, file("Kari Nordmann.stl", mesh(50)));

        Locator row = files(page).filter(new Locator.FilterOptions().setHasText("Overkjeve hel"));
        assertThat(row).containsText("kontrollert");
        assertThat(row.locator("input[type=checkbox]")).isChecked();
        // The file's own name stays where it is.
        assertThat(page.locator("#configuration")).not().containsText("Nordmann");

        choose(page, file("ingen.stl", "no mesh at all".getBytes(StandardCharsets.UTF_8)));
        Locator refused = files(page).filter(new Locator.FilterOptions().setHas(page.locator(".error")));
        assertThat(refused).containsText("avvist");
        assertThat(refused.locator("input[type=checkbox]")).isDisabled();
        refused.locator("button").click();
        assertThat(refused).hasCount(0);

        choose(page, file("notat.txt", "words".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("[data-sending] .error")).containsText(".stl");
        page.locator("[data-sending] [data-stop]").click();

        row.locator("button").click();
        assertThat(row).hasCount(0);
    }

    @Test
    @Tag("D20")
    void aBrokenLineCostsAPieceAndAReloadCostsNothing() throws IOException {
        Page page = atTheClinic(shop.browser().open());
        page.onDialog(dialog -> dialog.accept());
        Path scan = Files.write(folder.resolve("scan.stl"), mesh(PIECE / 50 + 1000));
        List<String> offsets = new CopyOnWriteArrayList<>();
        page.route("**/uploads/*", route -> {
            Request request = route.request();
            if (request.method().equals("PATCH")) {
                offsets.add(request.headerValue("upload-offset"));
                if (offsets.size() == 2 || offsets.size() == 3) {
                    route.abort("connectionreset");
                    return;
                }
            }
            route.resume();
        });
        scanned(page);
        page.locator("[data-drop] input[type=file]").setInputFiles(scan);
        Locator sending = page.locator("[data-sending] li");
        // The first piece is there, the next two break off: it waits, and tries again by itself.
        assertThat(sending).containsText("fortsetter av seg selv");
        sending.locator("[data-pause]").click();
        assertThat(sending).containsText("Satt på pause");

        scanned(page);
        Locator broken = files(page).filter(new Locator.FilterOptions().setHasText("Velg den samme filen igjen"));
        assertThat(broken).isVisible();
        assertThat(broken.locator("progress")).isVisible();
        offsets.clear();
        offsets.addAll(List.of("", "", ""));
        page.locator("[data-drop] input[type=file]").setInputFiles(scan);
        assertThat(broken).hasCount(0);
        Locator done = files(page).filter(new Locator.FilterOptions().setHasText("MB"));
        assertThat(done.first()).containsText("kontrollert");
        assertThat(offsets.subList(3, offsets.size())).containsExactly(Integer.toString(PIECE));
        done.first().locator("button").click();
        // Of the lines that this test broke, and of nothing else.
        assertThat(shop.browser().complaints()).allMatch(complaint -> complaint.contains("net::ERR_CONNECTION_RESET"));
    }

    @Test
    @Tag("D20")
    void withoutScriptsAFormBringsTheFileAndKeepsTheAnswers() {
        Page page = atTheClinic(shop.browser().open(ColorScheme.LIGHT, 1280, false));
        page.navigate(SPLINT);
        page.locator("input[name='a.case-type'][value=scan]").check();
        page.locator("input[name='a.colour']").last().check();
        page.click("aside button[value=update]");
        page.fill("#file-label", "Underkjeve uten skript");
        page.setInputFiles("#file", file("Ola.stl", mesh(9)));
        page.click("[data-plain] button");

        assertThat(page.locator("input[name='a.case-type'][value=scan]")).isChecked();
        Locator row = files(page).filter(new Locator.FilterOptions().setHasText("Underkjeve uten skript"));
        assertThat(row.locator("input[type=checkbox]")).isChecked();
        row.locator("button").click();
        assertThat(row).hasCount(0);
    }

    @Test
    void nothingIsSentForSomebodyElse() {
        Page page = atTheClinic(shop.browser().open());
        Object status = page.evaluate("() => fetch('/uploads', { method: 'POST', headers: { 'Tus-Resumable': '1.0.0',"
                + " 'Upload-Length': '5', 'Upload-Metadata': 'filename ZmlsZS5zdGw=' } }).then(r => r.status)");
        assertThat(status).isEqualTo(403);
        Page stranger = shop.browser().open();
        stranger.navigate("/sign-in");
        assertThat(stranger.evaluate("() => fetch('/uploads/x').then(r => r.status)"))
                .isEqualTo(401);
    }

    private static void tabTo(Page page, String control) {
        for (int i = 0; i < 150; i++) {
            if ((boolean) page.evaluate(
                    "css => document.activeElement !== document.body && document.activeElement.matches(css)",
                    control)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not come to " + control + " on " + page.url());
    }

    private static void press(Page page, String control, String key) {
        tabTo(page, control);
        assertThat((boolean) page.evaluate("() => document.activeElement.matches(':focus-visible')"))
                .isTrue();
        page.keyboard().press(key);
    }

    @Test
    @Tag("L22")
    void aBuyerOrdersByTheKeyboardAlone() {
        Page page = shop.browser().open();
        page.navigate("/sign-in");
        tabTo(page, "#email");
        page.keyboard().type(BUYER);
        tabTo(page, "#password");
        page.keyboard().type(shop.password(BUYER));
        page.keyboard().press("Enter");
        assertThat(page).hasURL(shop.address() + "/");
        tabTo(page, "#q");
        page.keyboard().type("downlight");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/catalogue\\?q=.*"));
        press(page, ".product h3 a", "Enter");
        assertThat(page.locator("#quantity")).isVisible();
        press(page, ASIDE, "Space");
        assertThat(page.locator(".toast")).isVisible();
        press(page, "header a[href='/cart']", "Enter");
        assertThat(page).hasURL(shop.address() + "/cart");
        press(page, "a[href$='/checkout']", "Enter");
        assertThat(page.locator("#reference")).isVisible();
        tabTo(page, "#reference");
        page.keyboard().type("bare tastatur");
        press(page, ASIDE, "Enter");
        assertThat(page.locator(ORDER)).isVisible();
        press(page, ORDER, "Space");
        assertThat(page.locator("h1")).containsText("Bestilling L");
        assertThat(page.locator(".head")).containsText("bare tastatur");
    }

    /** To the last page before the order. */
    private static void review(Page page, String reference) {
        page.navigate(DOWNLIGHTS);
        page.locator(".product button[data-kind=main]").first().click();
        page.navigate("/cart");
        page.locator("a[href$='/checkout']").first().click();
        page.fill("#reference", reference);
        page.click(ASIDE);
        assertThat(page.locator(ORDER)).isVisible();
    }

    private static Locator rows(Page page, String reference) {
        page.navigate("/orders?q=" + reference);
        return page.locator("tbody tr");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    @Tag("L22")
    void whatIsSentTwiceIsOrderedOnce(ColorScheme scripts) {
        boolean withScript = scripts == ColorScheme.LIGHT;
        String reference = withScript ? "TVERS-1" : "TVERS-2";
        Page page = shop.signedIn(BUYER, shop.browser().open(ColorScheme.LIGHT, 1280, withScript));
        review(page, reference);
        page.locator(ORDER).dblclick();
        assertThat(page.locator("h1")).containsText("Bestilling L");
        page.reload();
        assertThat(page.locator("h1")).containsText("Bestilling L");
        assertThat(rows(page, reference)).hasCount(1);

        // Whoever goes back to the form and sends it once more is shown the order that there is.
        review(page, reference + "-B");
        page.click(ORDER);
        assertThat(page.locator("h1")).containsText("Bestilling L");
        String number = page.locator("h1").textContent();
        page.goBack();
        if (page.locator(ORDER).count() == 1) {
            page.click(ORDER);
            assertThat(page.locator("h1")).hasText(number);
        }
        assertThat(rows(page, reference + "-B")).hasCount(1);
    }

    @Test
    @Tag("L23")
    @Tag("H44")
    void ordersAreFoundAndTheAddressKeepsHow() {
        Page page = shop.signedIn(BUYER);
        review(page, "SØK 77");
        page.click(ORDER);
        assertThat(page.locator("h1")).containsText("Bestilling L");
        String number = page.locator("h1").textContent().replace("Bestilling ", "");

        page.navigate("/orders");
        page.fill("#keyword", "søk 77");
        page.selectOption("#vendor", "lighting");
        page.selectOption("#who", "me");
        page.click("form[role=search][action='/orders'] button");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText(number);
        Browser.accessible(page);
        page.click(".tabs a:has-text('Mottatt')");
        assertThat(page).hasURL(Pattern.compile(".*status=placed.*vendor=lighting.*who=me.*q=.*"));
        page.reload();
        assertThat(page.locator("#keyword")).hasValue("søk 77");
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.selectOption("#vendor", "dental");
        page.click("form[role=search][action='/orders'] button");
        assertThat(page.locator(".empty")).containsText("Ingen bestillinger passer");
        page.click(".empty a");
        assertThat(page).hasURL(shop.address() + "/orders");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    @Tag("L23")
    @Tag("H60")
    void anOrderTellsItsHistoryAndItsTerms(ColorScheme scheme) {
        Page page = shop.signedIn(BUYER, shop.browser().open(scheme, 390, true));
        review(page, "historie " + scheme);
        page.click(ORDER);
        assertThat(page.locator("h1")).containsText("Bestilling L");
        String id = page.url().replaceFirst(".*/orders/([^?]+).*", "$1");
        Market market = shop.market();
        assertThat(market.as("staff-orders")
                        .post(Market.API + "/orders/" + id + "/shipments", Map.of())
                        .status())
                .isEqualTo(201);
        market.invoices(market.as("owner"), id, 1);
        page.reload();
        assertThat(page.locator("section[aria-labelledby=h-history] li").last()).containsText("Bestilt");
        assertThat(page.locator("section[aria-labelledby=h-history]")).containsText("Faktura");
        assertThat(page.locator("section[aria-labelledby=h-history]")).containsText("Forsendelse");
        assertThat(page.locator("section[aria-labelledby=h-terms]")).containsText("Retur innen");
        Browser.accessible(page);
        // From the order to what left and what is to be paid, and back.
        page.locator("section[aria-labelledby=h-history] a:has-text('Faktura')")
                .first()
                .click();
        assertThat(page.locator("h1")).containsText("Faktura");
        String invoice = page.locator("h1").textContent().replaceAll("\\D", "");
        page.navigate("/invoices");
        assertThat(page.locator("tbody")).containsText(invoice);
    }

    /** The session of somebody of a clinic. */
    private String atTheClinic() {
        Client stranger = shop.market().stranger();
        String token = stranger.post(
                        Market.API + "/sessions", Map.of("email", CLINIC, "password", shop.password(CLINIC)))
                .json()
                .get("token")
                .asText();
        FavouriteIT.chooseLocation(stranger.as(token), 0);
        return token;
    }

    /** A splint for a patient whose models are sent. */
    private static JsonNode splintFor(Client clinic, String patient) {
        Client.Reply recipient = clinic.post(Market.API + "/recipients", Map.of("name", patient));
        String cart = Market.API + "/carts/"
                + clinic.post(Market.API + "/carts", Map.of("vendor", "dental"))
                        .json()
                        .get("id")
                        .asText();
        Client.Reply added = clinic.post(
                cart + "/lines",
                "{\"sku\":\"SK-ANKER\",\"quantity\":1,\"recipient\":\""
                        + recipient.json().get("id").asText() + "\",\"answers\":{" + FavouriteIT.DEVICE + ","
                        + FavouriteIT.PATIENT + "}}");
        assertThat(added.status()).as(added.body()).isBetween(200, 201);
        Client.Reply placed = FavouriteIT.checkOut(clinic, cart);
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.json();
    }

    private Page in(String token) {
        Page page = shop.browser().open();
        page.context()
                .addCookies(List.of(
                        new Cookie("torg_session", token).setUrl(shop.address().toString())));
        return page;
    }

    @Test
    @Tag("H41")
    @Tag("D24")
    void aClinicReadsForWhomItsOrderIsAndWhatItAnswered() {
        String clinic = atTheClinic();
        JsonNode placed = splintFor(shop.market().stranger().as(clinic), "Kari <b>Nordmann</b>");

        Page page = in(clinic);
        page.navigate("/orders/" + placed.get("id").asText());
        Locator line = page.locator("section[aria-labelledby=h-l] li").first();
        assertThat(line).containsText("Kari <b>Nordmann</b>");
        assertThat(line).containsText("Grinds at night");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(line.locator("dl")).isVisible();
        // On paper, which others handle too, a patient is told by initials.
        assertThat(line.locator("dl .noprint").first()).isHidden();
        assertThat(line.locator("dl .in-print")).hasText("K. B.");
    }

    @Test
    @Tag("D24")
    @Tag("D32")
    @Tag("H59")
    void theConfirmationIsADocumentThatSaysWhatThePageSays() throws IOException {
        String clinic = atTheClinic();
        JsonNode placed = splintFor(shop.market().stranger().as(clinic), "Pål \u0141 & <b>Sønn</b>");
        String order = "/orders/" + placed.get("id").asText();
        String number = placed.get("number").asText();
        Page page = in(clinic);
        page.navigate(order);
        Locator button = page.locator("a[href='" + order + "/confirmation.pdf']");
        assertThat(button).containsText("(PDF)");

        APIResponse file = page.request()
                .get(shop.address().resolve(order + "/confirmation.pdf").toString());
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(file.headers().get("content-disposition"))
                .isEqualTo("attachment; filename=\"order-" + number + ".pdf\"");
        assertThat(file.headers().get("cache-control")).contains("no-store");
        String text = words(file.body());
        assertThat(text)
                .contains(number, "P. \u0141. B.", "Grinds at night")
                .doesNotContain("Sønn")
                .contains("Dvale Tannteknikk AS", "100300400", "+4773000000", "ordre@dvale.example")
                // What the clinic agreed to do with its models.
                .contains("legg ved den utskrevne ordrebekreftelsen");
        for (String amount : page.locator("dl.sums .m").allTextContents()) {
            assertThat(text)
                    .contains(amount.replaceAll("[^0-9,\\s\u00a0].*$", "")
                            .replaceAll("[\\s\u00a0]+", " ")
                            .strip());
        }

        // To another company it is as an order that does not exist.
        Page other = shop.signedIn(BUYER);
        APIResponse foreign = other.request()
                .get(shop.address().resolve(order + "/confirmation.pdf").toString());
        APIResponse none = other.request()
                .get(shop.address()
                        .resolve("/orders/00000000-0000-7000-8000-000000000000/confirmation.pdf")
                        .toString());
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(refusal(foreign)).isEqualTo(refusal(none));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    @Tag("H44")
    @Tag("D19")
    void aClinicFindsTheOrdersOfOnePatientAndNoAddressNamesThem(ColorScheme scripts) {
        boolean withScript = scripts == ColorScheme.LIGHT;
        String name = "Peder Ås " + scripts;
        String token = atTheClinic();
        Client clinic = shop.market().stranger().as(token);
        String order = splintFor(clinic, name).get("id").asText();
        splintFor(clinic, "Somebody Else");
        Page page = shop.browser().open(scripts, withScript ? 1280 : 390, withScript);
        page.context()
                .addCookies(List.of(
                        new Cookie("torg_session", token).setUrl(shop.address().toString())));
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate("/orders");
        int all = page.locator("tbody tr").count();
        assertThat(all).isGreaterThanOrEqualTo(2);
        page.click("details.card summary");
        page.locator("#person").pressSequentially("peder å");
        if (!withScript) {
            page.click("form[action='/orders/recipients'] button");
        }
        page.click("#people a:has-text('" + name + "')");
        assertThat(page).hasURL(Pattern.compile(".*/orders\\?recipient=[0-9a-f-]{36}"));
        String theirs = page.url();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("main")).containsText("Bare bestillinger for " + name);
        if (withScript) {
            Browser.accessible(page);
        }
        assertThat(page.locator("tbody tr a")).hasAttribute("href", "/orders/" + order);
        page.click("tbody tr a");
        page.click("a:has-text('Alle bestillinger for denne personen')");
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.click("main .note a");
        assertThat(page.locator("tbody tr")).hasCount(all);
        assertThat(asked)
                .noneMatch(url -> url.toLowerCase(java.util.Locale.ROOT).contains("peder"));

        page.click("details.card summary");
        page.fill("#person", "nobody of that name");
        if (withScript) {
            assertThat(page.locator("#people")).containsText("Ingen på dette stedet passer");
        }
        page.click("form[action='/orders/recipients'] button");
        assertThat(page.locator("#people")).containsText("Ingen på dette stedet passer");
        assertThat(page.locator("#person")).hasValue("nobody of that name");
        // Of another company's patient there is nothing to be found.
        Page electrician = shop.signedIn(BUYER);
        assertThat(electrician.navigate(theirs).status()).isEqualTo(404);
        assertThat(electrician.locator("main")).not().containsText("Peder");
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    /** What stands in the middle of a page, without what names the page itself. */
    private static String refusal(APIResponse reply) {
        return reply.text().replaceAll("(?s).*<main|</main>.*", "");
    }

    @Test
    @Tag("H49")
    void whatBecameOfAFavouriteCanBeLoadedAgain() {
        Page page = shop.signedIn("astrid@nordlys-arkitekter.example");
        page.navigate(DOWNLIGHTS);
        page.locator(".product button[data-kind=main]").first().click();
        page.navigate("/cart");
        page.locator("header a:has-text('Lagre som favoritt')").first().click();
        page.fill("#name", "Lastes på nytt");
        page.click(PortalShop.MAIN);
        page.navigate("/favourites");
        page.locator("li", new Page.LocatorOptions().setHasText("Lastes på nytt"))
                .locator("button:has-text('Ny bestilling')")
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/favourites/[^/]+/used\\?.*"));
        String before = page.locator("header a.btn[href='/cart']").textContent();
        page.reload();
        assertThat(page.locator("[role=status]").first()).containsText("Alt er klart");
        assertThat(page.locator("header a.btn[href='/cart']")).hasText(before);
        // With a key that is not this session's own nothing is done.
        page.navigate(page.url().replace("key=", "key=x"));
        assertThat(page).hasURL(Pattern.compile(".*/favourites/[^/]+$"));
        assertThat(page.locator("header a.btn[href='/cart']")).hasText(before);
    }
}
