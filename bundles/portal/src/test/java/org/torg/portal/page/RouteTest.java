package org.torg.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    private static final Route ORDER =
            Route.get("/orders/{order}", Route.Door.IN_COMPANY, visit -> Reply.seeOther("/"));

    @Test
    void partsOfThePathAreNamed() {
        assertThat(ORDER.match(Route.parts("/orders/4711"))).contains(Map.of("order", "4711"));
        assertThat(ORDER.match(Route.parts("/orders"))).isEmpty();
        assertThat(ORDER.match(Route.parts("/orders/4711/lines"))).isEmpty();
        assertThat(ORDER.match(Route.parts("/invoices/4711"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/catalogue?q=%C3%A5", "/"})
    void whatIsOursMayBeLedTo(String path) {
        assertThat(Paths.isOurs(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x"
            })
    void nobodyIsLedElsewhere(String path) {
        assertThat(Paths.isOurs(path)).isFalse();
    }
}
