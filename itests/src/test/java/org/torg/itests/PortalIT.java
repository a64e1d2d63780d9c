package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The portal, in a real browser. */
@ExtendWith(PortalShopExtension.class)
class PortalIT {

    private static final String BUYER = "ingrid@fjellheim-elektro.example";
    private static final String CLINIC = "hanne@solsiden-tannklinikk.example";
    private static final String DOWNLIGHTS = "/catalogue?vendor=lighting&category=indoor%2Fdownlights";
    private static final String HOSTILE = "PO 7 <script>alert(1)</script> \"'& \u05d0\u05d1\u05d2 \ud83d\ude00";

    private final PortalShop shop;

    PortalIT(PortalShop shop) {
        this.shop = shop;
    }

    /** From the catalogue to the order, with what every buyer touches. */
    private static void order(Page page, String reference) {
        page.navigate(DOWNLIGHTS);
        page.locator(".product h3 a").first().click();
        page.fill("#quantity", "3");
        page.click("aside button[data-kind=main]");
        assertThat(page.locator(".toast")).containsText("Lagt i handlekurven");
        assertThat(page.locator(".toast a:has-text('Fortsett å handle')")).isVisible();
        page.click(".toast a:has-text('Til kurven')");
        page.locator("a:has-text('Til kassen')").first().click();
        page.fill("#reference", reference);
        page.click("aside button[data-kind=main]");
        page.click("form[action$='/order'] button[data-kind=main]");
        assertThat(page.locator("h1")).containsText("Bestilling L");
    }

