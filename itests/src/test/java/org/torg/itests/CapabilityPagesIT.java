package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A capability that nobody of ours knows, in a bundle of its own: its pages come and go while others browse. */
@ExtendWith(PortalShopExtension.class)
class CapabilityPagesIT {

    private static final String BUYER = "ingrid@fjellheim-elektro.example";
    private static final String BUNDLE = "org.example.visits";
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final PortalShop shop;
    private final VendorModules modules;

    CapabilityPagesIT(PortalShop shop) {
        this.shop = shop;
        modules = new VendorModules(shop.market().as("staff-modules"), "lighting");
    }

    @BeforeEach
    void itComes() {
        modules.activate(ModuleJars.build(
                shop.server().data().getParent().resolve("modules"),
                BUNDLE,
                "1.0.0",
                Map.of(
                        BUNDLE + ".Visits",
                        SwapModules.source(BUNDLE + ".Visits"),
                        BUNDLE + ".Nowhere",
                        SwapModules.source(BUNDLE + ".Nowhere")),
                Map.of(),
                Map.of()));
    }

    @AfterEach
    void itGoes() {
        modules.tryActivate(List.of(), List.of(BUNDLE));
        modules.awaitDrained();
    }

    @Test
    void itComesAndGoesWhileOthersBrowse() {
        Page page = shop.signedIn(BUYER);
        Page other = shop.signedIn("astrid@nordlys-arkitekter.example");
        page.click("nav[aria-label=Hovedmeny] a:has-text('Besøk')");
        assertThat(page).hasURL(shop.address() + "/services/visits");
        assertThat(page.locator("h1")).hasText("Besøk");

        modules.remove(BUNDLE);
        Await.until("the end of the capability", BOUND, () -> {
            assertThat(status(other, "/catalogue")).isEqualTo(200);
            return status(page, "/services/visits") == 503;
        });
        assertThat(page.navigate("/services/visits").headers().get("retry-after"))
                .isEqualTo("5");
        assertThat(page.locator("main")).containsText("Besøk er borte akkurat nå");
        assertThat(page.locator("nav[aria-label=Hovedmeny] a:has-text('Besøk')"))
                .hasCount(0);
        assertThat(status(page, "/services/visits/visits/1")).isEqualTo(503);
        assertThat(status(page, "/services/visits/never/was")).isEqualTo(404);
        assertThat(status(page, "/orders")).isEqualTo(200);

        itComes();
        Await.until("its return", BOUND, () -> status(page, "/services/visits") == 200);
        assertThat(status(other, "/orders")).isEqualTo(200);
    }

    @Test
    void aFormSaysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        Page page = shop.signedIn(BUYER);
        page.navigate("/services/visits/book");
        page.fill("#book-why", "Lyset <b>blinker</b>");
        page.fill("#book-hours", "11,5");
        page.click(PortalShop.MAIN);
        assertThat(page.locator("#book-day-e")).hasText("Feltet må fylles ut.");
        assertThat(page.locator("#book-hours-e")).hasText("Fra 1 til 10.");
        assertThat(page.locator("#book-sure-e")).isVisible();
        assertThat(page.locator("#book-why")).hasValue("Lyset <b>blinker</b>");
        assertThat(page.locator("#book-hours")).hasValue("11,5");
        Browser.accessible(page);

        page.fill("#book-day", "2026-12-03");
        page.fill("#book-hours", "10");
        page.check("#book-sure");
        page.click(PortalShop.MAIN);
        assertThat(page.locator("#book-day-e")).hasText("Den dagen er full");
        assertThat(page.locator("#book-day")).hasValue("2026-12-03");

        page.fill("#book-hours", "1,5");
        page.click(PortalShop.MAIN);
        assertThat(page).hasURL(shop.address() + "/services/visits/visits/1");
        assertThat(page.locator(".toast")).hasText("Det er gjort.");
    }

    @Test
    void aPageThatFailsHarmsNobodyAndTellsNothing() throws Exception {
        Page page = shop.signedIn(BUYER);
        assertThat(status(page, "/services/visits/broken")).isEqualTo(503);
        assertThat(page.locator("main")).containsText("kan ikke vises akkurat nå");
        assertThat(page.content()).doesNotContain("secret").doesNotContain("IllegalState");
        assertThat(Files.readString(shop.server().data().resolve("log/torg.log")))
                .containsPattern("The capability visits failed at its page .broken.");
        assertThat(status(page, "/services/visits/visits/2")).isEqualTo(404);
        assertThat(status(page, "/services/visits")).isEqualTo(200);
    }

    @Test
    void aPageThatHangsIsGivenUpAndSaysWhenToComeBack() throws Exception {
        Page page = shop.signedIn(BUYER);
        Response response = page.navigate("/services/visits/hanging");
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers().get("retry-after")).isEqualTo("5");
        assertThat(page.locator("main")).containsText("kan ikke vises akkurat nå");
        assertThat(Files.readString(shop.server().data().resolve("log/torg.log")))
                .contains("it took longer than 10000 ms")
                .contains("org.example.visits.Visits");
        assertThat(status(page, "/services/visits")).isEqualTo(200);
    }

    @Test
    void whoHasNotTheRightSeesNothingOfIt() {
        Page page = shop.browser().open();
        page.navigate("/services/visits");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        Page staff = shop.staff("staff-modules");
        assertThat(staff.locator("nav a:has-text('Besøk')")).hasCount(0);
        assertThat(status(staff, "/office/services/visits")).isIn(403, 404);
        Page orders = shop.staff("staff-orders");
        orders.locator("nav a:has-text('Besøk')").first().click();
        assertThat(orders.locator("h1")).hasText("Besøk");
        Browser.accessible(orders);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobodyIsShutOut(ColorScheme scheme) {
        Page page = shop.signedIn(BUYER, shop.browser().open(scheme, scheme == ColorScheme.DARK ? 390 : 1280, true));
        for (String path : List.of("", "/none", "/many", "/book")) {
            assertThat(status(page, "/services/visits" + path)).isEqualTo(200);
            Browser.accessible(page);
            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path + " is as wide as its window")
                    .isTrue();
        }
        page.navigate("/services/visits/many");
        assertThat(page.locator("main")).containsText("<script>alert(1)</script> \"'&");
    }

    private static int status(Page page, String path) {
        Response response = page.navigate(path);
        return response.status();
    }
}
