package org.torg.kernel.cart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.configurator.Answers;
import org.torg.api.order.Checkout;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.Orders;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.store.CartStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.order.OrderingPerson;

/** Opens, edits, prices and checks out carts. Edits of one cart queue up at its row, so that none is lost. */
@Component(service = Carts.class)
public final class CartService implements Carts {
    private final Commands commands;
    private final Clock clock;
    private final CartStore carts;
    private final CartAccess access;
    private final CartLines lines;
    private final CartRules rules;
    private final CartShelf shelf;
    private final CartOpening opening;
    private final CartQuotation quotation;
    private final CartDelivery deliveries;
    private final CartCheckout checkouts;
    private final OrderingPerson people;
    private final Orders orders;

    @Activate
    public CartService(
            @Reference Commands commands,
            @Reference Clock clock,
            @Reference CartStore carts,
            @Reference CartAccess access,
            @Reference CartLines lines,
            @Reference CartRules rules,
            @Reference CartShelf shelf,
            @Reference CartOpening opening,
            @Reference CartQuotation quotation,
            @Reference CartDelivery deliveries,
            @Reference CartCheckout checkouts,
            @Reference OrderingPerson people,
            @Reference Orders orders) {
        this.commands = commands;
        this.clock = clock;
        this.carts = carts;
        this.access = access;
        this.lines = lines;
        this.rules = rules;
        this.shelf = shelf;
        this.opening = opening;
        this.quotation = quotation;
        this.deliveries = deliveries;
        this.checkouts = checkouts;
        this.people = people;
        this.orders = orders;
    }

    @Override
    public Outcome<Page<CartSummary>> find(Caller caller, CartQuery query) {
        return shelf.find(caller, query);
    }

    @Override
    public Outcome<Integer> countOpenLines(Caller caller) {
        return shelf.countOpenLines(caller);
    }

    @Override
    public Outcome<Cart> create(Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor) {
        return commands.run(
                caller,
                key,
                "create-cart",
                vendor,
                target -> access.read(caller, new CartId(target)),
                () -> opening.blank(caller, vendor).map(cart -> tx -> {
                    carts.insert(tx, cart);
                    return effect(cart);
                }));
    }

    @Override
    public Outcome<CartView> get(Caller caller, CartId id) {
        Outcome<Cart> own = access.read(caller, id);
        Outcome<Cart> seen =
                own.isDone() || !caller.mayAnywhere(Function.ORDER_APPROVE) ? own : access.submitted(caller, id);
        return seen.map(cart -> quotation.shown(caller, cart));
    }

    @Override
    public Outcome<Cart> addLine(Caller caller, Optional<IdempotencyKey> key, CartId id, NewLine line) {
        return commands.runPatiently(
                caller,
                key,
                "add-cart-line",
                List.of(id.value(), line),
                target -> access.read(caller, id),
                () -> access.open(caller, id)
                        .flatMap(cart -> judged(caller, cart, line).map(content -> tx -> {
                            Instant now = clock.now();
                            Cart locked = access.lock(tx, cart, Optional.empty());
                            CartEdit.Put put = CartEdit.add(locked, content, line.quantity(), now)
                                    .orElseThrow();
                            return put(tx, put, content, now);
                        })));
    }

    private Outcome<CartLines.Content> judged(Caller caller, Cart cart, NewLine line) {
        return isQuantity(line.quantity())
                ? lines.judge(caller, cart, line.sku(), line.answers(), line.recipient())
                        .flatMap(content -> rules.obeyed(
                                caller,
                                cart,
                                content,
                                whole -> CartEdit.add(whole, content.whole(), line.quantity(), clock.now())))
                : Outcome.refused(CartEdit.quantityInvalid());
    }

    private Effect<Cart> put(Tx tx, CartEdit.Put put, CartLines.Content content, Instant now) {
        CartId id = put.next().id();
        carts.putLine(tx, id, put.line(), put.position(), lines.seal(tx, content));
        lines.keepFiles(tx, put.next(), put.line().id(), content);
        carts.touch(tx, id, now);
        return effect(put.next());
    }

