package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * One server with three vendors and the demo's data, and one browser, for all tests of pages: a class says
 * {@code @ExtendWith(PortalShopExtension.class)} and asks for it in its constructor. Others order here too: a test looks for its own
 * texts and counts nothing that is not its own.
 */
final class PortalShop implements CloseableResource {

    /** What a page is for. */
    static final String MAIN = "main button[data-kind=main]";

    private final LaunchedServer server;
    private final Market market;
    private final Browser browser;

    PortalShop() {
        // Beside the folder of the other server, which knows its own by being the newest.
        Path base = Path.of(System.getProperty("torg.work", "target/server"))
                .toAbsolutePath()
                .resolveSibling("portal-shop");
        try {
            remove(base);
            Files.createDirectories(base.resolve("etc"));
            Files.writeString(base.resolve("etc/org.torg.kernel.vendor.cfg"), "vendors = lighting,dental,hearing\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new LaunchedServer(base, "--features", "torg-demo").awaitReady();
        market = new Market(server);
        browser = browserFor(server);
    }

    private static Browser browserFor(LaunchedServer server) {
        try {
            return new Browser(server.address());
        } catch (RuntimeException e) {
            // Nobody would close the server of a shop that never opened.
            server.close();
            throw e;
        }
    }

    URI address() {
        return server.address();
    }

    LaunchedServer server() {
        return server;
    }

    /** The same market by its API, to make what a page is to show. */
    Market market() {
        return market;
    }

    Browser browser() {
        return browser;
    }

    String password(String email) {
        return market.logins().stream()
                .filter(row -> row[1].equals(email))
                .findFirst()
                .orElseThrow()[2];
    }

    /** A window of a customer who has just signed in. */
    Page signedIn(String email) {
        return signedIn(email, browser.open());
    }

    Page signedIn(String email, Page page) {
        page.navigate("/sign-in");
        page.fill("#email", email);
        page.fill("#password", password(email));
        page.click(MAIN);
        assertThat(page).hasURL(address() + "/");
        return page;
    }

    /** A window in the back office of the first of the demo's staff with this role, such as {@code staff-orders}. */
    Page staff(String role) {
        return staff(role, browser.open());
    }

    /** As everybody in this role shares one session (codes of the second factor are few), nobody signs out here. */
    Page staff(String role, Page page) {
        page.context()
                .addCookies(List.of(new Cookie("torg_session", market.token(role))
                        .setUrl(address().toString())));
        page.navigate("/office");
        assertThat(page.locator(".office")).isVisible();
        return page;
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
