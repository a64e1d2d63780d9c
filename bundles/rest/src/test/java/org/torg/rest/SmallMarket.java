package org.torg.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.audit.AuditTrail;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.Imports;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.event.Events;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.fulfilment.Shipments;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.invoice.Invoices;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.Approvals;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderSummary;
import org.torg.api.order.OrderTaskId;
import org.torg.api.order.Orders;
import org.torg.api.order.PlaceOrder;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Prices;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.rest.http.MessageText;

/** The kernel's services in memory, as small as the edge needs them: rights, versions, what was asked, planned failures. */
public final class SmallMarket implements Catalog, Imports, Prices, Orders, Shipments, Events, Vendors {

    private final SmallRecipients recipients = new SmallRecipients(this);
    private final SmallConfigurations configurations = new SmallConfigurations(this);
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final SmallCarts carts = new SmallCarts(this);
    private final SmallApprovals approvals = new SmallApprovals(this);
    private final SmallQuotes quotes = new SmallQuotes(this);
    private final SmallQuickOrders quickOrders = new SmallQuickOrders(this);
    private final SmallFavourites favourites = new SmallFavourites(this);
    private final SmallNotifications notifications = new SmallNotifications();
    private final SmallUploads uploads = new SmallUploads(this);
    private final SmallModules modules = new SmallModules(this);
    private final SmallSimulations simulations = new SmallSimulations(this);
    private final SmallSearch search = new SmallSearch();
    private final SmallMedia media = new SmallMedia();
    private final SmallRequests requests = new SmallRequests(this);
    private final SmallSessions sessions = new SmallSessions();
    private final SmallIdentity identity = new SmallIdentity();
    private final SmallAccounts accounts = new SmallAccounts(this);
    private final SmallPeople people = new SmallPeople(this);
    private Optional<RuntimeException> failure = Optional.empty();
    private Optional<PlaceOrder> placed = Optional.empty();
    private Optional<ProductQuery> asked = Optional.empty();
    private Optional<IdempotencyKey> key = Optional.empty();

    /** The next call of a service throws this. */
    public void failNext(RuntimeException next) {
        failure = Optional.of(next);
    }

    public PlaceOrder placed() {
        return placed.orElseThrow();
    }

    public ProductQuery asked() {
        return asked.orElseThrow();
    }

    public Optional<IdempotencyKey> key() {
        return key;
    }

    MessageText texts() {
        return new MessageText(this);
    }

    SmallIdentity identity() {
        return identity;
    }

    SmallSessions sessions() {
        return sessions;
    }

    SmallAccounts accounts() {
        return accounts;
    }

    SmallPeople people() {
        return people;
    }

    Catalog catalog() {
        return this;
    }

    SmallMedia media() {
        return media;
    }

    SmallSearch search() {
        return search;
    }

    Imports imports() {
        return this;
    }

    Prices prices() {
        return this;
    }

    Orders orders() {
        return this;
    }

    SmallSimulations simulations() {
        return simulations;
    }

    SmallModules modules() {
        return modules;
    }

    SmallApprovals approvals() {
        return approvals;
    }

    SmallQuickOrders quickOrders() {
        return quickOrders;
    }

    SmallFavourites favourites() {
        return favourites;
    }

    SmallQuotes quotes() {
        return quotes;
    }

    SmallUploads uploads() {
        return uploads;
    }

    SmallNotifications notifications() {
        return notifications;
    }

    SmallRequests requests() {
        return requests;
    }

    SmallCarts carts() {
        return carts;
    }

    Shipments shipments() {
        return this;
    }

    Invoices invoices() {
        return new Invoices() {
            @Override
            public Outcome<Invoice> get(Caller caller, InvoiceId id) {
                return allowed(caller, Function.INVOICE_READ, Samples.invoice(id.value()));
            }

            @Override
            public Outcome<Page<InvoiceSummary>> find(Caller caller, Optional<OrderId> order, PageRequest page) {
                return allowed(
                        caller,
                        Function.INVOICE_READ,
                        new Page<>(List.of(Samples.invoiceSummary()), Optional.of("invoice-1")));
            }
        };
    }

