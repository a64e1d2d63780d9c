package org.torg.portal.office.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.LocalizedText;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.PaymentMethod;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.vendor.VendorId;

/** An order with two lines: of the first five are open, of the second none is. */
public final class OrderSample {

    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    private static final VendorId VENDOR = new VendorId("lighting");
    private static final AccountId ACCOUNT = new AccountId("account");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Address ADDRESS =
            new Address("Kunde AS", Optional.empty(), "Storgata 1", Optional.empty(), "0155", "Oslo", "NO");

    private OrderSample() {}

    public static Order placed() {
        return new Order(
                new OrderId("order"),
                "L100001",
                VENDOR,
                ACCOUNT,
                Optional.empty(),
                new UserId("user"),
                Optional.empty(),
                "PORTAL",
                OrderStatus.IN_FULFILMENT,
                "partly-shipped",
                1,
                3,
                NOW,
                NOW,
                List.of(line("1", 8, 1, 2), line("2", 4, 0, 4)),
                price(),
                Order.AgreedBy.CURRENT_PRICES,
                new Order.Snapshot(
                        "K1",
                        Optional.empty(),
                        ADDRESS,
                        new DeliveryChoice(
                                ADDRESS,
                                Destination.Kind.BUSINESS,
                                Optional.empty(),
                                new DeliveryChoice.Timing.InParts()),
                        new Contact("post@kunde.example", Optional.empty()),
                        Optional.empty(),
                        PaymentMethod.INVOICE,
                        Optional.empty(),
                        List.of(),
                        "nb"),
                "terms",
                "texts");
    }

    private static OrderLine line(String id, int ordered, int cancelled, int shipped) {
        return new OrderLine(
                new LineId(id),
                Integer.parseInt(id),
                new Sku("LAMP-" + id),
                LocalizedText.of("en", "Lamp " + id),
                ordered,
                cancelled,
                shipped,
                BigMoney.of(NOK, BigDecimal.TEN),
                Money.of(NOK, 80),
                Money.of(NOK, 80),
                "standard",
                StockPolicy.UNTRACKED,
                BigDecimal.ONE,
                false,
                Optional.empty());
    }

    private static PricedCart price() {
        return new PricedCart(
                VENDOR,
                ACCOUNT,
                1,
                LocalDate.of(2026, 3, 2),
                new Destination("NO", "0155", Destination.Kind.BUSINESS),
                NOK,
                List.of(),
                List.of(),
                List.of(),
                Money.zero(NOK),
                Money.zero(NOK),
                Money.zero(NOK),
                Optional.empty(),
                List.of(),
                List.of(),
                "hash",
                NOW,
                NOW);
    }
}
