package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.torg.itests.Client.Reply;

/** The back office's records, in a real browser: customers, requests, simulation, staff, mail and the audit trail. */
@ExtendWith(PortalShopExtension.class)
class OfficeCustomerIT {

    private static final String DOWNLIGHTS = "/catalogue?vendor=lighting&category=indoor%2Fdownlights";
    private static final String SAVE = "main form[method=post] button[data-kind=main]";

    private final PortalShop shop;

    OfficeCustomerIT(PortalShop shop) {
        this.shop = shop;
    }

    /** The page of a demo customer; answers its address. */
    private static String customer(Page page, String name) {
        page.navigate("/office/customers?text=" + name);
        page.locator("main table a").first().click();
        assertThat(page.locator("h1")).containsText(name);
        return page.url();
    }

    private static void fill(Page page, Map<String, String> fields) {
        fields.forEach((field, text) -> page.fill("main [name='" + field + "']", text));
    }

    @Test
    @Tag("D03")
    @Tag("D08")
    @Tag("H09")
    void staffOpenAnAccountAndInviteItsFirstPerson() {
        Page page = shop.staff("administrator");
        page.navigate("/office/customers/new");
        fill(
                page,
                Map.of(
                        "customerNumber", "no number!",
                        "name", "Fjordlys & Sønn <b>AS</b>",
                        "invoiceEmails", "faktura@fjordlys.example",
                        "billing-name", "Fjordlys",
                        "billing-line1", "Kaia 1",
                        "billing-postcode", "5003",
                        "billing-city", "Bergen"));
        page.click(SAVE);
        assertThat(page.locator("#customerNumber-e")).isVisible();
        assertThat(page.locator("#name")).hasValue("Fjordlys & Sønn <b>AS</b>");

        page.fill("#customerNumber", "IT-4711");
        page.click(SAVE);
        assertThat(page.locator("h1")).hasText("Fjordlys & Sønn <b>AS</b>");
        page.click("a[href$='/invite']");
        fill(page, Map.of("name", "Kari Fjord", "email", "post+kari@fjordlys.example"));
        page.click("label.choice:has-text('Eier')");
        page.click(SAVE);
        Locator invited = page.locator("li", new Page.LocatorOptions().setHasText("Kari Fjord"));
        assertThat(invited).containsText("post+kari@fjordlys.example");
        invited.getByText("Trekk tilbake").click();
        assertThat(invited).hasCount(0);

        page.click("a[href$='/locations/new']");
        fill(
                page,
                Map.of(
                        "number", "K",
                        "name", "Kaia",
                        "address-name", "Fjordlys, Kaia",
                        "address-line1", "Kaia 2",
                        "address-postcode", "5003",
                        "address-city", "Bergen"));
        page.click(SAVE);
        assertThat(page.locator("section:has(#h-locations)")).containsText("Kaia 2");
    }