    Events events() {
        return this;
    }

    Vendors vendors() {
        return this;
    }

    SmallConfigurations configurations() {
        return configurations;
    }

    SmallRecipients recipients() {
        return recipients;
    }

    AuditTrail audit() {
        return new SmallTrail(this);
    }

    <T> Outcome<T> allowed(Caller caller, Function function, T value) {
        RuntimeException planned = failure.orElse(null);
        failure = Optional.empty();
        if (planned != null) {
            throw planned;
        }
        return caller.mayAnywhere(function)
                ? Outcome.done(value)
                : Outcome.refused(Refusal.of(Refusal.Kind.FORBIDDEN, "forbidden", "You may not do this."));
    }

    @Override
    public Outcome<Listing> find(Caller caller, ProductQuery query) {
        asked = Optional.of(query);
        List<Facet> facets =
                query.withFacets() ? List.of(new Facet("ip", List.of(new Facet.Count("IP44", 2)))) : List.of();
        return allowed(
                caller,
                Function.CATALOG_READ,
                new Listing(
                        new Page<>(
                                List.of(Samples.entry("SL-1001", caller.mayAnywhere(Function.PRICE_READ))),
                                Optional.of("SL-1001")),
                        facets));
    }

    @Override
    public Outcome<CatalogEntry> get(Caller caller, Optional<VendorId> vendor, Sku sku) {
        return sku.value().startsWith("SL")
                ? allowed(
                        caller,
                        Function.CATALOG_READ,
                        Samples.entry(sku.value(), caller.mayAnywhere(Function.PRICE_READ)))
                : Outcome.refused(Refusal.notFound("product"));
    }

    @Override
    public Outcome<List<CatalogEntry>> named(Caller caller, VendorId vendor, Collection<Sku> skus) {
        return Outcome.done(
                skus.stream().map(sku -> Samples.entry(sku.value(), false)).toList());
    }

    @Override
    public List<Category> categories(Caller caller, Optional<VendorId> vendor) {
        return List.of(new Category(Samples.VENDOR, "indoor/ceiling", LocalizedText.of("nb", "Taklamper")));
    }

