package org.torg.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private final Cursor orders = new Cursor("orders");

    @Test
    void leadsBackToItsPlaceInItsOwnListOnly() {
        String cursor = orders.write("019a2b:æ");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(orders.read(cursor)).contains("019a2b:æ");
        assertThat(new Cursor("invoices").read(cursor)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "b3JkZXJz", "b3JkZXJzOgA", "ordersZ"})
    void whatIsNoCursorLeadsNowhere(String text) {
        assertThat(orders.read(text)).isEmpty();
    }
}
