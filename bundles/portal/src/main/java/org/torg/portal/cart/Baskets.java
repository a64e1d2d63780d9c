package org.torg.portal.cart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Recipients;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.Sku;
import org.torg.api.vendor.VendorId;

/** Finds carts and the names of what is in them. */
@Component(service = Baskets.class)
public final class Baskets {

    /** So many carts are shown with their prices; the others wait in a list. */
    static final int SHOWN = 6;

    private final Carts carts;
    private final Catalog catalog;
    private final CatalogMedia media;
    private final Recipients recipients;

    @Activate
    public Baskets(
            @Reference Carts carts,
            @Reference Catalog catalog,
            @Reference CatalogMedia media,
            @Reference Recipients recipients) {
        this.recipients = recipients;
        this.carts = carts;
        this.catalog = catalog;
        this.media = media;
    }

    public Basket get(Caller caller, CartId id) {
        return all(caller, List.of(id)).get(0);
    }

    /** In this order. Their pictures, and whom their lines are for, are asked for all at once. */
    List<Basket> all(Caller caller, List<CartId> ids) {
        List<Carts.CartView> views =
                ids.stream().map(id -> carts.get(caller, id).orElseThrow()).toList();
        Set<ArticleKey> articles = views.stream()
                .map(Carts.CartView::cart)
                .flatMap(cart -> cart.lines().stream().map(line -> new ArticleKey(cart.vendor(), line.sku())))
                .collect(Collectors.toSet());
        Map<ArticleKey, Medium> pictures = articles.isEmpty() ? Map.of() : media.pictures(caller, articles);
        Map<RecipientId, String> people = recipients.names(
                caller,
                views.stream()
                        .flatMap(view -> view.cart().lines().stream())
                        .flatMap(line -> line.recipient().stream())
                        .toList());
        return views.stream()
                .map(view -> basket(caller, view, pictures, people))
                .toList();
    }

    private Basket basket(
            Caller caller, Carts.CartView view, Map<ArticleKey, Medium> pictures, Map<RecipientId, String> people) {
        Cart cart = view.cart();
        Set<Sku> skus = cart.lines().stream().map(Cart.Line::sku).collect(Collectors.toSet());
        Map<Sku, CatalogEntry> names = catalog.named(caller, cart.vendor(), skus).orElseThrow().stream()
                .collect(Collectors.toMap(entry -> entry.variant().sku(), Function.identity()));
        return new Basket(view, names, pictures, people);
    }

    /** The newest first. */
    List<Carts.CartSummary> find(Caller caller, Optional<VendorId> vendor, boolean paused) {
        return carts.find(caller, new Carts.CartQuery(vendor, Optional.of(paused), PageRequest.first(50)))
                .orElseThrow()
                .items();
    }

    /** The cart that is being filled with this vendor's goods; a new one where there is none. */
    public CartId current(Caller caller, VendorId vendor) {
        return open(caller, vendor).orElseGet(() -> carts.create(caller, Optional.empty(), Optional.of(vendor))
                .orElseThrow()
                .id());
    }

    /** The cart that is being filled with this vendor's goods. */
    public Optional<CartId> open(Caller caller, VendorId vendor) {
        return find(caller, Optional.of(vendor), false).stream()
                .filter(cart -> cart.approval().isEmpty() && cart.location().equals(caller.location()))
                .map(Carts.CartSummary::id)
                .findFirst();
    }
}