    @Test
    @Tag("L08")
    @Tag("L09")
    @Tag("L10")
    void aPersonDecidesTheTierAndTheCustomerSeesItInItsPrices() {
        Page page = shop.staff("administrator");
        String address = customer(page, "Nordlys");
        page.click("a[href$='/agreements/lighting']");
        assertThat(page.locator("label.choice:has-text('Foreslått')")).hasCount(1);
        page.click("label.choice:has-text('Platina')");
        page.click(SAVE);
        Locator row = page.locator("tr:has-text('Lysverk')");
        assertThat(row.locator("td").nth(0)).containsText("Platina");
        assertThat(row.locator("td").nth(1)).containsText("Sølv");

        page.navigate(address.replace("/office/customers/", "/office/simulation?account="));
        page.fill("#rows", article() + ";3\nthree words here");
        page.click(SAVE);
        assertThat(page.locator("main")).containsText("Disse radene ble ikke forstått: 2");
        page.locator(".item .why summary").first().click();
        assertThat(page.locator(".item .trace").first()).containsText("lighting.loyalty");
        assertThat(page.locator(".item .trace").first()).containsText("loyalty.platinum");
        assertThat(page.locator(".item .trace").first()).containsText("Kundenivå Platina: ");
        assertThat(page.locator("main")).containsText("Ingenting kan bestilles");
        page.fill("#rows", "NO-SUCH-ARTICLE;1");
        page.click(SAVE);
        assertThat(page.locator("[role=alert]")).containsText("NO-SUCH-ARTICLE");

        page.navigate(address.replace("/office/customers/", "/office/audit?account="));
        Locator agreed = page.locator("tr:has(.code:text-is('agree'))").first();
        assertThat(agreed).containsText("Henrik Lysverk");
        assertThat(agreed).containsText("Endret avtale");
        assertThat(page.locator("main table")).containsText("simulate-prices");
        page.selectOption("#command", new SelectOption().setLabel("Endret avtale"));
        page.click("form:has(#command) button");
        assertThat(page.locator("main tbody .code:text-is('simulate-prices')")).hasCount(0);
        agreed.locator("td a:text-is('Kunde')").click();
        assertThat(page).hasURL(address);

        Page theirs = shop.signedIn("astrid@nordlys-arkitekter.example");
        theirs.navigate(DOWNLIGHTS);
        assertThat(theirs.locator(".product .tier").first()).hasAttribute("data-tier", "platinum");
    }

    private String article() {
        Page page = shop.browser().open();
        page.navigate(DOWNLIGHTS);
        String link = page.locator(".product h3 a").first().getAttribute("href");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    @Tag("H16")
    @Tag("L04")
    void staffDecideWhatCustomersAskFor() {
        Client owner = shop.market().as("owner");
        String name = "Lager Nord";
        Reply asked = owner.post(
                "/api/v1/requests",
                Map.of(
                        "type",
                        "new-location",
                        "name",
                        name,
                        "text",
                        "Fra mai",
                        "address",
                        Map.of("name", name, "line1", "Vei 1", "postcode", "5003", "city", "Bergen", "country", "NO")));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);

        Page page = shop.staff("administrator");
        page.navigate("/office/requests");
        page.locator("tr", new Page.LocatorOptions().setHasText(name))
                .locator("a")
                .click();
        assertThat(page.locator("main")).containsText("Fra mai");
        page.click("button[value=decline]");
        assertThat(page.locator("[role=alert]")).isVisible();
        page.fill("#reason", "Velkommen dit.");
        page.click("button[value=approve]");
        assertThat(page.locator("h1")).hasText("Forespørsler");
        page.navigate("/office/requests?state=approved");
        assertThat(page.locator("main table")).containsText(name);
    }

    @Test
    void theTrailIsNarrowedByDaysAndWhatIsNoDayIsNone() {
        Page page = shop.staff("administrator");
        page.navigate("/office/audit");
        int all = page.locator("main tbody tr").count();
        page.fill("#until", "2001-01-01");
        page.click("form:has(#command) button");
        assertThat(page.locator("main .empty")).containsText("Ingenting er notert av dette");
        page.click("a:has-text('Fjern filtre')");
        assertThat(page.locator("main .empty")).hasCount(0);
        page.navigate("/office/audit?from=%2B999999999-12-31&until=x&command=place-order");
        assertThat(page.locator("#command")).hasValue("place-order");
        assertThat(page.locator("#from")).hasValue("");
        assertThat(all).isPositive();
    }

    @Test
    void staffActForACustomerUnderABannerWithinTheirOwnVendor() {
        Page page = shop.staff("staff-orders");
        String address = customer(page, "Fjellheim");
        assertThat(page.locator("a[href$='/invite'], a[href$='/edit']")).hasCount(0);
        page.locator("form[action$='/act'] button").first().click();
        try {
            assertThat(page.locator(".acting")).containsText("Fjellheim Elektro AS");
            page.navigate(DOWNLIGHTS);
            assertThat(page.locator(".acting")).containsText("Du handler på vegne av en kunde");
            assertThat(page.locator(".product .price").first()).isVisible();
            page.navigate("/catalogue?vendor=dental");
            assertThat(page.locator(".product")).hasCount(0);
            assertThat(page.navigate("/office/customers").status()).isEqualTo(404);
            page.navigate("/");
            Browser.accessible(page);
        } finally {
            page.navigate("/");
            page.click(".acting button");
        }
        assertThat(page).hasURL(address);
        assertThat(page.locator(".acting")).hasCount(0);
    }

