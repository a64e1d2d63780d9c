package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor leaves and comes back while a customer looks on. */
class VendorAwayPortalIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String BUNDLE = "org.torg.vendors.lighting";

    @TempDir
    private Path base;

    @Test
    void aClosedStallSaysSoAndItsOrdersAreReadAsBefore() {
        try (LaunchedServer server = new LaunchedServer(base, "--features", "torg-demo", "--shell")) {
            server.awaitReady();
            Market market = new Market(server);
            String order = placed(market.as("owner"));
            try (Browser browser = new Browser(server.address())) {
                Page page = browser.open();
                signIn(market, page);
                page.navigate("/orders/" + order);
                String seller = page.locator(".head p").last().textContent();
                String state = page.locator("section[aria-label] p").nth(1).textContent();
                page.navigate("/catalogue?vendor=lighting");
                assertThat(page.locator("html")).not().hasAttribute("data-closed", "true");
                String product = page.locator(".product h3 a").first().getAttribute("href");

                server.type("torg:module-activate --remove " + BUNDLE + " lighting");
                Await.until("the stall is closed", BOUND, () -> isClosed(page, "/orders/" + order));
                assertThat(page.locator(".note")).containsText("er stengt akkurat nå");
                assertThat(page.locator(".head p").last()).hasText(seller);
                assertThat(page.locator("section[aria-label] p").nth(1)).hasText(state);
                assertThat(page.locator("main")).containsText("Vi har mottatt bestillingen");
                Browser.accessible(page);
                page.navigate(product);
                assertThat(page.locator("form[action='/cart/lines']")).hasCount(0);

                server.type("torg:module-rollback lighting 1");
                Await.until("the stall is open", BOUND, () -> !isClosed(page, "/orders/" + order));
                page.navigate(product);
                Locator add = page.locator("form[action='/cart/lines'] button").first();
                add.click();
                assertThat(page.locator(".toast")).isVisible();
                assertThat(browser.complaints()).isEmpty();
            }
            server.type("torg:stop");
            assertThat(server.awaitEnd()).isZero();
        }
    }

    private static boolean isClosed(Page page, String path) {
        page.navigate(path);
        return page.locator("html[data-closed]").count() > 0;
    }

    private static void signIn(Market market, Page page) {
        String[] login = market.logins().stream()
                .filter(row -> row[0].equals("owner"))
                .findFirst()
                .orElseThrow();
        page.navigate("/sign-in");
        page.fill("#email", login[1]);
        page.fill("#password", login[2]);
        page.click(PortalShop.MAIN);
        assertThat(page.locator("h1")).isVisible();
    }

    /** The first article that is for sale, ordered. */
    private static String placed(Client client) {
        String sku = client.get(Market.API + "/products?vendor=lighting&category=indoor/downlights")
                .json()
                .at("/items/0/sku")
                .asText();
        Client.Reply reply = client.post(
                Market.API + "/orders",
                Map.of("lines", List.of(Map.of("sku", sku, "quantity", 1)), "acceptPrices", "current"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().get("id").asText();
    }
}
