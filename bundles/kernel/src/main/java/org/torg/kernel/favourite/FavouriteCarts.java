package org.torg.kernel.favourite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Reuse;
import org.torg.api.configurator.Configuration;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourites.NewLine;
import org.torg.api.favourite.Favourites.Use;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.cart.CartAccess;
import org.torg.kernel.cart.CartFilling.Target;
import org.torg.kernel.cart.CartReuse;
import org.torg.kernel.cart.CartReuse.Earlier;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;

/** From carts to favourites, and from favourites to carts. */
@Component(service = FavouriteCarts.class)
public final class FavouriteCarts {
    private final Commands commands;
    private final CartAccess access;
    private final CartReuse reuse;

    @Activate
    public FavouriteCarts(@Reference Commands commands, @Reference CartAccess access, @Reference CartReuse reuse) {
        this.commands = commands;
        this.access = access;
        this.reuse = reuse;
    }

    record Contents(VendorId vendor, List<NewLine> lines) {}

    /** The chosen lines of a cart, without what is sealed of them; all when none is chosen. The cart is only read. */
    Outcome<Contents> contents(Caller caller, CartId id, List<LineId> chosen) {
        return access.read(caller, id).flatMap(cart -> chosen(cart.lines(), Cart.Line::id, chosen)
                .map(lines -> new Contents(
                        cart.vendor(),
                        lines.stream()
                                .map(line -> new NewLine(
                                        line.sku(),
                                        line.quantity(),
                                        line.configuration().map(Configuration::answers)))
                                .toList())));
    }

    Outcome<Reuse> use(Caller caller, Optional<IdempotencyKey> key, Favourite favourite, Use use) {
        Outcome<List<Earlier>> chosen = chosen(favourite.lines(), Favourite.Line::id, use.lines())
                .map(lines -> lines.stream()
                        .map(line -> new Earlier(
                                line.id(), line.sku(), line.quantity(), line.configuration(), use.recipient()))
                        .toList());
        if (chosen instanceof Outcome.Refused<List<Earlier>> refused) {
            return Outcome.refused(refused.refusal());
        }
        List<Earlier> lines = chosen.orElseThrow();
        Target target = use.cart()
                .<Target>map(cart -> new Target.Into(cart, use.expectedVersion()))
                .orElseGet(() -> new Target.Anew(Optional.of(favourite.vendor())));
        return commands.run(
                        caller,
                        key,
                        "use-favourite",
                        List.of(favourite.id(), use),
                        cart -> reuse.again(caller, new CartId(cart), lines),
                        () -> reuse.plan(caller, favourite.vendor(), target, lines)
                                .map(planned -> tx -> {
                                    CartReuse.Placed placed = reuse.carryOut(tx, planned);
                                    Cart cart = placed.cart();
                                    return new Effect<>(
                                            placed, cart.id().value(), Optional.of(cart.account()), List.of());
                                }))
                .map(placed -> reuse.told(caller, placed));
    }

    private static <T> Outcome<List<T>> chosen(List<T> lines, Function<T, LineId> id, List<LineId> chosen) {
        if (chosen.isEmpty()) {
            return Outcome.done(lines);
        }
        Set<LineId> wanted = new TreeSet<>(chosen);
        List<T> found =
                lines.stream().filter(line -> wanted.remove(id.apply(line))).toList();
        if (wanted.isEmpty()) {
            return Outcome.done(found);
        }
        String pointer = "/lines/" + chosen.indexOf(wanted.iterator().next());
        String why = "There is no such line.";
        return Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, "line-unknown", why)
                .with(List.of(Refusal.detail(pointer, "line-unknown", why))));
    }
}
