package org.torg.kernel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.torg.api.LocalizedText;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.cart.Carts;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.fulfilment.Shipments;
import org.torg.api.invoice.Invoices;
import org.torg.api.order.Checkout;
import org.torg.api.order.Orders;
import org.torg.api.order.PlaceOrder;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.store.EventStore.ClaimedDelivery;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.store.StockStore;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Subscriptions;
import org.torg.kernel.event.EventConsumer;
import org.torg.kernel.vendor.VendorRegistry;
import org.torg.persistence.Stores;
import org.torg.vendors.lighting.LightingVendor;

/**
 * The kernel's order path on a real database with the lighting vendor, a clock that tests move, one account with an owner
 * and a buyer, another account, and a few articles at 100.00 kroner. Each opening begins with empty tables.
 */
public final class KernelFixture {
    public static final VendorId LIGHTING = new VendorId("lighting");
    public static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    public static final Address OFFICE =
            new Address("Kunde AS", Optional.empty(), "Storgata 1", Optional.empty(), "0155", "Oslo", "NO");
    public static final Address WAREHOUSE =
            new Address("Kunde AS lager", Optional.of("Mottak"), "Kaia 2", Optional.empty(), "5003", "Bergen", "NO");

    /** Ten on the shelf, never sold below zero. */
    public static final Sku DENIED = new Sku("DENY-10");

    public static final Sku BACKORDERED = new Sku("BACKORDER-0");
    public static final Sku UNTRACKED = new Sku("MADE-TO-ORDER");

    /** A thousand on the shelf, too big for the parcel service. */
    public static final Sku BULKY = new Sku("BULKY-1000");

    public static final Account CUSTOMER = account("0190a000-0000-7000-8000-000000000001", "10042");
    public static final Account OTHER_CUSTOMER = account("0190a000-0000-7000-8000-000000000002", "10043");

    private final TestDatabase database;
    private final VendorRegistry vendors;
    private final KernelServices services;
    private final MovableClock clock = new MovableClock();
    private final Vendor lighting = new LightingVendor("1.0.0");

    private KernelFixture(TestDatabase database) {
        this.database = database;
        vendors = VendorRegistry.of(lighting);
        services = node();
    }

    public static KernelFixture open(TestDatabase database) {
        database.clean();
        KernelFixture fixture = new KernelFixture(database);
        fixture.fill();
        return fixture;
    }

    /** The services as another node of the same tenant has them: same database, nothing in memory shared. */
    public KernelServices node() {
        return new KernelServices(stores(), stores().stock(), vendors, clock);
    }

    /** The services with another stock store. */
    public KernelServices node(StockStore stock) {
        return new KernelServices(stores(), stock, vendors, clock);
    }

    public Stores stores() {
        return database.stores();
    }

    public SentStatements statements() {
        return database.statements();
    }

    public MovableClock clock() {
        return clock;
    }

    public Orders orders() {
        return services.orders();
    }

    public Carts carts() {
        return services.carts();
    }

    public Shipments shipments() {
        return services.shipments();
    }

    public Invoices invoices() {
        return services.invoices();
    }

    public KernelServices services() {
        return services;
    }

    /** The lighting vendor's bundle stops. */
    public void vendorLeaves() {
        vendors.remove(lighting);
    }

    public static Caller owner() {
        return customer(CUSTOMER, Role.OWNER);
    }

    public static Caller buyer() {
        return customer(CUSTOMER, Role.BUYER);
    }

    public static Caller stranger() {
        return Caller.stranger(Caller.Channel.API, "request", Locale.ENGLISH);
    }

    public static Caller foreigner() {
        return customer(OTHER_CUSTOMER, Role.OWNER);
    }

    /** The lighting vendor's order desk. */
    public static Caller staff() {
        return person("staff", Optional.empty(), Role.STAFF_ORDERS, Scope.of(LIGHTING));
    }

    private static Caller customer(Account account, Role role) {
        return person(
                role.name().toLowerCase(Locale.ROOT) + "-" + account.customerNumber(),
                Optional.of(account.id()),
                role,
                Scope.of(account.id()));
    }

    private static Caller person(String name, Optional<AccountId> account, Role role, Scope scope) {
        Set<Grant> grants = role.functions().stream()
                .map(function -> new Grant(function, function == Function.CATALOG_READ ? Scope.tenant() : scope))
                .collect(Collectors.toSet());
        return new Caller(
                new Caller.Subject.Person(new UserId(name)),
                account,
                Optional.empty(),
                Optional.empty(),
                grants,
                Caller.Channel.API,
                "request",
                Locale.ENGLISH);
    }

    /** An order at current prices with all defaults; lines "1", "2" and so on. */
    public static PlaceOrder order(Map<Sku, Integer> goods) {
        return order(goods, checkout(new PriceAgreement.Current()));
    }