    @Test
    void whoLacksTheRightFindsNothing() {
        Page page = shop.staff("staff-catalog");
        assertThat(page.locator("nav a[href='/office/customers']")).hasCount(0);
        for (String path : List.of(
                "/office/customers",
                "/office/customers/new",
                "/office/requests",
                "/office/staff",
                "/office/mails",
                "/office/audit")) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(404);
        }
        Page customers = shop.signedIn("ingrid@fjellheim-elektro.example");
        assertThat(customers.navigate("/office/customers").status()).isEqualTo(404);
    }

    @Test
    @Tag("L04")
    void nobodyIsErasedBeforeTheNameWasTyped() {
        Page page = shop.staff("administrator");
        customer(page, "Havblikk");
        page.locator("section:has(#h-people) .rows a").first().click();
        page.click("a[href$='/data']");
        page.fill("#name", "Noen Annen");
        page.click("main button[data-kind=danger]");
        assertThat(page.locator("#name-e")).containsText("ikke navnet");
        var file = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Last ned"))
                        .click());
        assertThat(file.suggestedFilename()).isEqualTo("personal-data.json");
    }

    @Test
    @Tag("L04")
    void aPersonIsErasedToTheEndAndTheLastOwnerIsNot() {
        String email = "elin@lyssna-horselklinik.example";
        String password = shop.password(email);
        Page page = shop.staff("administrator");
        String address = customer(page, "Lyssna");
        page.click("section:has(#h-people) .rows a:has-text('Elin Audin')");
        page.click("a[href$='/data']");
        page.fill("#name", "Elin Audin");
        page.click("main button[data-kind=danger]");
        assertThat(page.locator(".toast")).isVisible();
        assertThat(page).hasURL(address);
        assertThat(page.locator("section:has(#h-people)")).not().containsText("Elin Audin");
        Page gone = shop.browser().open();
        gone.navigate("/sign-in");
        gone.fill("#email", email);
        gone.fill("#password", password);
        gone.click(PortalShop.MAIN);
        assertThat(gone.locator("[role=alert]").first()).isVisible();
        shop.browser().complaints();

        page.click("section:has(#h-people) .rows a:has-text('Karin Lyssnare')");
        page.click("a[href$='/data']");
        page.fill("#name", "Karin Lyssnare");
        page.click("main button[data-kind=danger]");
        assertThat(page.locator("main")).containsText("Noen andre må ha disse rettighetene");
        assertThat(page.locator("#name")).hasValue("Karin Lyssnare");
        shop.browser().complaints();
    }

    /** Every page of these, as axe sees it, in both schemes and on a phone. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobodyIsShutOut(ColorScheme scheme) {
        Page page =
                shop.staff("administrator", shop.browser().open(scheme, scheme == ColorScheme.DARK ? 390 : 1280, true));
        String address = customer(page, "Fjellheim");
        Browser.accessible(page);
        for (String path : List.of("/edit", "/invite", "/locations/new", "/addresses/new", "/agreements/lighting")) {
            page.navigate(address + path);
            Browser.accessible(page);
        }
        page.navigate(address);
        page.locator("section:has(#h-people) .rows a").first().click();
        Browser.accessible(page);
        for (String path : List.of(
                "/office/customers",
                "/office/customers?text=nobody-is-called-so",
                "/office/customers/new",
                "/office/requests",
                "/office/requests?state=unconfirmed",
                "/office/simulation",
                "/office/staff?vendor=lighting",
                "/office/staff/invite?vendor=lighting",
                "/office/mails?state=all",
                "/office/audit",
                "/office/audit?command=place-order&from=2026-01-01")) {
            page.navigate(path);
            Browser.accessible(page);
        }
    }
}
