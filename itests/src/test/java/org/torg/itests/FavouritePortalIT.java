package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures, favourites and the vendors' information in the portal, in a real browser. */
@ExtendWith(PortalShopExtension.class)
class FavouritePortalIT {

    private static final String BUYER = "ingrid@fjellheim-elektro.example";
    private static final String CLINIC = "hanne@solsiden-tannklinikk.example";
    private static final String DOWNLIGHTS = "/catalogue?vendor=lighting&category=indoor%2Fdownlights";
    private static final List<String> TOPICS = List.of("help", "shipping", "payment", "contact");

    private final PortalShop shop;

    FavouritePortalIT(PortalShop shop) {
        this.shop = shop;
    }

    private Page atTheClinic() {
        Page page = shop.signedIn(CLINIC);
        page.navigate("/choose");
        page.locator("button[name=account][value*='/']").first().click();
        return page;
    }

    /** Puts the first downlight into the cart and saves the cart under this name. */
    private static void save(Page page, String name) {
        page.navigate(DOWNLIGHTS);
        page.locator(".product button[data-kind=main]").first().click();
        page.navigate("/cart");
        page.locator("header a:has-text('Lagre som favoritt')").first().click();
        page.fill("#name", name);
        page.click(PortalShop.MAIN);
        assertThat(page.locator(".toast")).containsText("Lagret blant favorittene");
    }

    private static Locator row(Page page, String name) {
        return page.locator("li", new Page.LocatorOptions().setHasText(name));
    }

    @Test
    @Tag("H23")
    void articlesAreShownWithTheirPictures() {
        Page page = shop.browser().open();
        page.navigate("/catalogue?vendor=lighting");
        Locator picture = page.locator(".product figure img").first();
        assertThat(picture).hasAttribute("alt", "");
        assertThat(picture).hasAttribute("loading", "lazy");
        picture.scrollIntoViewIfNeeded();
        page.waitForCondition(() -> (boolean) picture.evaluate("image => image.complete && image.naturalWidth > 0"));
    }

    @Test
    @Tag("H46")
    @Tag("H48")
    @Tag("H49")
    void aCartIsSavedAndOrderedAgainAndAgain() {
        Page page = shop.signedIn(BUYER);
        save(page, "Til lageret");
        assertThat(page).hasURL(shop.address() + "/cart");
        assertThat(page.locator(".item").first()).isVisible();

        page.click("header a[href='/favourites']");
        row(page, "Til lageret")
                .locator("button:has-text('Ny bestilling')")
                .first()
                .click();
        assertThat(page.locator("[role=status]").first()).containsText("Alt er klart");
        page.click(".head a[href='/cart']");
        assertThat(page.locator("main section[aria-labelledby]")).not().hasCount(0);
    }

    @Test
    @Tag("H46")
    @Tag("H47")
    void aFavouriteIsFoundRenamedAndRemoved() {
        Page page = shop.signedIn("astrid@nordlys-arkitekter.example");
        save(page, "Kontoret i annen etasje");
        page.navigate("/favourites");
        page.fill("main #name", "annen ETASJE");
        page.click("main form[role=search] button");
        row(page, "Kontoret i annen etasje").locator("a").first().click();
        page.fill("#name", "Møterommet");
        page.click("button:has-text('Lagre endringene')");
        assertThat(page.locator("h1")).hasText("Møterommet");
        page.click("button[data-kind=danger]");
        assertThat(page.locator(".toast")).containsText("slettet");
        assertThat(row(page, "Møterommet")).hasCount(0);
    }

    @Test
    @Tag("D15")
    @Tag("H50")
    void aPreferenceKnowsNothingOfThePatientAndTellsWhatMustBeAnswered() {
        Page page = atTheClinic();
        page.navigate("/products/dental/SK-ANKER/configure");
        page.locator("label.choice:has-text('Tannmodeller')").click();
        assertThat(page.locator("label.choice:has-text('Tannmodeller') input")).isChecked();
        page.fill("[name='recipient-name']", "Q. Z.");
        page.click("summary:has-text('Lagre som min vanlige tilpasning')");
        page.fill("#preference", "Min skinne");
        page.click("button[value=prefer]");
        assertThat(page.locator(".toast")).containsText("Du kan fortsette her");
        assertThat(page.locator("[name='recipient-name']")).hasValue("Q. Z.");

        page.navigate("/favourites");
        row(page, "Min skinne").locator("a").first().click();
        assertThat(page.locator("main")).not().containsText("Q. Z.");
        page.click("aside button[data-kind=main]");
        Locator question = page.locator(".item .wide a[href*='/configure#q-']").first();
        assertThat(question).containsText("Svar på");
        Browser.accessible(page);
        question.click();
        assertThat(page.locator("#configuration")).isVisible();
        page.navigate("/cart");
        page.locator(".item button:has-text('Fjern')").first().click();
    }

    @Test
    @Tag("D12")
    @Tag("D50")
    @Tag("H58")
    @Tag("H59")
    @Tag("L41")
    @Tag("L42")
    @Tag("L53")
    void vendorsTellAboutHelpDeliveryPaymentAndContacts() {
        Page page = shop.browser().open();
        for (String vendor : List.of("lighting", "dental", "hearing")) {
            for (String topic : TOPICS) {
                page.navigate("/vendors/" + vendor + "/" + topic);
                assertThat(page.locator("h1")).hasCount(1);
                assertThat(page.locator("main .card").first()).isVisible();
            }
        }
        page.navigate("/vendors/lighting/shipping");
        assertThat(page.locator("main .m")).hasCount(0);
        page.click("footer a:has-text('Kontakt')");
        assertThat(page.locator("main a[href^='mailto:']").first()).isVisible();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobodyIsShutOut(ColorScheme scheme) {
        Page page = shop.browser().open(scheme, scheme == ColorScheme.DARK ? 390 : 1280, true);
        shop.signedIn(BUYER, page);
        save(page, "For alle " + scheme);
        page.navigate("/cart");
        Browser.accessible(page);
        page.navigate("/favourites");
        Browser.accessible(page);
        row(page, "For alle " + scheme).locator("a").first().click();
        Browser.accessible(page);
        page.navigate("/help");
        Browser.accessible(page);
        for (String topic : TOPICS) {
            page.navigate("/vendors/lighting/" + topic);
            Browser.accessible(page);
        }
    }
}