    @Override
    public Outcome<ImportStatus> start(
            Caller caller, Optional<IdempotencyKey> key, ImportRequest request, InputStream csv) {
        try {
            long bytes = csv.readAllBytes().length;
            return allowed(caller, Function.CATALOG_IMPORT, Samples.importStatus(request, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Outcome<ImportStatus> get(Caller caller, ImportId id) {
        return allowed(
                caller,
                Function.CATALOG_IMPORT,
                Samples.importStatus(
                        new ImportRequest(
                                ImportRequest.Kind.PRODUCTS, Samples.VENDOR, false, ImportRequest.OnError.SKIP),
                        10));
    }

    @Override
    public Outcome<Page<ImportStatus>> find(Caller caller, VendorId vendor, PageRequest page) {
        return allowed(caller, Function.CATALOG_IMPORT, new Page<>(List.of(), Optional.empty()));
    }

    @Override
    public Outcome<Page<ImportReportLine>> report(Caller caller, ImportId id, PageRequest page) {
        return allowed(
                caller,
                Function.CATALOG_IMPORT,
                new Page<>(
                        List.of(new ImportReportLine(
                                2, "price", "SL-1", "number-invalid", Message.of("x", "Not a number"))),
                        Optional.empty()));
    }

    @Override
    public Outcome<Quotation> price(Caller caller, PriceRequest request) {
        return allowed(
                caller,
                Function.PRICE_READ,
                new Quotation(Samples.price(request.lines()), "snapshot", List.of(Samples.parcel())));
    }

    @Override
    public Outcome<Order> place(Caller caller, Optional<IdempotencyKey> given, PlaceOrder command) {
        placed = Optional.of(command);
        key = given;
        Order order = Samples.order("order-" + (orders.size() + 1), command.lines(), command.checkout());
        return allowed(caller, Function.ORDER_PLACE, order).map(done -> {
            orders.put(done.id().value(), done);
            return done;
        });
    }

    @Override
    public Outcome<Order> get(Caller caller, OrderId id) {
        Order order = orders.get(id.value());
        return order == null ? Outcome.refused(Refusal.notFound("order")) : allowed(caller, Function.ORDER_READ, order);
    }

    @Override
    public Outcome<VendorId> vendor(Caller caller, OrderId id) {
        return get(caller, id).map(Order::vendor);
    }

    @Override
    public Outcome<List<LineFile>> files(Caller caller, OrderId id) {
        return get(caller, id).map(order -> order.details().stream()
                .map(detail -> new LineFile(detail.line(), Samples.scan()))
                .toList());
    }

    @Override
    public Outcome<List<ConfigurationModel>> models(Caller caller, OrderId id) {
        return get(caller, id).map(order -> List.of(Samples.model()));
    }

    @Override
    public Outcome<Page<OrderSummary>> find(Caller caller, OrderQuery query) {
        List<OrderSummary> found = new ArrayList<>();
        orders.values()
                .forEach(order -> found.add(new OrderSummary(
                        order.id(),
                        order.number(),
                        order.vendor(),
                        order.account(),
                        order.status(),
                        order.placedAt(),
                        order.price().net(),
                        order.price().gross(),
                        order.lines().size(),
                        order.snapshot().purchaseOrderReference())));
        return allowed(caller, Function.ORDER_READ, new Page<>(found, Optional.empty()));
    }

    @Override
    public Outcome<org.torg.api.vendor.Terms> terms(Caller caller, OrderId id) {
        throw new UnsupportedOperationException("nothing of the API tells terms");
    }

    @Override
    public Outcome<Dossier> dossier(Caller caller, OrderId id) {
        return get(caller, id).flatMap(order -> models(caller, id).flatMap(models -> cancellations(caller, id)
                .flatMap(cancelled -> terms(caller, id).map(terms -> new Dossier(order, models, cancelled, terms)))));
    }

    @Override
    public Outcome<List<Cancellation>> cancellations(Caller caller, OrderId id) {
        return get(caller, id)
                .map(order -> List.of(new Cancellation(
                        2, order.changedAt(), Map.of(order.lines().get(0).id(), 1), Optional.of("Not needed"))));
    }

    @Override
    public Outcome<Order> cancel(
            Caller caller,
            Optional<IdempotencyKey> given,
            OrderId id,
            Optional<Long> expectedVersion,
            OrderCommand.CancelLines command) {
        return get(caller, id)
                .flatMap(order -> expectedVersion.isPresent() && expectedVersion.get() != order.version()
                        ? Outcome.refused(Refusal.of(Refusal.Kind.PRECONDITION, "version-changed", "Read it again."))
                        : allowed(
                                caller,
                                Function.ORDER_AMEND,
                                order.next(
                                        order.status(),
                                        order.workflowState(),
                                        order.lines(),
                                        order.revision() + 1,
                                        order.changedAt())));
    }

    @Override
    public Outcome<Order> move(
            Caller caller, Optional<IdempotencyKey> given, OrderId id, Optional<Long> expectedVersion, String state) {
        return get(caller, id)
                .flatMap(order -> allowed(
                        caller,
                        Function.ORDER_AMEND,
                        order.next(order.status(), state, order.lines(), order.revision(), order.changedAt())));
    }

    @Override
    public Outcome<Shipment> register(
            Caller caller,
            Optional<IdempotencyKey> given,
            OrderId order,
            Optional<Long> expectedVersion,
            RegisterShipment command) {
        return allowed(caller, Function.SHIPMENT_REGISTER, Samples.shipment(order));
    }

    @Override
    public Outcome<Page<Shipment>> find(Caller caller, Optional<OrderId> order, PageRequest page) {
        return allowed(
                caller,
                Function.SHIPMENT_READ,
                new Page<>(List.of(Samples.shipment(order.orElse(new OrderId("order-1")))), Optional.empty()));
    }

    @Override
    public Outcome<Page<EventRecord>> after(Caller caller, Optional<String> after, int limit) {
        List<Event> happened = List.of(
                new Event.OrderPlaced(
                        Samples.VENDOR, Optional.of(Samples.ACCOUNT), new OrderId("o"), "L1", Samples.nok("1.00")),
                new Event.OrderLinesCancelled(Samples.VENDOR, Optional.empty(), new OrderId("o"), 2, Map.of("1", 2)),
                new Event.ShipmentRegistered(
                        Samples.VENDOR,
                        Optional.empty(),
                        new OrderId("o"),
                        new ShipmentId("s"),
                        List.of(new LineId("1"))),
                new Event.OrderCompleted(Samples.VENDOR, Optional.empty(), new OrderId("o")),
                new Event.OrderCancelled(Samples.VENDOR, Optional.empty(), new OrderId("o")),
                new Event.OrderTaskDone(
                        Samples.VENDOR, Optional.empty(), new OrderId("o"), new OrderTaskId("t"), "fetch-models"),
                new Event.InvoiceIssued(
                        Samples.VENDOR,
                        Optional.empty(),
                        new OrderId("o"),
                        new InvoiceId("i"),
                        "20001",
                        Samples.nok("1.00")),
                new Event.ApprovalAsked(
                        Samples.VENDOR,
                        Optional.of(Samples.ACCOUNT),
                        new ApprovalId("a"),
                        new CartId("c"),
                        Samples.nok("1.00")),
                new Event.ApprovalDecided(
                        Samples.VENDOR,
                        Optional.of(Samples.ACCOUNT),
                        new ApprovalId("a"),
                        Approvals.State.APPROVED,
                        Optional.of(new OrderId("o"))),
                new Event.ImportFinished(Samples.VENDOR, Optional.empty(), new ImportId("m"), 3, 1),
                new Event.ModuleSetPublished(Samples.VENDOR, Optional.empty(), 9),
                new Event.ParametersChanged(Samples.VENDOR, Optional.empty(), 8));
        List<EventRecord> records = new ArrayList<>();
        happened.forEach(event -> records.add(new EventRecord("e" + records.size(), Samples.NOW, event)));
        return allowed(
                caller, Function.EVENT_READ, new Page<>(after.isEmpty() ? records : List.of(), Optional.of("e7")));
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Oslo");
    }

    @Override
    public List<VendorDescriptor> present() {
        return List.of(SmallVendor.lighting().descriptor());
    }

    @Override
    public List<VendorDescriptor> known() {
        return present();
    }

    @Override
    public boolean isOpen(VendorId vendor) {
        return speech(vendor).isPresent();
    }

    @Override
    public Optional<Speech> speech(VendorId vendor) {
        Vendor lighting = SmallVendor.lighting();
        return Optional.of(new Speech(lighting.texts(), lighting.workflow()))
                .filter(speech -> vendor.equals(Samples.VENDOR));
    }

    @Override
    public Outcome<ParameterSheet> parameters(Caller caller, VendorId vendor) {
        return vendor.equals(Samples.VENDOR)
                ? allowed(caller, Function.PARAMETER_READ, sheet(List.of()))
                : Outcome.refused(Refusal.notFound("vendor"));
    }

    @Override
    public Outcome<ParameterSheet> change(
            Caller caller, Optional<IdempotencyKey> given, VendorId vendor, ParameterChange change) {
        return allowed(caller, Function.PARAMETER_EDIT, sheet(List.of(change)));
    }

    private static ParameterSheet sheet(List<ParameterChange> changes) {
        ParameterDefinition gold = new ParameterDefinition(
                "loyalty.gold.percent",
                ParameterDefinition.Type.PERCENT,
                "10",
                Optional.of(java.math.BigDecimal.ZERO),
                Optional.empty(),
                Message.of("label", "Gold discount"));
        return new ParameterSheet(
                Samples.VENDOR,
                7,
                List.of(gold),
                new Parameters(Samples.NOK, Map.of("loyalty.gold.percent", "10")),
                changes);
    }
}
