package org.torg.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.account.Caller;
import org.torg.portal.look.Reader;
import org.torg.portal.office.NoVendors;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;

class ToldOnceTest {

    private static final String KEY = "told.profile";

    @Test
    void aPageThatIsLoadedTellsIt() {
        assertThat(ToldOnce.of(request("GET", Map.of()))).contains(KEY);
        assertThat(ToldOnce.of(request("GET", Map.of("Sec-Fetch-Dest", "document"))))
                .contains(KEY);
        assertThat(ToldOnce.of(request("POST", Map.of("Sec-Fetch-Dest", "document"))))
                .contains(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, HX-Request, true",
        "GET, Sec-Fetch-Dest, image",
        "GET, Sec-Fetch-Dest, empty",
        "POST, Sec-Fetch-Dest, empty",
        "GET, Sec-Purpose, prefetch;prerender",
        "GET, Purpose, prefetch",
        "HEAD, Accept, text/html"
    })
    void whatNobodySeesAsAPageLeavesItForTheNextOne(String method, String header, String value) {
        assertThat(ToldOnce.of(request(method, Map.of(header, value)))).isEmpty();
    }

    @Test
    void onlyAReplyThatIsAPageTakesIt() {
        Visit visit = visit(Optional.of(KEY));
        assertThat(ToldOnce.isTold(visit, Reply.page(out -> {}))).isTrue();
        assertThat(ToldOnce.isTold(visit, Reply.seeOther("/"))).isFalse();
        assertThat(ToldOnce.isTold(visit, Reply.download("text/csv", "a.csv", out -> {})))
                .isFalse();
        assertThat(ToldOnce.isTold(visit(Optional.empty()), Reply.page(out -> {})))
                .isFalse();
    }

    private static Visit visit(Optional<String> told) {
        return new Visit(
                Route.Method.GET,
                "/",
                Fields.NONE,
                Fields.NONE,
                Map.of(),
                Caller.stranger(Caller.Channel.PORTAL, "request", Locale.ENGLISH),
                Optional.empty(),
                new Reader(Locale.ENGLISH, ZoneOffset.UTC, new NoVendors()),
                "",
                "",
                Optional.empty(),
                false,
                told,
                Optional.empty());
    }

    /** As much of a request as is asked about it. */
    private static HttpServletRequest request(String method, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ToldOnceTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, asked, arguments) -> switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getCookies" -> new Cookie[] {new Cookie(Cookies.TOLD, KEY)};
                    default -> throw new UnsupportedOperationException(asked.getName());
                });
    }
}
