package org.torg.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.Argument;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.Question;
import org.torg.api.fulfilment.Parcel;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTaskId;
import org.torg.api.order.PaymentMethod;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PriceTag;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.pricing.VatAmount;
import org.torg.api.upload.FileType;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.VendorId;

/** Values as the kernel would answer them. */
final class Samples {

    static final VendorId VENDOR = new VendorId("lighting");
    static final AccountId ACCOUNT = new AccountId("account-1");
    static final UserId BUYER = new UserId("user-1");
    static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    static final Instant NOW = Instant.parse("2026-03-31T08:15:30Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    static final Address ADDRESS =
            new Address("Fjord Elektro AS", Optional.of("Lager"), "Storgata 1", Optional.empty(), "0155", "Oslo", "NO");
    static final Message GOLD = Message.of(
            "lighting.gold", "Gold: {0} off from {1}", Argument.percent(new BigDecimal("12.5")), Argument.date(TODAY));
    static final LocalizedText LAMP = new LocalizedText(Map.of("nb", "Taklampe", "en", "Ceiling light"));

    private Samples() {}

    static Money nok(String amount) {
        return Money.of(NOK, new BigDecimal(amount));
    }

    static Account account() {
        return new Account(
                ACCOUNT,
                "10042",
                "Fjord Elektro AS",
                Optional.of("123456785"),
                "NO",
                "nb",
                ADDRESS,
                List.of(ADDRESS),
                "faktura@example.com",
                Optional.empty());
    }

    static LegalEntity seller() {
        return new LegalEntity(
                "lys",
                "Lys AS",
                "974760673",
                "NO 974 760 673 MVA",
                Optional.of("Foretaksregisteret"),
                ADDRESS,
                ZoneId.of("Europe/Oslo"),
                "post@example.com",
                "+47 22 00 00 00",
                Optional.of("Factoring AS"),
                "15030000000");
    }

    static CatalogEntry entry(String sku, boolean priced) {
        Variant variant = new Variant(
                VENDOR,
                new Sku(sku),
                "SL-1",
                LAMP,
                LocalizedText.of("nb", "Til tak"),
                "indoor/ceiling",
                "Nordlys",
                Optional.of("7000000000017"),
                "standard",
                new BigDecimal("0.8"),
                false,
                StockPolicy.DENY,
                5,
                Map.of("ip", "IP44"));
        PriceTag price = new PriceTag(
                BigMoney.parse("NOK 100.00"),
                nok("90.00"),
                nok("112.50"),
                Optional.of(new PriceTag.TierTag("gold", GOLD, "#c9a227")));
        return new CatalogEntry(
                variant,
                LocalizedText.of("nb", "Taklamper"),
                new Availability(StockPolicy.DENY, 10, 3),
                priced ? Optional.of(price) : Optional.empty());
    }

    static DeliveryOption parcel() {
        return new DeliveryOption(
                "parcel",
                Message.of("lighting.parcel", "Parcel"),
                nok("149.00"),
                "lighting.parcel",
                false,
                1,
                3,
                Optional.of(new DeliveryOption.Waiver(
                        nok("2000.00"), Set.of(ChargeKind.FREIGHT), "lighting.free", Message.of("free", "Free"))));
    }

    static PricedCart price(List<PriceRequest.Line> lines) {
        List<PricedCart.PricedLine> priced = lines.stream()
                .map(line -> new PricedCart.PricedLine(
                        line.id(),
                        line.sku(),
                        line.quantity(),
                        BigMoney.parse("NOK 100.00"),
                        nok("100.00"),
                        nok("87.50"),
                        "standard",
                        line.answers().map(answers -> line.id())))
                .toList();
        ModuleRef module = new ModuleRef("lighting.loyalty", "1.0.0");
        TraceEntry step = new TraceEntry(
                Phase.LOYALTY,
                lines.stream().map(PriceRequest.Line::id).findFirst(),
                1,
                Optional.empty(),
                module,
                "lighting.gold",
                GOLD,
                Optional.of(new Adjustment.Value.Rate(new BigDecimal("-12.5"), Adjustment.Base.LIST)),
                nok("100.00"),
                nok("-12.50"),
                "standard",
                TraceEntry.Standing.APPLIED);
        TraceEntry list = new TraceEntry(
                Phase.LIST,
                step.line(),
                1,
                Optional.empty(),
                module,
                "list",
                Message.of("list", "List price"),
                Optional.of(new Adjustment.Value.UnitPrice(BigMoney.parse("NOK 100.00"))),
                nok("0.00"),
                nok("100.00"),
                "standard",
                TraceEntry.Standing.APPLIED);
        Charge freight = new Charge(
                ChargeKind.FREIGHT, "lighting.parcel", Message.of("f", "Freight"), nok("149.00"), "standard");
        return new PricedCart(
                VENDOR,
                ACCOUNT,
                7,
                TODAY,
                new Destination("NO", "0150", Destination.Kind.BUSINESS),
                NOK,
                priced,
                List.of(freight),
                List.of(new VatAmount("standard", new BigDecimal("25"), nok("236.50"), nok("59.13"))),
                nok("236.50"),
                nok("59.13"),
                nok("295.63"),
                Optional.of(parcel()),
                List.of(list, step),
                List.of(module),
                "hash",
                NOW,
                NOW.plusSeconds(900));
    }

    static ConfigurationModel model() {
        Question.About asked = new Question.About(
                "size", Message.of("question.size", "Size"), Optional.empty(), Condition.ALWAYS, true);
        Question size = new Question.Choice(
                asked, List.of(new Question.Option("large", Message.of("option.large", "Large"))), false, List.of());
        Stage device = new Stage(
                "device", Message.of("stage.device", "Device"), ConfigurationModel.Subject.PRODUCT, List.of(size));
        return new ConfigurationModel("SL-1", List.of(device), List.of(), List.of(), List.of(), List.of());
    }

    static Upload scan() {
        return new Upload(
                new UploadId("upload-1"),
                ACCOUNT,
                Optional.of(new LocationId("oslo")),
                VENDOR,
                FileType.STL,
                Optional.of("Upper jaw"),
                Optional.empty(),
                100,
                100,
                Upload.State.READY,
                Optional.empty(),
                Optional.of(new Upload.Stored(100, "0f".repeat(32))),
                true,
                NOW,
                Optional.empty());
    }

    static Configuration configuration(Answers answers) {
        return new Configuration("SL-1", "0f".repeat(32), answers);
    }

    static OrderTask task(OrderTask.State state) {
        boolean done = state == OrderTask.State.DONE;
        return new OrderTask(
                new OrderTaskId("task-1"),
                new OrderId("order-1"),
                "L100001",
                VENDOR,
                ACCOUNT,
                Optional.of(new LocationId("branch-1")),
                new LineId("1"),
                "fetch-models",
                Message.of("task", "Fetch the models"),
                state,
                NOW,
                done ? Optional.of(BUYER) : Optional.empty(),
                done ? Optional.of(NOW) : Optional.empty(),
                done ? 2 : 1);
    }

    /** Of the lines that say more than an article and how many. */
    private static List<Order.LineDetail> details(List<PriceRequest.Line> lines) {
        return lines.stream()
                .filter(line -> line.answers().isPresent() || line.recipient().isPresent())
                .map(line -> new Order.LineDetail(
                        line.id(),
                        line.sku(),
                        line.quantity(),
                        line.answers().map(Samples::configuration),
                        line.recipient(),
                        List.of("fetch-models")))
                .toList();
    }

    static Order order(String id, List<PriceRequest.Line> lines, Checkout checkout) {
        return whole(id, lines, checkout).with(details(lines));
    }

    private static Order whole(String id, List<PriceRequest.Line> lines, Checkout checkout) {
        DeliveryChoice delivery = checkout.delivery()
                .orElse(new DeliveryChoice(
                        ADDRESS,
                        Destination.Kind.BUSINESS,
                        Optional.empty(),
                        new DeliveryChoice.Timing.Requested(TODAY, TODAY.plusDays(2))));
        List<OrderLine> ordered = lines.stream()
                .map(line -> new OrderLine(
                        line.id(),
                        1,
                        line.sku(),
                        LAMP,
                        line.quantity(),
                        0,
                        0,
                        BigMoney.parse("NOK 100.00"),
                        nok("100.00"),
                        nok("87.50"),
                        "standard",
                        StockPolicy.DENY,
                        new BigDecimal("0.8"),
                        false,
                        Optional.of(TODAY),
                        line.answers().map(answers -> line.id())))
                .toList();
        return new Order(
                new OrderId(id),
                "L100001",
                VENDOR,
                ACCOUNT,
                Optional.empty(),
                BUYER,
                Optional.empty(),
                "api",
                OrderStatus.PLACED,
                "received",
                1,
                3,
                NOW,
                NOW,
                ordered,
                price(lines),
                Order.AgreedBy.CURRENT_PRICES,
                new Order.Snapshot(
                        "10042",
                        Optional.of("123456785"),
                        checkout.billing().orElse(ADDRESS),
                        delivery,
                        checkout.contact().orElse(new Contact("faktura@example.com", Optional.empty())),
                        checkout.purchaseOrderReference(),
                        checkout.payment().orElse(PaymentMethod.INVOICE),
                        checkout.note(),
                        checkout.externalIds(),
                        "nb"),
                "terms",
                "texts");
    }

    static Shipment shipment(OrderId order) {
        return new Shipment(
                new ShipmentId("shipment-1"),
                order,
                "L100001",
                VENDOR,
                ACCOUNT,
                1,
                TODAY,
                NOW,
                List.of(new Shipment.Line(new LineId("1"), new Sku("SL-1001"), 0, 2)),
                List.of(new Parcel("Posten", Optional.of("370"), Optional.of("https://example.com/370"))));
    }

    static Invoice invoice(String id) {
        return new Invoice(
                new InvoiceId(id),
                "20001",
                VENDOR,
                ACCOUNT,
                new OrderId("order-1"),
                "L100001",
                new ShipmentId("shipment-1"),
                seller(),
                TODAY,
                TODAY,
                TODAY.plusDays(14),
                "602243",
                "10042",
                Optional.of("123456785"),
                ADDRESS,
                ADDRESS,
                "faktura@example.com",
                Optional.of("PO 4711"),
                NOK,
                List.of(new Invoice.Line(
                        new LineId("1"),
                        new Sku("SL-1001"),
                        LAMP,
                        2,
                        BigMoney.parse("NOK 100.00"),
                        nok("25.00"),
                        nok("175.00"),
                        "standard")),
                List.of(),
                List.of(new VatAmount("standard", new BigDecimal("25"), nok("175.00"), nok("43.75"))),
                nok("175.00"),
                nok("43.75"),
                nok("218.75"),
                Optional.of(nok("0.01")),
                NOW);
    }

    static InvoiceSummary invoiceSummary() {
        Invoice invoice = invoice("invoice-1");
        return new InvoiceSummary(
                invoice.id(),
                invoice.number(),
                invoice.vendor(),
                invoice.account(),
                invoice.order(),
                invoice.orderNumber(),
                invoice.shipment(),
                invoice.date(),
                invoice.dueDate(),
                invoice.net(),
                invoice.gross());
    }

    static ImportStatus importStatus(ImportRequest request, long bytes) {
        return new ImportStatus(
                new ImportId("import-1"),
                request,
                ImportStatus.State.WAITING,
                bytes,
                0,
                0,
                0,
                0,
                NOW,
                Optional.empty(),
                Optional.empty());
    }
}
