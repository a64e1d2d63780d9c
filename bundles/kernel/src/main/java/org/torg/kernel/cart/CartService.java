package org.torg.kernel.cart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Checkout;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.Orders;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.store.CartStore;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Ids;
import org.torg.kernel.order.OrderChanges;
import org.torg.kernel.order.OrderingPerson;
import org.torg.kernel.vendor.VendorRegistry;

/** Opens, edits, prices and checks out carts. Edits of one cart queue up at its row, so that none is lost. */
@Component(service = Carts.class)
public final class CartService implements Carts {
    private final Gate gate;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;
    private final CartStore carts;
    private final CatalogStore catalog;
    private final VendorRegistry vendors;
    private final CartQuotation quotation;
    private final CartDelivery deliveries;
    private final CartCheckout checkouts;
    private final OrderingPerson people;
    private final Orders orders;

    @Activate
    public CartService(
            @Reference Gate gate,
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference CartStore carts,
            @Reference CatalogStore catalog,
            @Reference VendorRegistry vendors,
            @Reference CartQuotation quotation,
            @Reference CartDelivery deliveries,
            @Reference CartCheckout checkouts,
            @Reference OrderingPerson people,
            @Reference Orders orders) {
        this.gate = gate;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.carts = carts;
        this.catalog = catalog;
        this.vendors = vendors;
        this.quotation = quotation;
        this.deliveries = deliveries;
        this.checkouts = checkouts;
        this.people = people;
        this.orders = orders;
    }

    @Override
    public Outcome<Cart> create(Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor) {
        return commands.run(
                caller, key, "create-cart", vendor, target -> read(caller, new CartId(target)), () -> here(caller)
                        .flatMap(account -> vendor(caller, vendor).map(id -> tx -> create(tx, caller, account, id))));
    }

    /** The account for which the caller may open carts, at the chosen location where there is one. */
    private Outcome<AccountId> here(Caller caller) {
        return gate.requireHere(caller, Function.CART_EDIT)
                .<Outcome<AccountId>>map(Outcome::refused)
                .orElseGet(() -> account(caller));
    }

