package org.torg.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderStatus;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Fields;

/** Filters of the list of orders, as they stand in its address. */
class OrderWishTest {

    private static final Caller STRANGER = Caller.stranger(Caller.Channel.PORTAL, "r", Locale.ENGLISH);

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private static OrderQuery query(OrderWish wish) {
        return wish.query(STRANGER, day -> day.atStartOfDay(OSLO).toInstant(), PageRequest.first(25));
    }

    @Test
    @Tag("L23")
    void whatStandsInTheAddressIsAskedForAndWrittenAgain() {
        OrderWish wish = OrderWish.of(Fields.NONE
                .with("status", "in-fulfilment")
                .with("vendor", "lighting")
                .with("from", "2026-11-01")
                .with("until", "2026-11-22")
                .with("q", " PO 7 "));

        OrderQuery asked = query(wish);

        assertThat(asked.status()).contains(OrderStatus.IN_FULFILMENT);
        assertThat(asked.vendor()).contains(new VendorId("lighting"));
        assertThat(asked.from()).contains(Instant.parse("2026-10-31T23:00:00Z"));
        // The last day belongs to it.
        assertThat(asked.until()).contains(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(asked.keyword()).contains("PO 7");
        assertThat(wish.after("x y"))
                .isEqualTo(
                        "/orders?status=in-fulfilment&vendor=lighting&from=2026-11-01&until=2026-11-22&q=PO+7&after=x+y");
        assertThat(wish.at(Optional.empty())).doesNotContain("status").contains("q=PO+7");
    }

    @Test
    @Tag("H44")
    void theOrdersOfOnePersonAreAskedForByAnIdAlone() {
        String id = "0190a000-0000-7000-8000-000000000001";
        OrderWish wish = OrderWish.of(Fields.NONE.with("recipient", id).with("q", "PO"));
        assertThat(query(wish).recipient()).contains(new RecipientId(id));
        assertThat(wish.after("x")).isEqualTo("/orders?q=PO&recipient=" + id + "&after=x");
        assertThat(wish.forEverybody()).isEqualTo("/orders?q=PO");
        assertThat(wish.isNarrow()).isTrue();
        assertThat(query(OrderWish.of(Fields.NONE.with("recipient", "Kari Nordmann")))
                        .recipient())
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsNoFilter() {
        OrderWish wish = OrderWish.of(Fields.NONE
                .with("status", "lost")
                .with("vendor", "../x")
                .with("from", "yesterday")
                .with("who", "boss")
                .with("q", "x".repeat(101)));

        assertThat(wish.isNarrow()).isFalse();
        assertThat(wish.at(Optional.empty())).isEqualTo("/orders");
    }
}
