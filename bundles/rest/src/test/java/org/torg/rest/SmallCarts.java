package org.torg.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.CartRule;
import org.torg.api.cart.Carts;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Guidance;
import org.torg.api.order.Checkout;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Prices;
import org.torg.api.vendor.VendorId;

/** Carts in memory, with versions. */
final class SmallCarts implements Carts {

    private final Map<CartId, Cart> carts = new LinkedHashMap<>();
    private final SmallMarket market;

    SmallCarts(SmallMarket market) {
        this.market = market;
    }

    @Override
    public Outcome<Integer> countOpenLines(Caller caller) {
        int open = carts.values().stream()
                .filter(cart -> cart.order().isEmpty() && cart.pausedAt().isEmpty())
                .mapToInt(cart -> cart.lines().size())
                .sum();
        return market.allowed(caller, Function.CART_EDIT, open);
    }

    @Override
    public Outcome<Cart> create(Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor) {
        Cart cart = new Cart(
                new CartId("cart-" + (carts.size() + 1)),
                Samples.VENDOR,
                Samples.ACCOUNT,
                Samples.BUYER,
                List.of(),
                Optional.empty(),
                1,
                Samples.NOW,
                Samples.NOW,
                Optional.empty());
        return market.allowed(caller, Function.CART_EDIT, cart).map(done -> {
            carts.put(done.id(), done);
            return done;
        });
    }