    public static PlaceOrder order(Map<Sku, Integer> goods, Checkout checkout) {
        return new PlaceOrder(Optional.empty(), Optional.empty(), lines(goods), checkout);
    }

    public static List<PriceRequest.Line> lines(Map<Sku, Integer> goods) {
        List<Sku> skus = goods.keySet().stream().sorted().toList();
        return skus.stream()
                .map(sku -> new PriceRequest.Line(
                        new LineId(Integer.toString(skus.indexOf(sku) + 1)), sku, goods.getOrDefault(sku, 0)))
                .toList();
    }

    public static Checkout checkout(PriceAgreement prices) {
        return new Checkout(
                prices,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Carries all events that are due to those inside the kernel who must be told, as the dispatcher does. */
    public void deliver() {
        deliver(services);
    }

    public void deliver(KernelServices node) {
        while (deliverSome(node) > 0) {}
    }

    private int deliverSome(KernelServices node) {
        EventConsumer consumer = node.invoiceIssuer();
        Instant now = clock.now();
        List<ClaimedDelivery> claimed = stores().transactions().write(tx -> stores().events()
                .claim(tx, List.of(Subscriptions.INVOICING), now, now.plus(Duration.ofMinutes(1)), 50));
        for (ClaimedDelivery delivery : claimed) {
            stores().transactions().change(tx -> {
                if (stores().events().done(tx, delivery.event().id(), delivery.consumer())) {
                    consumer.handle(tx, delivery.event());
                }
            });
        }
        return claimed.size();
    }

    public Availability stock(Sku sku) {
        return stores().transactions()
                .read(tx -> stores().catalog().variants(tx, LIGHTING, List.of(sku)))
                .get(0)
                .availability();
    }

    /** Sets what is on the shelf; what is reserved stays. */
    public void onHand(Sku sku, int onHand) {
        Variant variant = stores().transactions()
                .read(tx -> stores().catalog().variants(tx, LIGHTING, List.of(sku)))
                .get(0)
                .variant();
        stores().transactions().change(tx -> stores().catalog()
                .upsert(tx, LIGHTING, List.of(new ProductRow(variant, variant.name(), Optional.of(onHand)))));
    }

    /** A price of one for everybody from now on. */
    public void price(Sku sku, String amount) {
        String batch = new Ids().next();
        stores().transactions().change(tx -> {
            stores().prices().stage(tx, LIGHTING, batch, List.of(row(sku, amount)));
            stores().prices().activate(tx, LIGHTING, batch, clock.now());
        });
        clock.move(Duration.ofMillis(1));
    }

    private void fill() {
        List<ProductRow> products = List.of(
                product(DENIED, StockPolicy.DENY, 10, false),
                product(BACKORDERED, StockPolicy.BACKORDER, 0, false),
                product(UNTRACKED, StockPolicy.UNTRACKED, 0, false),
                product(BULKY, StockPolicy.DENY, 1000, true));
        stores().transactions().change(tx -> {
            stores().accounts().insert(tx, CUSTOMER);
            stores().accounts().insert(tx, OTHER_CUSTOMER);
            stores().accounts().put(tx, new Agreement(CUSTOMER.id(), LIGHTING, Optional.of("silver"), Set.of()));
            stores().catalog().upsert(tx, LIGHTING, products);
            stores().prices()
                    .stage(
                            tx,
                            LIGHTING,
                            "first",
                            products.stream()
                                    .map(product -> row(product.variant().sku(), "100.00"))
                                    .toList());
            stores().prices().activate(tx, LIGHTING, "first", clock.now());
        });
    }

    private static PriceRow row(Sku sku, String amount) {
        return new PriceRow(
                sku,
                PriceStore.STANDARD_LIST,
                Optional.empty(),
                Optional.empty(),
                1,
                BigMoney.of(NOK, new BigDecimal(amount)),
                Optional.empty(),
                Optional.empty());
    }

    private static ProductRow product(Sku sku, StockPolicy policy, int onHand, boolean bulky) {
        LocalizedText name = new LocalizedText(Map.of("nb", "Lampe " + sku.value(), "en", "Lamp " + sku.value()));
        Variant variant = new Variant(
                LIGHTING,
                sku,
                "P-" + sku.value(),
                name,
                name,
                "indoor",
                "Lumo",
                Optional.empty(),
                "standard",
                new BigDecimal("1.500"),
                bulky,
                policy,
                7,
                Map.of());
        return new ProductRow(variant, name, policy == StockPolicy.UNTRACKED ? Optional.empty() : Optional.of(onHand));
    }

    private static Account account(String id, String number) {
        return new Account(
                new AccountId(id),
                number,
                "Kunde AS",
                Optional.of("123456785"),
                "NO",
                "nb",
                OFFICE,
                List.of(WAREHOUSE),
                "faktura@kunde.example",
                Optional.of("+47 99 00 00 00"));
    }
}
