package org.torg.kernel.cart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.FollowingCarts;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.Order;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.RecipientUse;
import org.torg.kernel.cart.CartFilling.Target;
import org.torg.kernel.cart.CartReuse.Earlier;
import org.torg.kernel.cart.CartReuse.Placed;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.order.Visibility;

/** Opens a cart for the recipients of an earlier order or cart. What was answered about them stays where it is. */
@Component(service = FollowingCarts.class)
public final class FollowingCartService implements FollowingCarts {
    private final Commands commands;
    private final Transactions transactions;
    private final OrderStore orders;
    private final Visibility visibility;
    private final CartAccess access;
    private final CartFilling filling;
    private final CartReuse reuse;
    private final RecipientUse recipients;

    @Activate
    public FollowingCartService(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference OrderStore orders,
            @Reference Visibility visibility,
            @Reference CartAccess access,
            @Reference CartFilling filling,
            @Reference CartReuse reuse,
            @Reference RecipientUse recipients) {
        this.commands = commands;
        this.transactions = transactions;
        this.orders = orders;
        this.visibility = visibility;
        this.access = access;
        this.filling = filling;
        this.reuse = reuse;
        this.recipients = recipients;
    }

    /** What is followed, as far as it is for somebody. */
    private record Before(VendorId vendor, AccountId account, Optional<LocationId> location, List<Earlier> lines) {

        List<RecipientId> recipients() {
            return lines.stream()
                    .flatMap(line -> line.recipient().stream())
                    .distinct()
                    .toList();
        }

        Before of(Optional<RecipientId> only) {
            return only.isEmpty()
                    ? this
                    : new Before(
                            vendor,
                            account,
                            location,
                            lines.stream()
                                    .filter(line -> line.recipient().equals(only))
                                    .toList());
        }
    }

    @Override
    public Outcome<Following> open(
            Caller caller,
            Optional<IdempotencyKey> key,
            Source source,
            Optional<RecipientId> recipient,
            boolean withLines) {
        Outcome<Before> before = before(caller, source).flatMap(found -> chosen(caller, found, recipient));
        if (before instanceof Outcome.Refused<Before> refused) {
            return Outcome.refused(refused.refusal());
        }
        Before followed = before.orElseThrow();
        List<Earlier> lines = withLines ? followed.lines() : List.of();
        return commands.run(
                        caller,
                        key,
                        "open-following-cart",
                        List.of(source, recipient, withLines),
                        target -> reuse.again(caller, new CartId(target), lines),
                        () -> prepare(caller, followed, lines))
                .map(placed -> new Following(followed.recipients(), reuse.told(caller, placed)));
    }

    private Outcome<Change<Placed>> prepare(Caller caller, Before followed, List<Earlier> lines) {
        Target anew = new Target.Anew(Optional.of(followed.vendor()));
        if (lines.isEmpty()) {
            return filling.plan(caller, anew, List.of()).map(empty -> tx -> effect(reuse.none(tx, empty)));
        }
        return reuse.plan(caller, followed.vendor(), anew, lines)
                .map(planned -> tx -> effect(reuse.carryOut(tx, planned)));
    }

    private static Effect<Placed> effect(Placed placed) {
        Cart cart = placed.cart();
        return new Effect<>(placed, cart.id().value(), Optional.of(cart.account()), List.of());
    }

    /** The recipients must be the caller's to see, and the new cart is for their location. */
    private Outcome<Before> chosen(Caller caller, Before found, Optional<RecipientId> only) {
        Before before = found.of(only);
        if (before.lines().isEmpty()) {
            return Outcome.refused(only.isPresent() ? RecipientUse.unknown() : none());
        }
        if (caller.location().isEmpty() || !caller.location().equals(before.location())) {
            return Outcome.refused(Gate.locationRequired());
        }
        Map<RecipientId, Refusal> objections = recipients.objections(caller, before.recipients());
        return before.recipients().stream()
                .flatMap(one -> Optional.ofNullable(objections.get(one)).stream())
                .findFirst()
                .<Outcome<Before>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(before));
    }

    private static Refusal none() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "recipient-none", "Nothing of it was for anybody in particular.");
    }

    private Outcome<Before> before(Caller caller, Source source) {
        return source instanceof Source.OfCart of
                ? access.read(caller, of.cart()).map(FollowingCartService::of)
                : order(caller, ((Source.OfOrder) source)).map(FollowingCartService::of);
    }

    private Outcome<Order> order(Caller caller, Source.OfOrder source) {
        Optional<Refusal> denied = visibility.requireAnywhere(caller, Function.ORDER_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<Order> found = transactions.read(tx -> orders.order(tx, source.order()));
        return found.isEmpty()
                ? Outcome.refused(Refusal.notFound("order"))
                : visibility
                        .require(
                                caller,
                                Function.ORDER_READ,
                                found.get().account(),
                                found.get().location(),
                                found.get().vendor(),
                                "order")
                        .<Outcome<Order>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(found.get()));
    }

    private static Before of(Cart cart) {
        return new Before(
                cart.vendor(),
                cart.account(),
                cart.location(),
                cart.lines().stream()
                        .filter(line -> line.recipient().isPresent())
                        .map(line -> new Earlier(
                                line.id(),
                                line.sku(),
                                line.quantity(),
                                line.configuration().map(FollowingCartService::lasting),
                                line.recipient()))
                        .toList());
    }

    private static Before of(Order order) {
        return new Before(
                order.vendor(),
                order.account(),
                order.location(),
                order.details().stream()
                        .filter(detail -> detail.recipient().isPresent())
                        .map(detail -> new Earlier(
                                detail.line(),
                                detail.sku(),
                                detail.quantity(),
                                detail.configuration().map(FollowingCartService::lasting),
                                detail.recipient()))
                        .toList());
    }

    /** What is about the recipient is sealed, and not in it; files are of that time. */
    private static Configuration lasting(Configuration configuration) {
        return new Configuration(
                configuration.product(), configuration.model(), KeptAnswers.withoutFiles(configuration.answers()));
    }
}
