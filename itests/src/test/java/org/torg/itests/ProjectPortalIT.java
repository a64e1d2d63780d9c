package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Quick order, project lists and quotes in the portal, in a real browser. */
@ExtendWith(PortalShopExtension.class)
class ProjectPortalIT {

    private static final String BUYER = "ingrid@fjellheim-elektro.example";
    private static final String DOWNLIGHTS = "/catalogue?vendor=lighting&category=indoor%2Fdownlights";
    private static final String FILL = "button[formaction='/quick-order/cart']";
    private static final String HOSTILE = "Rom 2 <script>alert(1)</script> \"'& \u05d0\u05d1 \ud83d\ude00";

    private final PortalShop shop;

    ProjectPortalIT(PortalShop shop) {
        this.shop = shop;
    }

    private static String product(Page page) {
        page.navigate(DOWNLIGHTS);
        page.locator(".product h3 a").first().click();
        assertThat(page.locator("#quantity")).hasCount(1);
        return page.url().replaceAll(".*/", "");
    }

    private static void quickOrder(Page page) {
        page.navigate("/quick-order");
        page.selectOption("#vendor", "lighting");
    }

    /** A list of one article, as everybody makes one from a product's page. */
    private static void list(Page page, String name) {
        product(page);
        page.fill("#quantity", "4");
        page.click("button[formaction='/projects/choose']");
        page.check("input[name=list][value=new]");
        page.fill("#name", name);
        page.click(PortalShop.MAIN);
        assertThat(page.locator(".toast")).containsText("Lagt i prosjektlisten");
        page.navigate("/projects");
        page.locator("main .rows a").first().click();
        assertThat(page.locator("h1")).hasText(name);
    }

    @Test
    @Tag("L20")
    @Tag("L21")
    void goodRowsGoIntoTheCartAndBadOnesStayAsTheyWereTyped() throws IOException {
        Page page = shop.signedIn(BUYER);
        String sku = product(page);
        quickOrder(page);
        page.fill("#rows", sku + ";4\n NIX-1 ;2\n" + sku + "; 1,5");
        page.click(PortalShop.MAIN);
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody tr[data-row=bad]")).hasCount(2);

        Download file = page.waitForDownload(() -> page.click("button[data-file]"));
        assertThat(Files.readString(file.path())).contains("NIX-1;2").doesNotContain(sku + ";4");

        page.click(FILL);
        assertThat(page.locator("main [role=status]").first()).containsText("Én rad ligger i handlekurven");
        assertThat(page.locator("#rows")).hasValue(" NIX-1 ;2\n" + sku + "; 1,5");
    }

    @Test
    @Tag("L21")
    void aFileIsReadIntoTheField() {
        Page page = shop.signedIn(BUYER);
        quickOrder(page);
        byte[] latin = "Vare;Antall\nBLÅBÆR;3".getBytes(Charset.forName("windows-1252"));
        page.setInputFiles("#file", new FilePayload("rader.csv", "text/csv", latin));
        assertThat(page.locator("#rows")).hasValue("Vare;Antall\nBLÅBÆR;3");
    }

    @Test
    @Tag("L20")
    void rowsArePastedWithoutScriptsToo() {
        Page page = shop.signedIn(BUYER, shop.browser().open(ColorScheme.LIGHT, 1280, false));
        String sku = product(page);
        quickOrder(page);
        assertThat(page.locator("#file")).isHidden();
        page.fill("#rows", sku + " 2");
        page.click(PortalShop.MAIN);
        page.click(FILL);
        assertThat(page).hasURL(shop.address() + "/cart");
    }

    @Test
    @Tag("L20")
    void anOrderIsOrderedAgain() {
        Page page = shop.signedIn(BUYER);
        product(page);
        page.click("aside button[data-kind=main]");
        page.navigate("/cart");
        page.locator("a:has-text('Til kassen')").first().click();
        page.click("aside button[data-kind=main]");
        page.click("form[action$='/order'] button[data-kind=main]");
        page.click("form[action$='/again'] button");
        assertThat(page.locator("h1")).hasText(Pattern.compile("Handlekurv|Hurtigbestilling"));
        page.navigate("/cart");
        assertThat(page.locator(".item")).not().hasCount(0);
    }

