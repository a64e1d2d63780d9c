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
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.People.Team;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.CartQuery;
import org.torg.api.cart.Carts.CartSummary;
import org.torg.api.cart.Carts.CartView;
import org.torg.api.cart.Carts.Resumed;
import org.torg.api.cart.Carts.Seen;
import org.torg.api.store.CartStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.MemberRow;
import org.torg.api.store.PeopleStore.Standing;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.order.Cursor;

/** Lists carts, lays them aside, takes them up again and hands them over (D23). */
@Component(service = CartShelf.class)
public final class CartShelf {
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;
    private final CartStore carts;
    private final PeopleStore people;
    private final CartAccess access;
    private final CartQuotation quotation;

    @Activate
    public CartShelf(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference Clock clock,
            @Reference CartStore carts,
            @Reference PeopleStore people,
            @Reference CartAccess access,
            @Reference CartQuotation quotation) {
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
        this.carts = carts;
        this.people = people;
        this.access = access;
        this.quotation = quotation;
    }

    Outcome<Page<CartSummary>> find(Caller caller, CartQuery query) {
        return access.account(caller).flatMap(account -> Cursor.of(query.page())
                .map(after -> page(caller, account, query, after.map(CartId::new))));
    }

    private Page<CartSummary> page(Caller caller, AccountId account, CartQuery query, Optional<CartId> before) {
        Optional<CartStore.Filter> filter =
                query.vendor().filter(caller::isConfinedFrom).isPresent()
                        ? Optional.empty()
                        : Optional.of(filter(caller, account, query.vendor(), query.paused()));
        List<CartSummary> found = filter.map(wanted -> transactions.read(
                        tx -> carts.find(tx, wanted, before, query.page().limit() + 1)))
                .orElse(List.of());
        return Cursor.page(found, query.page(), cart -> cart.id().value());
    }

    private CartStore.Filter filter(
            Caller caller, AccountId account, Optional<VendorId> vendor, Optional<Boolean> paused) {
        return new CartStore.Filter(
                account,
                access.locations(caller, account),
                vendor.or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo)),
                paused);
    }

    Outcome<Integer> countOpenLines(Caller caller) {
        return access.account(caller)
                .map(account -> filter(caller, account, Optional.empty(), Optional.of(false)))
                .map(filter -> transactions.read(tx -> carts.countLines(tx, filter)));
    }

    Outcome<Cart> pause(Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion) {
        return commands.run(
                caller,
                key,
                "pause-cart",
                List.of(id.value(), expectedVersion),
                target -> access.read(caller, id),
                () -> settled(caller, id).map(cart -> {
                    Instant now = clock.now();
                    Optional<Seen> seen = cart.pausedAt().isPresent()
                            ? Optional.empty()
                            : CartPauses.seen(quotation.view(caller, cart), now);
                    return tx -> {
                        Cart locked = access.lockAny(tx, id, expectedVersion);
                        if (locked.pausedAt().isPresent()) {
                            return CartAccess.effect(locked);
                        }
                        carts.pause(tx, id, now, seen.filter(shown -> locked.version() == cart.version()));
                        carts.touch(tx, id, now);
                        return CartAccess.effect(CartEdit.pause(locked, now));
                    };
                }));
    }

    private Outcome<Cart> settled(Caller caller, CartId id) {
        return access.read(caller, id).flatMap(cart -> CartAccess.unsettled(cart)
                .<Outcome<Cart>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(cart)));
    }

    Outcome<Resumed> resume(Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion) {
        Outcome<Cart> resumed = commands.run(
                caller,
                key,
                "resume-cart",
                List.of(id.value(), expectedVersion),
                target -> access.read(caller, id),
                () -> settled(caller, id).map(cart -> tx -> {
                    Cart locked = access.lockAny(tx, id, expectedVersion);
                    if (locked.pausedAt().isEmpty()) {
                        return CartAccess.effect(locked);
                    }
                    Instant now = clock.now();
                    carts.resume(tx, id);
                    carts.touch(tx, id, now);
                    return CartAccess.effect(CartEdit.resume(locked, now));
                }));
        return resumed.map(cart -> compared(caller, cart));
    }

    private Resumed compared(Caller caller, Cart cart) {
        Optional<Seen> seen = transactions.read(tx -> carts.seen(tx, cart.id()));
        CartView view = quotation.view(caller, cart);
        return new Resumed(
                view, seen, seen.map(then -> CartPauses.differences(then, view)).orElse(List.of()));
    }

    Outcome<Cart> handOver(
            Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion, UserId colleague) {
        return commands.run(
                caller,
                key,
                "hand-over-cart",
                List.of(id.value(), expectedVersion, colleague.value()),
                target -> access.read(caller, id),
                () -> settled(caller, id)
                        .flatMap(cart -> mayEdit(colleague, cart)
                                ? Outcome.done(cart)
                                : Outcome.refused(Refusal.notFound("person")))
                        .map(cart -> tx -> {
                            Instant now = clock.now();
                            Cart locked = access.lockAny(tx, id, expectedVersion);
                            carts.setOwner(tx, id, colleague);
                            carts.touch(tx, id, now);
                            return CartAccess.effect(CartEdit.handOver(locked, colleague, now));
                        }));
    }

    private boolean mayEdit(UserId colleague, Cart cart) {
        Scope place = Scope.of(cart.account(), cart.location());
        return transactions
                .read(tx -> people.member(tx, new Team.OfAccount(cart.account()), colleague))
                .map(MemberRow::standing)
                .filter(Standing::active)
                .filter(standing -> standing.memberships().stream()
                        .anyMatch(membership -> membership.functions().contains(Function.CART_EDIT)
                                && membership.scope().covers(place)))
                .isPresent();
    }
}