    @Test
    @Tag("T01")
    @Tag("L22")
    @Tag("L23")
    @Tag("H28")
    @Tag("H29")
    @Tag("H30")
    @Tag("H32")
    void aBuyerOrdersAndFindsTheOrderAgain() {
        Page page = shop.signedIn(BUYER);
        assertThat(page.locator("h1")).containsText("Ingrid Fjellheim");
        order(page, "PO 4711");
        String number = page.locator("h1").textContent().replace("Bestilling ", "");
        assertThat(page.locator(".toast")).containsText("Bestillingen er mottatt");
        // What is printed right away is the confirmation: without buttons and menus, with number, lines and sum.
        assertThat(page.locator("button[data-print]")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("button[data-print]")).isHidden();
        assertThat(page.locator("header.top")).isHidden();
        assertThat(page.locator(".sums").first()).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        page.click("nav[aria-label=Hovedmeny] a:has-text('Bestillinger')");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(number));
        assertThat(row).containsText("PO 4711");
        assertThat(row).containsText("Mottatt");
        row.locator("a").click();
        assertThat(page.locator("main")).containsText("Vi har mottatt bestillingen");
    }

    @Test
    void soDoesABrowserWithoutScripts() {
        Page page = shop.signedIn(BUYER, shop.browser().open(ColorScheme.LIGHT, 1280, false));
        order(page, "uten skript");
    }

    @Test
    void textOfOthersIsShownAsText() {
        Page page = shop.signedIn(BUYER);
        order(page, HOSTILE);
        assertThat(page.locator(".head")).containsText(HOSTILE);
        page.navigate("/orders");
        assertThat(page.locator("table")).containsText(HOSTILE);
    }

    @Test
    @Tag("L12")
    void strangersSeeNoPriceOnAnyPage() {
        Page page = shop.browser().open();
        page.navigate(DOWNLIGHTS);
        String product = page.locator(".product h3 a").first().getAttribute("href");
        for (String path : List.of("/catalogue", DOWNLIGHTS, "/catalogue?q=downlight", product)) {
            page.navigate(path);
            assertThat(page.locator(".price, .m, .trace")).hasCount(0);
            assertThat(page.locator("main").textContent()).doesNotContainPattern("\\d,\\d\\d\\s*kr");
        }
    }

    @Test
    @Tag("L09")
    void pricesStandInTheColourOfTheTierAndSayItInWords() {
        Page page = shop.signedIn(BUYER);
        page.navigate(DOWNLIGHTS);
        Locator tier = page.locator(".product .tier").first();
        assertThat(tier).hasAttribute("data-tier", "gold");
        assertThat(tier).hasText("Gull");
    }

    @Test
    void aPriceExplainsItself() {
        Page page = shop.signedIn(BUYER);
        page.navigate(DOWNLIGHTS);
        page.locator(".product h3 a").first().click();
        page.click("aside .why summary");
        assertThat(page.locator("aside .trace")).containsText("Listepris");
        assertThat(page.locator("aside .trace")).containsText("lighting.loyalty");
    }

    @Test
    @Tag("H25")
    void articlesAreSuggestedWhileTyping() {
        Page page = shop.browser().open();
        page.navigate("/catalogue");
        page.locator("#q").pressSequentially("våtrom dow");
        assertThat(page.locator("#suggestions a").first()).containsText("våtrom");
    }

    @Test
    @Tag("D13")
    @Tag("D16")
    @Tag("D18")
    void aClinicConfiguresASplintForAPatient() {
        Page page = shop.signedIn(CLINIC);
        page.navigate("/choose");
        page.locator("button[name=account][value*='/']").first().click();
        page.navigate("/products/dental/SK-ANKER/configure");
        Locator status = page.locator("aside [role=status]");
        assertThat(status).containsText("svar gjenstår");

        page.locator("label.choice:has-text('Tannmodeller')").click();
        assertThat(page.locator("label.choice:has-text('Tannmodeller') input")).isChecked();
        page.locator("fieldset:has-text('Bittregistrering') label.choice")
                .first()
                .click();
        page.fill("[name='recipient-name']", "K. H.");
        page.getByLabel("Fremskyving ved start").fill("4");
        page.getByLabel("Fremskyving ved start").press("Tab");
        assertThat(status).containsText("Alt er besvart");

        page.click("aside button[value=add]");
        assertThat(page.locator("h1")).hasText("Handlekurv");
        assertThat(page.locator("main")).containsText("Anker");
        page.locator(".item button:has-text('Fjern')").first().click();
    }

    @Test
    @Tag("D23")
    void aCartIsPausedAndTakenUpAgain() {
        Page page = shop.signedIn("astrid@nordlys-arkitekter.example");
        page.navigate(DOWNLIGHTS);
        page.locator(".product button[data-kind=main]").first().click();
        page.navigate("/cart");
        int open = page.locator("a:has-text('Til kassen')").count();
        page.click("button:has-text('Sett på pause')");
        page.navigate("/");
        assertThat(page.locator("main")).containsText("Handlekurv på pause");
        page.navigate("/cart");
        page.click("button:has-text('Ta opp igjen')");
        assertThat(page.locator("a:has-text('Til kassen')")).hasCount(open);
    }

    @Test
    void whoseSessionHasEndedComesBackWithWhatWasWritten() {
        Page page = shop.signedIn(BUYER);
        page.navigate(DOWNLIGHTS);
        page.locator(".product h3 a").first().click();
        page.fill("#quantity", "7");
        page.context().clearCookies();
        page.click("aside button[data-kind=main]");

        assertThat(page.locator("main")).containsText("Økten din er utløpt");
        page.fill("#email", BUYER);
        page.fill("#password", shop.password(BUYER));
        page.click(PortalShop.MAIN);
        page.click(PortalShop.MAIN);
        assertThat(page.locator(".toast")).containsText("Lagt i handlekurven");
        page.navigate("/cart");
        page.locator("button:has-text('Fjern')").first().click();
    }

    @Test
    void aPasswordThatIsWrongIsToldAsAnEMailThatIsUnknown() {
        Page page = shop.browser().open();
        page.navigate("/sign-in");
        page.fill("#email", BUYER);
        page.fill("#password", "not the one");
        page.click(PortalShop.MAIN);
        String wrong = page.locator("[role=alert]").textContent();
        assertThat(page.locator("#email")).hasValue(BUYER);
        page.fill("#email", "nobody@fjellheim-elektro.example");
        page.fill("#password", "not the one");
        page.click(PortalShop.MAIN);
        assertThat(page.locator("[role=alert]").textContent()).isEqualTo(wrong);
    }

    /** The same form sent twice, as by an impatient click on a page without scripts. */
    @Test
    void aFormThatIsSentTwiceOrdersOnce() throws Exception {
        Page page =
                shop.signedIn("kristin@havblikk-hotell.example", shop.browser().open(ColorScheme.LIGHT, 1280, false));
        page.navigate(DOWNLIGHTS);
        page.locator(".product button[data-kind=main]").first().click();
        page.navigate("/cart");
        page.locator("a:has-text('Til kassen')").first().click();
        page.click("aside button[data-kind=main]");
        Locator form = page.locator("form[action$='/order']");
        URI action = shop.address().resolve(form.getAttribute("action"));
        StringBuilder body = new StringBuilder();
        for (Locator field : form.locator("input[type=hidden]").all()) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(encode(field.getAttribute("name")))
                    .append('=')
                    .append(encode(field.getAttribute("value")));
        }
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        HttpRequest sent = HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> first = client.send(sent, BodyHandlers.ofString());
        HttpResponse<String> second = client.send(sent, BodyHandlers.ofString());

        assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aFormThatWasMadeElsewhereIsRefused() throws Exception {
        HttpRequest forged = HttpRequest.newBuilder(URI.create(shop.address() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=a%40b.example&password=x&csrf=AAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                .build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(forged, BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.body()).contains("form-stale");
    }

    @Test
    void pagesKeepToThemselves() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop.address() + "/catalogue"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(reply.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(reply.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("HttpOnly"));
        assertThat(reply.body()).hasSizeLessThan(30_000);
    }

    /** Every page that there is, as axe sees it, in both schemes and on a phone. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobodyIsShutOut(ColorScheme scheme) {
        Page page = shop.browser().open(scheme, scheme == ColorScheme.DARK ? 390 : 1280, true);
        page.navigate("/sign-in");
        Browser.accessible(page);
        shop.signedIn(BUYER, page);
        Browser.accessible(page);
        page.navigate(DOWNLIGHTS);
        Browser.accessible(page);
        page.locator(".product h3 a").first().click();
        page.locator("aside .why summary").click();
        Browser.accessible(page);
        page.click("aside button[data-kind=main]");
        page.navigate("/cart");
        Browser.accessible(page);
        page.locator("a:has-text('Til kassen')").first().click();
        Browser.accessible(page);
        page.click("aside button[data-kind=main]");
        Browser.accessible(page);
        page.click("form[action$='/order'] button[data-kind=main]");
        Browser.accessible(page);
        for (String path : List.of(
                "/orders",
                "/invoices",
                "/choose",
                "/products/lighting/nowhere",
                "/products/dental/SK-VINGE/configure")) {
            page.navigate(path);
            Browser.accessible(page);
        }
    }
}
