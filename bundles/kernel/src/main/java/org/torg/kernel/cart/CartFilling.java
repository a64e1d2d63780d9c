package org.torg.kernel.cart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.configurator.Guidance;
import org.torg.api.pricing.LineId;
import org.torg.api.store.CartStore;
import org.torg.api.store.CartStore.PlacedLine;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/**
 * Puts many lines at once into a cart, or opens one with them, and says of each line what became of it: those that cannot be added
 * are reported, and the others are added. Two steps, for the command of which it is a part: {@link #plan} reads and judges outside of
 * any transaction, with one statement for all articles and a few for the vendor's rules; {@link #carryOut} stores within one: two statements for a new cart, at most
 * five for an existing one, however many lines there are. One more where something was answered about recipients,
 * and four for each file that answers name.
 */
@Component(service = CartFilling.class)
public final class CartFilling {
    private final Clock clock;
    private final CartStore carts;
    private final CartAccess access;
    private final CartOpening opening;
    private final CartLines lines;
    private final CartRules rules;

    @Activate
    public CartFilling(
            @Reference Clock clock,
            @Reference CartStore carts,
            @Reference CartAccess access,
            @Reference CartOpening opening,
            @Reference CartLines lines,
            @Reference CartRules rules) {
        this.clock = clock;
        this.carts = carts;
        this.access = access;
        this.opening = opening;
        this.lines = lines;
        this.rules = rules;
    }

    /** Where the lines go. */
    public sealed interface Target {

        /** A new cart of the caller's, opened as {@code Carts.create} does. */
        record Anew(Optional<VendorId> vendor) implements Target {}

        /** An open cart that the caller may edit. */
        record Into(CartId cart, Optional<Long> expectedVersion) implements Target {}
    }

    /**
     * What is to be done.
     *
     * @param cart as it was read, or an empty one that is not stored yet
     */
    public record Plan(Target target, Cart cart, List<Judged> lines) {
        public Plan {
            lines = List.copyOf(lines);
        }

        /** Whether anything could be added. */
        public boolean addsSomething() {
            return lines.stream().anyMatch(line -> line.content().isDone());
        }
    }

    /**
     * @param content what goes into the cart, or why nothing does
     * @param guidance how the article stands today under the answers given; empty for one that is not configured
     */
    public record Judged(NewLine asked, Outcome<CartLines.Content> content, Optional<Guidance> guidance) {}

    /** @param lines one for each line asked for, in their order */
    public record Filled(Cart cart, List<FilledLine> lines) {
        public Filled {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param line the cart's line that it has become or was added to; or why it was not added, such as {@code sku-unknown},
     *     {@code quantity-invalid}, {@code cart-full}
     * @param guidance how the article stands today; empty for one that is not configured
     */
    public record FilledLine(NewLine asked, Outcome<LineId> line, Optional<Guidance> guidance) {}

    /**
     * Judges the lines as {@code Carts.addLine} does, each by itself, and then what the vendor's rules have against the cart that
     * they make, each line with those before it. Refused only where nothing at all can be added: as
     * {@code Carts.create}, or {@code cart-not-found}, {@code cart-closed}, {@code cart-locked}, {@code cart-paused}. Not to be used
     * inside a transaction.
     */
    public Outcome<Plan> plan(Caller caller, Target target, List<NewLine> asked) {
        return cart(caller, target).map(cart -> judged(caller, target, cart, asked));
    }

    /** Into a cart that has been read. */
    Plan judged(Caller caller, Target target, Cart cart, List<NewLine> asked) {
        return rules.obeyed(caller, new Plan(target, cart, lines.judge(caller, cart, asked)));
    }

    private Outcome<Cart> cart(Caller caller, Target target) {
        return target instanceof Target.Into into
                ? access.open(caller, into.cart())
                : opening.blank(caller, ((Target.Anew) target).vendor());
    }

    /**
     * Stores what was planned.
     *
     * @throws org.torg.api.RefusedException when the cart cannot be edited any more, has another version than expected, or a file
     *     that a line names has gone meanwhile
     * @throws org.torg.api.StoreException when the cart has changed since it was judged: to be planned anew
     */
    public Filled carryOut(Tx tx, Plan plan) {
        Instant now = clock.now();
        boolean anew = plan.target() instanceof Target.Anew;
        Cart before = plan.target() instanceof Target.Into into
                ? access.lock(tx, plan.cart(), into.expectedVersion())
                : plan.cart();
        Cart next = before;
        List<FilledLine> filled = new ArrayList<>();
        Map<LineId, CartLines.Content> added = new LinkedHashMap<>();
        for (Judged judged : plan.lines()) {
            Cart current = next;
            Outcome<CartEdit.Put> put = judged.content()
                    .flatMap(content ->
                            CartEdit.add(current, content, judged.asked().quantity(), now));
            if (put.isDone()) {
                next = put.orElseThrow().next();
                added.putIfAbsent(
                        put.orElseThrow().line().id(), judged.content().orElseThrow());
            }
            filled.add(
                    new FilledLine(judged.asked(), put.map(done -> done.line().id()), judged.guidance()));
        }
        before.lines().forEach(line -> added.remove(line.id()));
        store(tx, anew, before, next, added, now);
        return new Filled(next, filled);
    }

    private void store(Tx tx, boolean anew, Cart before, Cart next, Map<LineId, CartLines.Content> added, Instant now) {
        if (anew) {
            carts.insert(tx, next.with(List.of()));
        }
        Map<LineId, String> sealed = lines.seal(tx, added);
        List<PlacedLine> placed = new ArrayList<>();
        for (Cart.Line line : next.lines()) {
            CartLines.Content content = added.get(line.id());
            if (content != null) {
                placed.add(new PlacedLine(line, CartEdit.position(line), Optional.ofNullable(sealed.get(line.id()))));
            }
        }
        carts.addLines(tx, next.id(), placed);
        added.forEach((line, content) -> lines.addFiles(tx, next, line, content));
        carts.setQuantities(tx, next.id(), CartEdit.quantities(before, next));
        if (!anew && next.version() > before.version()) {
            carts.touch(tx, next.id(), now, next.version());
        }
    }
}