    @Test
    @Tag("L17")
    @Tag("L18")
    void aListIsChangedCopiedAndPutIntoTheCart() {
        Page page = shop.signedIn(BUYER);
        list(page, HOSTILE);
        page.locator(".item input[name=note]").fill("Resepsjon");
        page.locator(".item input[name=quantity]").fill("7");
        page.locator(".item button[data-size=s]").click();
        assertThat(page.locator(".item input[name=quantity]")).hasValue("7");
        assertThat(page.locator(".item input[name=note]")).hasValue("Resepsjon");

        page.fill("#copy", "Kopi");
        page.click("form[action$='/copy'] button");
        assertThat(page.locator("h1")).hasText("Kopi");
        page.click("form[action$='/cart'] button");
        assertThat(page).hasURL(shop.address() + "/cart");

        page.locator("form[action='/projects/choose'] button").first().click();
        page.click(PortalShop.MAIN);
        assertThat(page.locator(".toast")).containsText("Lagt i prosjektlisten");
        page.navigate("/projects");
        page.locator("main .rows a:has-text('Kopi')").first().click();
        page.click("summary:has-text('Slett listen')");
        page.click("form[action$='/delete'] button");
        assertThat(page.locator(".toast")).containsText("Prosjektlisten er slettet");
    }

    @Test
    @Tag("L13")
    @Tag("L14")
    @Tag("L15")
    @Tag("L16")
    void aQuoteIsAskedForOnAListAndCommented() {
        Page page = shop.signedIn(BUYER);
        list(page, "Ombygging");
        page.fill("#message", "Hva koster det?");
        page.click("#ask button");
        assertThat(page.locator("h1")).containsText("Tilbud");
        assertThat(page.locator("main")).containsText("svarer innen");
        page.fill("#text", HOSTILE);
        page.click("form[action$='/comments'] button");
        assertThat(page.locator(".talk")).containsText(HOSTILE);
        page.navigate("/quotes");
        assertThat(page.locator("tbody tr").first()).containsText("Venter på leverandøren");
    }

    @Test
    @Tag("L16")
    @Tag("L19")
    void anOfferIsOrderedAtItsPrice() {
        Page page = shop.signedIn(BUYER);
        list(page, "Korridor");
        page.click("#ask button");
        assertThat(page.locator("h1")).containsText("Tilbud");
        String id = page.url().replaceAll(".*/", "");
        Client staff = shop.market().as("staff-orders");
        String quote = Market.API + "/quotes/" + id;
        String line = staff.get(quote).json().at("/lines/0/id").asText();
        Client.Reply offered = staff.post(
                quote + "/offers",
                Map.of("prices", List.of(Map.of("line", line, "price", Map.of("amount", "70.00", "currency", "NOK")))));
        assertThat(offered.status()).as(offered.body()).isEqualTo(200);

        page.reload();
        assertThat(page.locator("main")).containsText("Versjon 1");
        assertThat(page.locator("main")).containsText("280,00");
        Browser.accessible(page);
        page.fill("#reference", "PO 12");
        page.click("form[action$='/order'] button");
        assertThat(page.locator("h1")).containsText("Bestilling");
        assertThat(page.locator("main")).containsText("280,00");
        page.navigate("/quotes/" + id);
        assertThat(page.locator("main")).containsText("Tilbudet er bestilt");
    }

    /** Each of these pages, as axe sees it, in both schemes and on a phone. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobodyIsShutOut(ColorScheme scheme) {
        Page page = shop.signedIn(BUYER, shop.browser().open(scheme, scheme == ColorScheme.DARK ? 390 : 1280, true));
        String sku = product(page);
        quickOrder(page);
        Browser.accessible(page);
        page.fill("#rows", sku + " 2\nNIX 1\n" + sku + " 1");
        page.click(PortalShop.MAIN);
        Browser.accessible(page);
        page.click(FILL);
        Browser.accessible(page);
        list(page, "Lang liste " + scheme);
        Browser.accessible(page);
        page.click("#ask button");
        Browser.accessible(page);
        page.navigate("/projects");
        Browser.accessible(page);
        page.navigate("/quotes");
        Browser.accessible(page);
    }
}
