package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page weighs on its way to a browser, with style, scripts and icons, without its pictures. */
@ExtendWith(PortalShopExtension.class)
class PageWeightIT {

    private static final int MOST = 100_000;
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");

    private final PortalShop shop;
    private final HttpClient client = HttpClient.newHttpClient();

    PageWeightIT(PortalShop shop) {
        this.shop = shop;
    }

    @Test
    void pagesWeighLittle() throws Exception {
        Page page = shop.signedIn("ingrid@fjellheim-elektro.example");
        page.navigate("/catalogue?vendor=lighting");
        String product = page.locator(".product h3 a").first().getAttribute("href");
        for (String path : List.of(
                "/",
                "/catalogue?vendor=lighting",
                product,
                "/products/dental/SK-VINGE/configure",
                "/cart",
                "/orders",
                "/invoices",
                "/projects",
                "/quick-order",
                "/favourites",
                "/help")) {
            assertThat(weight(page, path)).as("bytes of " + path).isLessThan(MOST);
        }
        Page staff = shop.staff("staff-orders");
        assertThat(weight(staff, "/office")).isLessThan(MOST);
    }

    private int weight(Page page, String path) throws Exception {
        HttpResponse<byte[]> html = get(page, path);
        int sum = html.body().length;
        Matcher files = FILE.matcher(text(html));
        for (String file : files.results().map(found -> found.group(1)).collect(Collectors.toSet())) {
            sum += get(page, file).body().length;
        }
        // Else the files were not found, and nothing would have been weighed.
        assertThat(sum).isGreaterThan(10_000);
        return sum;
    }

    private HttpResponse<byte[]> get(Page page, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop.address() + path))
                .header("Accept-Encoding", "gzip")
                .header("Cookie", cookies(page))
                .build();
        HttpResponse<byte[]> reply = client.send(request, BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply;
    }

    private static String cookies(Page page) {
        return page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private static String text(HttpResponse<byte[]> reply) throws IOException {
        assertThat(reply.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