    private Outcome<VendorId> vendor(Caller caller, Optional<VendorId> named) {
        if (named.filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.refused(VendorRegistry.unknown());
        }
        Optional<VendorId> meant = named.or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo));
        return vendors.resolve(meant).map(found -> found.descriptor().id());
    }

    private Effect<Cart> create(Tx tx, Caller caller, AccountId account, VendorId vendor) {
        Instant now = clock.now();
        UserId owner = caller.user()
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(Refusal.Kind.FORBIDDEN, "person-required", "A cart belongs to a person.")));
        Cart cart = new Cart(
                new CartId(ids.next()),
                vendor,
                account,
                owner,
                List.of(),
                Optional.empty(),
                1,
                now,
                now,
                Optional.empty(),
                caller.location(),
                caller.actingFor().map(Caller.ActingFor::user),
                Optional.empty());
        carts.insert(tx, cart);
        return effect(cart);
    }

    @Override
    public Outcome<CartView> get(Caller caller, CartId id) {
        Outcome<Cart> own = read(caller, id);
        Outcome<Cart> seen = own.isDone() || !caller.mayAnywhere(Function.ORDER_APPROVE) ? own : submitted(caller, id);
        return seen.map(cart -> quotation.view(caller, cart));
    }

    /** What somebody sees who approves what is in carts, and edits none there. */
    private Outcome<Cart> submitted(Caller caller, CartId id) {
        return transactions
                .read(tx -> carts.cart(tx, id))
                .filter(cart -> cart.approval().isPresent()
                        && caller.account().filter(cart.account()::equals).isPresent())
                .filter(cart ->
                        gate.covers(caller, Function.ORDER_APPROVE, cart.account(), cart.location(), cart.vendor()))
                .<Outcome<Cart>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("cart")));
    }

    @Override
    public Outcome<Cart> addLine(Caller caller, Optional<IdempotencyKey> key, CartId id, Sku sku, int quantity) {
        return commands.run(
                caller,
                key,
                "add-cart-line",
                List.of(id.value(), sku.value(), quantity),
                target -> read(caller, id),
                () -> open(caller, id)
                        .flatMap(cart ->
                                isQuantity(quantity) ? known(cart, sku) : Outcome.refused(CartEdit.quantityInvalid()))
                        .map(cart -> tx -> {
                            Instant now = clock.now();
                            return put(tx, lock(tx, id), now, locked -> CartEdit.add(locked, sku, quantity, now));
                        }));
    }

    private interface Edit {
        Outcome<CartEdit.Put> of(Cart locked);
    }

    private Effect<Cart> put(Tx tx, Cart locked, Instant now, Edit edit) {
        CartEdit.Put put = edit.of(locked).orElseThrow();
        carts.putLine(tx, locked.id(), put.line(), put.position());
        carts.touch(tx, locked.id(), now);
        return effect(put.next());
    }

    @Override
    public Outcome<Cart> changeLine(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity) {
        return commands.run(
                caller,
                key,
                "change-cart-line",
                List.of(id.value(), expectedVersion, line.value(), quantity),
                target -> read(caller, id),
                () -> open(caller, id)
                        .flatMap(cart -> quantity == 0 || isQuantity(quantity)
                                ? Outcome.done(cart)
                                : Outcome.refused(CartEdit.quantityInvalid()))
                        .map(cart -> tx -> {
                            Instant now = clock.now();
                            Cart locked = expected(lock(tx, id), expectedVersion);
                            if (quantity == 0
                                    && CartEdit.change(locked, line, 1, now).isPresent()) {
                                carts.deleteLine(tx, id, line);
                                carts.touch(tx, id, now);
                                return effect(CartEdit.remove(locked, line, now));
                            }
                            return put(tx, locked, now, it -> CartEdit.change(it, line, quantity, now)
                                    .<Outcome<CartEdit.Put>>map(Outcome::done)
                                    .orElseGet(() -> Outcome.refused(Refusal.notFound("line"))));
                        }));
    }

    @Override
    public Outcome<Cart> setDelivery(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            DeliveryChoice delivery) {
        return commands.run(
                caller,
                key,
                "set-cart-delivery",
                List.of(id.value(), expectedVersion, delivery),
                target -> read(caller, id),
                () -> open(caller, id)
                        .flatMap(cart -> deliveries
                                .obstacle(caller, cart, delivery)
                                .<Outcome<Cart>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(cart)))
                        .map(cart -> tx -> {
                            Instant now = clock.now();
                            Cart locked = expected(lock(tx, id), expectedVersion);
                            carts.setDelivery(tx, id, delivery);
                            carts.touch(tx, id, now);
                            return effect(CartEdit.deliver(locked, delivery, now));
                        }));
    }

    @Override
    public Outcome<Cart> setPerson(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            Optional<UserId> actingFor) {
        return commands.run(
                caller,
                key,
                "set-cart-person",
                List.of(id.value(), expectedVersion, actingFor),
                target -> read(caller, id),
                () -> open(caller, id)
                        .flatMap(cart -> actingFor
                                .flatMap(person -> people.obstacle(caller, cart, person))
                                .<Outcome<Cart>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(cart)))
                        .map(cart -> tx -> {
                            Instant now = clock.now();
                            Cart locked = expected(lock(tx, id), expectedVersion);
                            carts.setPerson(tx, id, actingFor);
                            carts.touch(tx, id, now);
                            return effect(CartEdit.name(locked, actingFor, now));
                        }));
    }

    @Override
    public Outcome<Order> checkout(Caller caller, Optional<IdempotencyKey> key, CartId id, Checkout checkout) {
        return commands.run(
                caller,
                key,
                "check-out-cart",
                List.of(id.value(), checkout),
                target -> orders.get(caller, new OrderId(target)),
                () -> open(caller, id).flatMap(cart -> people.of(caller, cart)
                        .flatMap(buyer -> checkouts.prepare(buyer, cart, checkout))));
    }

    /** The account in which the caller may edit carts, of some location at least. */
    private Outcome<AccountId> account(Caller caller) {
        return gate.requireAnywhere(caller, Function.CART_EDIT)
                .<Outcome<AccountId>>map(Outcome::refused)
                .orElseGet(() -> caller.account()
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.notFound("account"))));
    }

    private Outcome<Cart> read(Caller caller, CartId id) {
        return account(caller).flatMap(account -> transactions
                .read(tx -> carts.cart(tx, id))
                .filter(cart -> cart.account().equals(account))
                .filter(cart -> gate.covers(caller, Function.CART_EDIT, cart.account(), cart.location(), cart.vendor()))
                .<Outcome<Cart>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("cart"))));
    }

    private Outcome<Cart> open(Caller caller, CartId id) {
        return read(caller, id)
                .flatMap(cart ->
                        obstacle(cart).<Outcome<Cart>>map(Outcome::refused).orElseGet(() -> Outcome.done(cart)));
    }

    private static Optional<Refusal> obstacle(Cart cart) {
        if (cart.order().isPresent()) {
            return Optional.of(CartCheckout.closed());
        }
        return cart.approval().map(open -> CartCheckout.locked());
    }

    /** The cart as it is now, for this transaction alone. */
    private Cart lock(Tx tx, CartId id) {
        Cart locked = carts.lock(tx, id).orElseThrow(() -> new RefusedException(Refusal.notFound("cart")));
        obstacle(locked).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        return locked;
    }

    private static Cart expected(Cart locked, Optional<Long> version) {
        if (version.isPresent() && version.get() != locked.version()) {
            throw new RefusedException(OrderChanges.versionChanged());
        }
        return locked;
    }

    private Outcome<Cart> known(Cart cart, Sku sku) {
        boolean known = Sku.isValid(sku.value())
                && !transactions
                        .read(tx -> catalog.variants(tx, cart.vendor(), List.of(sku)))
                        .isEmpty();
        return known
                ? Outcome.done(cart)
                : Outcome.refused(Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "sku-unknown",
                        "There is no article {0}.",
                        Argument.text(sku.value())));
    }

    private static boolean isQuantity(int quantity) {
        return quantity >= 1 && quantity <= PriceRequest.MAX_QUANTITY;
    }

    private static Effect<Cart> effect(Cart cart) {
        return new Effect<>(cart, cart.id().value(), Optional.of(cart.account()), List.of());
    }
}
