package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.order.Order;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Prices.Quotation;
import org.torg.api.vendor.ParameterChange;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** What a price that was shown is worth after a change: that is the vendor's choice. */
class RepriceTest {

    private static final String SILVER = "loyalty.silver.percent";
    private static final String PARCEL = "freight.parcel.amount";
    private static final String REPRICE = "pricing.reprice-after-change";

    private static void set(Shop shop, String key, String value) {
        LocalDate today = LocalDate.of(2026, 3, 2);
        shop.kernel()
                .vendors
                .change(STAFF, Optional.empty(), LIGHTING, new ParameterChange(key, value, today))
                .orElseThrow();
    }

    private static Quotation shown(Shop shop) {
        return shop.kernel()
                .prices
                .price(
                        owner(),
                        new PriceRequest(
                                Optional.empty(),
                                Optional.empty(),
                                Shop.lines(Map.of(UNTRACKED, 2)),
                                Optional.empty(),
                                Optional.empty()))
                .orElseThrow();
    }

    private static Outcome<Order> order(Shop shop, Quotation shown) {
        return shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        Shop.order(Map.of(UNTRACKED, 2), Shop.checkout(new PriceAgreement.Snapshot(shown.snapshot()))));
    }

    @OnEveryDatabase
    void aShownPriceStandsThoughThePriceIsAnotherNow(Database database) {
        Shop shop = Shop.open(database);
        Quotation shown = shown(shop);
        set(shop, SILVER, "50");

        Order order = order(shop, shown).orElseThrow();

        assertThat(order.price()).isEqualTo(shown.priced());
        assertThat(order.price().generation()).isEqualTo(1);
        assertThat(shown(shop).priced().gross()).isNotEqualTo(shown.priced().gross());
    }

    @OnEveryDatabase
    void aVendorThatPricesAnewShowsTheDifferenceLineByLine(Database database) {
        Shop shop = Shop.open(database);
        set(shop, REPRICE, "true");
        Quotation shown = shown(shop);
        set(shop, SILVER, "50");
        set(shop, PARCEL, "99.00");

        Refusal refusal = ((Outcome.Refused<Order>) order(shop, shown)).refusal();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.code()).isEqualTo("price-changed");
        assertThat(refusal.details())
                .extracting(Refusal.Detail::field)
                .containsExactly("/lines/0", "/charges/freight", "/vat");
        assertThat(refusal.details().get(0).message().arguments())
                .extracting(Object::toString)
                .satisfiesExactly(was -> assertThat(was).contains("190.00"), is -> assertThat(is)
                        .contains("100.00"));
        // Confirmed at the new price.
        Order order = order(shop, shown(shop)).orElseThrow();
        assertThat(order.price().generation()).isEqualTo(4);
    }

    @OnEveryDatabase
    void aChangeThatDoesNotTouchThePriceIsNotWorthAQuestion(Database database) {
        Shop shop = Shop.open(database);
        set(shop, REPRICE, "true");
        Quotation shown = shown(shop);
        set(shop, "loyalty.gold.percent", "12");

        Order order = order(shop, shown).orElseThrow();

        assertThat(order.price().gross()).isEqualTo(shown.priced().gross());
        assertThat(order.price().generation()).isEqualTo(3);
    }
}
