package org.torg.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.ExternalId;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.PaymentMethod;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.pricing.VatAmount;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.VendorId;

/** Complete values for tests. */
public final class Samples {

    public static final VendorId LIGHTING = new VendorId("lighting");
    public static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    public static final Address ADDRESS = new Address(
            "Lys & Lampe AS", Optional.of("Varemottak"), "Storgata 1", Optional.empty(), "0155", "Oslo", "NO");
    public static final DeliveryChoice DELIVERY = new DeliveryChoice(
            ADDRESS,
            Destination.Kind.BUSINESS,
            Optional.of("parcel"),
            new DeliveryChoice.Timing.Requested(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 3)));

    private Samples() {}

    public static Account account(AccountId id) {
        return new Account(
                id,
                "C-" + id.value(),
                "Lys & Lampe AS",
                Optional.of("974760673"),
                "NO",
                "nb",
                ADDRESS,
                List.of(ADDRESS, ADDRESS),
                "faktura@example.org",
                Optional.empty());
    }

    public static ProductRow product(String sku, String category, Map<String, String> attributes, int onHand) {
        return new ProductRow(
                new Variant(
                        LIGHTING,
                        new Sku(sku),
                        "P-" + sku,
                        new LocalizedText(Map.of("nb", "Taklampe Ærlig " + sku, "en", "Ceiling light " + sku)),
                        LocalizedText.of("nb", "En lampe til taket"),
                        category,
                        "Nordlys",
                        Optional.of("7090012345678"),
                        "standard",
                        new BigDecimal("1.25"),
                        false,
                        StockPolicy.DENY,
                        5,
                        attributes),
                LocalizedText.of("nb", "Taklampe"),
                Optional.of(onHand));
    }

    public static Money nok(String amount) {
        return Money.of(NOK, new BigDecimal(amount));
    }

    public static Order order(AccountId account, int lineCount, Instant placedAt) {
        return order(newId(placedAt), account, lineCount, placedAt);
    }

    public static Order order(String id, AccountId account, int lineCount, Instant placedAt) {
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 1; i <= lineCount; i++) {
            lines.add(line(i));
        }
        return new Order(
                new OrderId(id),
                "N" + id.substring(id.length() - 12),
                LIGHTING,
                account,
                Optional.empty(),
                new UserId("u-1"),
                Optional.of(new UserId("u-2")),
                "API",
                OrderStatus.PLACED,
                "received",
                1,
                1,
                placedAt,
                placedAt,
                lines,
                price(account, lineCount, placedAt),
                Order.AgreedBy.EXPECTED_TOTAL,
                new Order.Snapshot(
                        "C-1",
                        Optional.of("974760673"),
                        ADDRESS,
                        DELIVERY,
                        new Contact("innkjop@example.org", Optional.of("+4722000000")),
                        Optional.of("PO-77"),
                        PaymentMethod.INVOICE,
                        Optional.empty(),
                        List.of(new ExternalId("erp", "4711")),
                        "nb"),
                "terms-hash",
                "texts-hash");
    }

    private static OrderLine line(int position) {
        return new OrderLine(
                new LineId("l-" + position),
                position,
                new Sku("SKU-" + position),
                new LocalizedText(Map.of("nb", "Lampe", "en", "Lamp")),
                10,
                0,
                0,
                BigMoney.of(NOK, new BigDecimal("12.345")),
                nok("123.45"),
                nok("111.11"),
                "standard",
                StockPolicy.BACKORDER,
                new BigDecimal("0.5"),
                position == 1,
                Optional.of(LocalDate.of(2026, 3, 29)));
    }

    private static PricedCart price(AccountId account, int lineCount, Instant at) {
        List<PricedCart.PricedLine> lines = new ArrayList<>();
        List<TraceEntry> trace = new ArrayList<>();
        for (int i = 1; i <= lineCount; i++) {
            OrderLine line = line(i);
            lines.add(new PricedCart.PricedLine(
                    line.id(),
                    line.sku(),
                    line.ordered(),
                    line.listPrice(),
                    line.listAmount(),
                    line.net(),
                    line.vatCategory()));
            trace.add(new TraceEntry(
                    Phase.LIST,
                    Optional.of(line.id()),
                    line.ordered(),
                    Optional.empty(),
                    new ModuleRef("kernel", "1"),
                    "kernel.list",
                    Message.of("kernel.list", "List price"),
                    Optional.empty(),
                    nok("0"),
                    line.listAmount(),
                    "standard",
                    TraceEntry.Standing.APPLIED));
        }
        return new PricedCart(
                LIGHTING,
                account,
                3,
                LocalDate.of(2026, 3, 29),
                new Destination("NO", "0150", Destination.Kind.BUSINESS),
                NOK,
                lines,
                List.of(charge()),
                List.of(vat()),
                nok("482.33"),
                nok("120.58"),
                nok("602.91"),
                Optional.empty(),
                trace,
                List.of(new ModuleRef("lighting.loyalty", "1.0")),
                "input-hash",
                at,
                at.plusSeconds(900));
    }

    private static Charge charge() {
        return new Charge(
                ChargeKind.FREIGHT, "lighting.freight", Message.of("freight", "Freight"), nok("149.00"), "standard");
    }

    private static VatAmount vat() {
        return new VatAmount("standard", new BigDecimal("25"), nok("482.33"), nok("120.58"));
    }

    public static LegalEntity seller(String id) {
        return new LegalEntity(
                id,
                "Nordlys AS",
                "974760673",
                "NO 974 760 673 MVA",
                Optional.of("Foretaksregisteret"),
                ADDRESS,
                ZoneId.of("Europe/Oslo"),
                "post@example.org",
                "+4722000000",
                Optional.empty(),
                "1234.56.78903");
    }

    public static Invoice invoice(Order order, String seller, String number, ShipmentId shipment, Instant at) {
        return new Invoice(
                new InvoiceId(newId(at)),
                number,
                order.vendor(),
                order.account(),
                order.id(),
                order.number(),
                shipment,
                seller(seller),
                LocalDate.of(2026, 3, 29),
                LocalDate.of(2026, 3, 28),
                LocalDate.of(2026, 4, 12),
                "602243",
                "C-1",
                Optional.empty(),
                ADDRESS,
                ADDRESS,
                "faktura@example.org",
                Optional.of("PO-77"),
                NOK,
                List.of(new Invoice.Line(
                        new LineId("l-1"),
                        new Sku("SKU-1"),
                        LocalizedText.of("nb", "Lampe"),
                        10,
                        BigMoney.of(NOK, new BigDecimal("12.345")),
                        nok("12.34"),
                        nok("111.11"),
                        "standard")),
                List.of(charge()),
                List.of(vat()),
                nok("482.33"),
                nok("120.58"),
                nok("602.91"),
                Optional.of(nok("0.01")),
                at);
    }

    /** A UUID that grows with time, as the kernel's do. */
    public static String newId(Instant at) {
        UUID random = UUID.randomUUID();
        long millis = at.toEpochMilli();
        return new UUID(
                        (millis << 16) | 0x7000L | (random.getMostSignificantBits() & 0xfff),
                        random.getLeastSignificantBits())
                .toString();
    }
}
