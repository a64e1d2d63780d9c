package org.torg.kernel.cart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Ids;
import org.torg.kernel.vendor.VendorRegistry;

/** Opens carts where the caller stands. */
@Component(service = CartOpening.class)
public final class CartOpening {
    private final Clock clock;
    private final Ids ids;
    private final CartAccess access;
    private final VendorRegistry vendors;

    @Activate
    public CartOpening(
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference CartAccess access,
            @Reference VendorRegistry vendors) {
        this.clock = clock;
        this.ids = ids;
        this.access = access;
        this.vendors = vendors;
    }

    /** An empty one, not stored yet. Refused as {@code Carts.create}. */
    Outcome<Cart> blank(Caller caller, Optional<VendorId> vendor) {
        return access.here(caller).flatMap(account -> vendor(caller, vendor).flatMap(id -> blank(caller, account, id)));
    }

    /** The vendor that is meant, where the caller may buy from it and it is there. */
    public Outcome<VendorId> vendor(Caller caller, Optional<VendorId> named) {
        if (named.filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.refused(VendorRegistry.unknown());
        }
        Optional<VendorId> meant = named.or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo));
        return vendors.resolve(meant).map(found -> found.descriptor().id());
    }

    private Outcome<Cart> blank(Caller caller, AccountId account, VendorId vendor) {
        Optional<UserId> owner = caller.user();
        if (owner.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.FORBIDDEN, "person-required", "A cart belongs to a person."));
        }
        Instant now = clock.now();
        return Outcome.done(new Cart(
                new CartId(ids.next()),
                vendor,
                account,
                owner.get(),
                List.of(),
                Optional.empty(),
                1,
                now,
                now,
                Optional.empty(),
                caller.location(),
                caller.actingFor().map(Caller.ActingFor::user),
                Optional.empty()));
    }
}
