package org.torg.kernel;

import java.time.Duration;
import org.torg.api.Clock;
import org.torg.api.cart.Carts;
import org.torg.api.fulfilment.Shipments;
import org.torg.api.invoice.Invoices;
import org.torg.api.order.Orders;
import org.torg.api.store.StockStore;
import org.torg.kernel.cart.CartCheckout;
import org.torg.kernel.cart.CartDelivery;
import org.torg.kernel.cart.CartQuotation;
import org.torg.kernel.cart.CartService;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.fulfilment.ShipmentService;
import org.torg.kernel.invoice.InvoiceIssuer;
import org.torg.kernel.invoice.InvoiceService;
import org.torg.kernel.order.Contents;
import org.torg.kernel.order.OrderBooking;
import org.torg.kernel.order.OrderChanges;
import org.torg.kernel.order.OrderNumbers;
import org.torg.kernel.order.OrderPlacement;
import org.torg.kernel.order.OrderService;
import org.torg.kernel.order.Visibility;
import org.torg.kernel.pricing.Pricing;
import org.torg.kernel.pricing.Snapshots;
import org.torg.kernel.pricing.StoredTaxRates;
import org.torg.kernel.vendor.ParameterCache;
import org.torg.kernel.vendor.VendorRegistry;
import org.torg.persistence.Stores;

/** The services of the order path, wired as in the container. */
public final class KernelServices {
    private final Orders orders;
    private final Carts carts;
    private final Shipments shipments;
    private final Invoices invoices;
    private final InvoiceIssuer invoiceIssuer;
    private final Pricing pricing;
    private final Snapshots snapshots;

    KernelServices(Stores stores, StockStore stock, VendorRegistry vendors, Clock clock) {
        var transactions = stores.transactions();
        Gate gate = new Gate();
        Ids ids = new Ids();
        Commands commands = new Commands(transactions, stores.commands(), clock, ids, new Nudge());
        StoredTaxRates rates = new StoredTaxRates(transactions, stores.prices(), clock);
        snapshots = new Snapshots(transactions, stores.keys(), clock, Duration.ofMinutes(30));
        pricing = new Pricing(
                vendors,
                new ParameterCache(transactions, stores.vendors(), clock, vendors),
                gate,
                clock,
                transactions,
                stores.accounts(),
                stores.catalog(),
                stores.prices(),
                rates,
                snapshots);
        Contents contents = new Contents(transactions, stores.vendors());
        Visibility visibility = new Visibility(gate);
        OrderPlacement placement = new OrderPlacement(
                gate, clock, ids, pricing, snapshots, contents, new OrderNumbers(transactions, stores.numbers()));
        OrderBooking booking = new OrderBooking(stores.orders(), stock, stores.catalog());
        OrderChanges changes = new OrderChanges(transactions, stores.orders(), contents, visibility, clock, ids);
        orders = new OrderService(
                commands, transactions, stores.orders(), stock, visibility, placement, booking, changes);
        shipments = new ShipmentService(commands, transactions, stores.orders(), stock, visibility, changes);
        carts = new CartService(
                gate,
                commands,
                transactions,
                clock,
                ids,
                stores.carts(),
                stores.catalog(),
                vendors,
                new CartQuotation(pricing, snapshots),
                new CartDelivery(vendors, pricing, clock),
                new CartCheckout(stores.carts(), placement, booking),
                orders);
        invoiceIssuer = new InvoiceIssuer(
                stores.orders(), stores.invoices(), stores.numbers(), contents, rates, commands, clock, ids);
        invoices = new InvoiceService(transactions, stores.invoices(), visibility);
    }

    public Orders orders() {
        return orders;
    }

    public Carts carts() {
        return carts;
    }

    public Shipments shipments() {
        return shipments;
    }

    public Invoices invoices() {
        return invoices;
    }

    public InvoiceIssuer invoiceIssuer() {
        return invoiceIssuer;
    }

    public Pricing pricing() {
        return pricing;
    }

    public Snapshots snapshots() {
        return snapshots;
    }
}