    @Override
    public Outcome<CartView> get(Caller caller, CartId id) {
        return found(id).map(cart -> {
            List<PriceRequest.Line> lines = cart.lines().stream()
                    .map(line -> new PriceRequest.Line(line.id(), line.sku(), line.quantity()))
                    .toList();
            return new CartView(
                    cart,
                    lines.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Prices.Quotation(Samples.price(lines), "snapshot", List.of(Samples.parcel()))),
                    List.of(new CartRule.Objection(
                            "phone-required", Message.of("phone", "A phone number is needed."), Optional.empty())),
                    cart.lines().stream()
                            .filter(line -> line.configuration().isPresent())
                            .map(line -> new ConfiguredLine(
                                    line.id(),
                                    Samples.model(),
                                    Answers.NONE,
                                    false,
                                    List.of("size"),
                                    List.of(new Guidance.Misfit(
                                            "colour",
                                            new Guidance.Conflict(
                                                    List.of("size"),
                                                    List.of("no-small-black"),
                                                    List.of(Message.of("why", "Not made in black."))))),
                                    Optional.of(Samples.nok("87.50"))))
                            .toList(),
                    cart.lines().stream()
                            .filter(line -> line.sku().value().equals("SL-BULKY"))
                            .map(Cart.Line::id)
                            .collect(java.util.stream.Collectors.toSet()));
        });
    }

    @Override
    public Outcome<Page<CartSummary>> find(Caller caller, CartQuery query) {
        return market.allowed(
                caller,
                Function.CART_EDIT,
                new Page<>(
                        carts.values().stream()
                                .filter(cart -> query.paused().isEmpty()
                                        || query.paused().get()
                                                == cart.pausedAt().isPresent())
                                .map(SmallCarts::summary)
                                .toList(),
                        Optional.empty()));
    }

    private static CartSummary summary(Cart cart) {
        return new CartSummary(
                cart.id(),
                cart.vendor(),
                cart.account(),
                cart.owner(),
                Optional.of(new LocationId("branch-1")),
                Optional.of(Samples.BUYER),
                cart.lines().size(),
                cart.createdAt(),
                cart.changedAt(),
                cart.pausedAt(),
                cart.approval(),
                cart.version());
    }

    @Override
    public Outcome<Cart> addLine(Caller caller, Optional<IdempotencyKey> key, CartId id, NewLine line) {
        return change(id, Optional.empty(), lines -> {
            List<Cart.Line> more = new ArrayList<>(lines);
            more.add(new Cart.Line(
                    new LineId("line-" + (lines.size() + 1)),
                    line.sku(),
                    line.quantity(),
                    line.answers().map(Samples::configuration),
                    line.recipient()));
            return more;
        });
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
        return change(id, expectedVersion, lines -> lines.stream()
                .map(known -> known.id().equals(line)
                        ? new Cart.Line(
                                line,
                                known.sku(),
                                known.quantity(),
                                Optional.of(Samples.configuration(answers)),
                                recipient)
                        : known)
                .toList());
    }

    @Override
    public Outcome<Cart> pause(Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion) {
        return change(id, expectedVersion, lines -> lines)
                .map(cart -> store(cart, cart.owner(), Optional.of(Samples.NOW)));
    }

    @Override
    public Outcome<Resumed> resume(
            Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion) {
        return change(id, expectedVersion, lines -> lines)
                .map(cart -> store(cart, cart.owner(), Optional.empty()))
                .flatMap(cart -> get(caller, id))
                .map(view -> new Resumed(
                        view,
                        Optional.of(new Seen(Samples.NOW, Samples.nok("90.00"), Samples.nok("112.50"), List.of())),
                        view.cart().lines().stream()
                                .map(line -> new Difference(
                                        line.id(),
                                        line.sku(),
                                        false,
                                        Optional.of(Samples.nok("90.00")),
                                        Optional.of(Samples.nok("87.50")),
                                        List.of("colour")))
                                .toList()));
    }

    @Override
    public Outcome<Cart> handOver(
            Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion, UserId colleague) {
        return change(id, expectedVersion, lines -> lines).map(cart -> store(cart, colleague, cart.pausedAt()));
    }

    private Cart store(Cart cart, UserId owner, Optional<Instant> pausedAt) {
        Cart next = new Cart(
                cart.id(),
                cart.vendor(),
                cart.account(),
                owner,
                cart.lines(),
                cart.delivery(),
                cart.version(),
                cart.createdAt(),
                Samples.NOW,
                cart.order(),
                cart.location(),
                cart.actingFor(),
                cart.approval(),
                pausedAt);
        carts.put(next.id(), next);
        return next;
    }

    @Override
    public Outcome<Cart> changeLine(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity) {
        return change(id, expectedVersion, lines -> lines.stream()
                .map(known -> known.id().equals(line)
                        ? new Cart.Line(line, known.sku(), quantity, known.configuration(), known.recipient())
                        : known)
                .filter(known -> known.quantity() > 0)
                .toList());
    }

    @Override
    public Outcome<Cart> setDelivery(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            DeliveryChoice delivery) {
        return change(id, expectedVersion, lines -> lines)
                .map(cart -> store(cart, cart.lines(), Optional.of(delivery), cart.version()));
    }

    @Override
    public Outcome<Cart> setPerson(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            Optional<UserId> actingFor) {
        return change(id, expectedVersion, lines -> lines).map(cart -> {
            Cart named = new Cart(
                    cart.id(),
                    cart.vendor(),
                    cart.account(),
                    cart.owner(),
                    cart.lines(),
                    cart.delivery(),
                    cart.version(),
                    cart.createdAt(),
                    cart.changedAt(),
                    cart.order(),
                    Optional.of(new LocationId("branch-1")),
                    actingFor,
                    cart.approval());
            carts.put(id, named);
            return named;
        });
    }

    @Override
    public Outcome<Order> checkout(Caller caller, Optional<IdempotencyKey> key, CartId id, Checkout checkout) {
        return found(id)
                .map(cart -> Samples.order(
                        "order-of-" + id.value(),
                        cart.lines().stream()
                                .map(line -> new PriceRequest.Line(line.id(), line.sku(), line.quantity()))
                                .toList(),
                        checkout));
    }

    private Outcome<Cart> found(CartId id) {
        return carts.containsKey(id) ? Outcome.done(carts.get(id)) : Outcome.refused(Refusal.notFound("cart"));
    }

    private Outcome<Cart> change(CartId id, Optional<Long> expected, UnaryOperator<List<Cart.Line>> lines) {
        return found(id)
                .flatMap(cart -> expected.isPresent() && expected.get() != cart.version()
                        ? Outcome.refused(Refusal.of(Refusal.Kind.PRECONDITION, "version-changed", "Read it again."))
                        : Outcome.done(store(cart, lines.apply(cart.lines()), cart.delivery(), cart.version() + 1)));
    }

    private Cart store(Cart cart, List<Cart.Line> lines, Optional<DeliveryChoice> delivery, long version) {
        Cart next = new Cart(
                cart.id(),
                cart.vendor(),
                cart.account(),
                cart.owner(),
                lines,
                delivery,
                version,
                cart.createdAt(),
                Samples.NOW,
                cart.order());
        carts.put(next.id(), next);
        return next;
    }
}