    @Override
    public Outcome<Cart> configureLine(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            LineId line,
            Answers answers,
            Optional<RecipientId> recipient) {
        return commands.runPatiently(
                caller,
                key,
                "configure-cart-line",
                List.of(id.value(), expectedVersion, line.value(), answers, recipient),
                target -> access.read(caller, id),
                () -> access.open(caller, id).flatMap(cart -> line(cart, line)
                        .flatMap(known -> known.recipient()
                                .flatMap(before -> lines.obstacle(caller, cart, before))
                                .<Outcome<CartLines.Content>>map(Outcome::refused)
                                .orElseGet(() -> lines.judge(caller, cart, known.sku(), Optional.of(answers), recipient)
                                        .flatMap(content -> rules.obeyed(
                                                caller,
                                                cart,
                                                content,
                                                whole -> put(CartEdit.configure(
                                                        whole, line, content.whole(), clock.now()))))))
                        .map(content -> tx -> {
                            Instant now = clock.now();
                            Cart locked = access.lock(tx, cart, expectedVersion);
                            CartEdit.Put put = CartEdit.configure(locked, line, content, now)
                                    .orElseThrow(() -> new RefusedException(Refusal.notFound("line")));
                            return put(tx, put, content, now);
                        })));
    }

    private static Outcome<CartEdit.Put> put(Optional<CartEdit.Put> put) {
        return put.map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.notFound("line")));
    }

    private static Outcome<Cart.Line> line(Cart cart, LineId id) {
        return cart.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("line")));
    }

    @Override
    public Outcome<Cart> changeLine(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity) {
        return commands.runPatiently(
                caller,
                key,
                "change-cart-line",
                List.of(id.value(), expectedVersion, line.value(), quantity),
                target -> access.read(caller, id),
                () -> access.open(caller, id)
                        .flatMap(cart -> quantity == 0 || isQuantity(quantity)
                                ? Outcome.done(cart)
                                : Outcome.refused(CartEdit.quantityInvalid()))
                        .flatMap(cart -> quantity == 0
                                ? Outcome.done(cart)
                                : rules.obeyed(
                                        caller,
                                        cart,
                                        cart,
                                        whole -> put(CartEdit.change(whole, line, quantity, clock.now()))))
                        .map(cart -> tx -> {
                            Instant now = clock.now();
                            // What takes away breaks no rule.
                            Cart locked = quantity == 0
                                    ? access.lock(tx, id, expectedVersion)
                                    : access.lock(tx, cart, expectedVersion);
                            if (quantity == 0
                                    && CartEdit.change(locked, line, 1, now).isPresent()) {
                                carts.deleteLine(tx, id, line);
                                lines.releaseFiles(tx, locked, line);
                                carts.touch(tx, id, now);
                                return effect(CartEdit.remove(locked, line, now));
                            }
                            CartEdit.Put put = CartEdit.change(locked, line, quantity, now)
                                    .orElseThrow(() -> new RefusedException(Refusal.notFound("line")));
                            carts.setQuantity(tx, id, line, quantity);
                            carts.touch(tx, id, now);
                            return effect(put.next());
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
                target -> access.read(caller, id),
                () -> access.open(caller, id)
                        .flatMap(cart -> deliveries
                                .obstacle(caller, cart, delivery)
                                .<Outcome<Cart>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(cart)))
                        .map(cart -> tx -> {
                            Instant now = clock.now();
                            Cart locked = access.lock(tx, id, expectedVersion);
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
                target -> access.read(caller, id),
                () -> access.open(caller, id)
                        .flatMap(cart -> actingFor
                                .flatMap(person -> people.obstacle(caller, cart, person))
                                .<Outcome<Cart>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(cart)))
                        .map(cart -> tx -> {
                            Instant now = clock.now();
                            Cart locked = access.lock(tx, id, expectedVersion);
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
                () -> access.open(caller, id).flatMap(cart -> people.of(caller, cart)
                        .flatMap(buyer -> checkouts.prepare(buyer, cart, checkout))));
    }

    @Override
    public Outcome<Cart> pause(Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion) {
        return shelf.pause(caller, key, id, expectedVersion);
    }

    @Override
    public Outcome<Resumed> resume(
            Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion) {
        return shelf.resume(caller, key, id, expectedVersion);
    }

    @Override
    public Outcome<Cart> handOver(
            Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion, UserId colleague) {
        return shelf.handOver(caller, key, id, expectedVersion, colleague);
    }

    private static boolean isQuantity(int quantity) {
        return quantity >= 1 && quantity <= PriceRequest.MAX_QUANTITY;
    }

    private static Effect<Cart> effect(Cart cart) {
        return CartAccess.effect(cart);
    }
}
