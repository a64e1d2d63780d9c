package org.torg.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.cart.FollowingCarts;
import org.torg.api.cart.Reuse;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Guidance;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.favourite.Favourites;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Prices;
import org.torg.api.vendor.VendorId;

/** One favourite, whatever is done to it, and one cart that is filled from it. */
final class SmallFavourites implements Favourites, FollowingCarts {

    private static final FavouriteId KNOWN = new FavouriteId("favourite-1");

    private final SmallMarket market;
    private final List<Object> asked = new ArrayList<>();

    SmallFavourites(SmallMarket market) {
        this.market = market;
    }

    /** What was asked of the services, in its order. */
    List<Object> asked() {
        return asked;
    }

    private static Favourite favourite(Sharing sharing) {
        return new Favourite(
                KNOWN,
                Samples.VENDOR,
                Samples.ACCOUNT,
                sharing == Sharing.ACCOUNT ? Optional.empty() : Optional.of(Samples.BUYER),
                sharing,
                sharing == Sharing.LOCATION ? Optional.of(new LocationId("location-1")) : Optional.empty(),
                "Vanlig skinne",
                List.of(
                        new Favourite.Line(
                                new LineId("1"),
                                new Sku("SL-1001"),
                                2,
                                Optional.of(Samples.configuration(Answers.NONE.with("size", Answer.chosen("large"))))),
                        new Favourite.Line(new LineId("2"), new Sku("SL-1002"), 1, Optional.empty())),
                3,
                Samples.NOW,
                Samples.NOW);
    }

    private static Reuse reuse() {
        Cart cart = new Cart(
                new CartId("cart-1"),
                Samples.VENDOR,
                Samples.ACCOUNT,
                Samples.BUYER,
                List.of(new Cart.Line(
                        new LineId("2"),
                        new Sku("SL-1001"),
                        2,
                        Optional.of(Samples.configuration(Answers.NONE)),
                        Optional.of(new RecipientId("recipient-1")))),
                Optional.empty(),
                2,
                Samples.NOW,
                Samples.NOW,
                Optional.empty());
        Prices.Quotation quotation = new Prices.Quotation(
                Samples.price(List.of(new PriceRequest.Line(new LineId("2"), new Sku("SL-1001"), 2))),
                "snapshot",
                List.of(Samples.parcel()));
        return new Reuse(
                new Carts.CartView(cart, Optional.of(quotation), List.of()),
                List.of(
                        new Reuse.Line(
                                new LineId("1"),
                                new Sku("SL-1001"),
                                2,
                                Optional.of(new LineId("2")),
                                Optional.empty(),
                                true,
                                List.of(new Guidance.Misfit(
                                        "colour",
                                        new Guidance.Conflict(
                                                List.of("size"),
                                                List.of("no-small-black"),
                                                List.of(Message.of("why", "Not made in black."))))),
                                List.of("case"),
                                List.of("thickness"),
                                Optional.of(Samples.nok("87.50"))),
                        new Reuse.Line(
                                new LineId("2"),
                                new Sku("SL-1002"),
                                1,
                                Optional.empty(),
                                Optional.of(Refusal.of(
                                        Refusal.Kind.UNPROCESSABLE, "sku-unknown", "There is no such article.")),
                                false,
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty())));
    }

    private <T> Outcome<T> of(Caller caller, boolean known, Object question, String what, T value) {
        asked.add(question);
        return known ? market.allowed(caller, Function.CART_EDIT, value) : Outcome.refused(Refusal.notFound(what));
    }

    private <T> Outcome<T> of(Caller caller, FavouriteId id, Object question, T value) {
        return of(caller, id.equals(KNOWN), question, "favourite", value);
    }

    @Override
    public Outcome<Favourite> save(
            Caller caller,
            Optional<IdempotencyKey> key,
            Optional<VendorId> vendor,
            String name,
            Sharing sharing,
            List<NewLine> lines) {
        return of(caller, KNOWN, List.of(vendor, name, sharing, lines), favourite(sharing));
    }

    @Override
    public Outcome<Favourite> saveCart(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId cart,
            List<LineId> lines,
            String name,
            Sharing sharing) {
        return of(
                caller, cart.value().equals("cart-1"), List.of(cart, lines, name, sharing), "cart", favourite(sharing));
    }

    @Override
    public Outcome<Page<Overview>> find(Caller caller, Query query) {
        return of(
                caller,
                KNOWN,
                query,
                new Page<>(List.of(new Overview(favourite(Sharing.ACCOUNT), 2)), Optional.of("favourite-1")));
    }

    @Override
    public Outcome<Favourite> get(Caller caller, FavouriteId id) {
        return of(caller, id, id, favourite(Sharing.LOCATION));
    }

    @Override
    public Outcome<Favourite> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            FavouriteId id,
            Optional<Long> expectedVersion,
            String name,
            Sharing sharing) {
        return of(caller, id, List.of(expectedVersion, name, sharing), favourite(sharing));
    }

    @Override
    public Outcome<Favourite> change(
            Caller caller,
            Optional<IdempotencyKey> key,
            FavouriteId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity,
            Optional<Answers> answers) {
        return of(caller, id, List.of(line, quantity, answers), favourite(Sharing.PERSON));
    }

    @Override
    public Outcome<FavouriteId> delete(
            Caller caller, Optional<IdempotencyKey> key, FavouriteId id, Optional<Long> expectedVersion) {
        return of(caller, id, List.of("delete", expectedVersion), id);
    }

    @Override
    public Outcome<Reuse> use(Caller caller, Optional<IdempotencyKey> key, FavouriteId id, Use use) {
        return of(caller, id, use, reuse());
    }

    @Override
    public Outcome<Following> open(
            Caller caller,
            Optional<IdempotencyKey> key,
            Source source,
            Optional<RecipientId> recipient,
            boolean withLines) {
        return of(
                caller,
                !source.equals(new Source.OfCart(new CartId("unknown"))),
                List.of(source, recipient, withLines),
                "cart",
                new Following(List.of(new RecipientId("recipient-1")), reuse()));
    }
}
