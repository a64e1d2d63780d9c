package org.torg.portal.cart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.LocalizedText;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartRule;
import org.torg.api.cart.Carts;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.Prices;
import org.torg.api.pricing.TraceEntry;

/**
 * A cart as it is shown.
 *
 * @param names of its articles, those that are sold still
 * @param pictures the first of each article that has one
 */
public record Basket(Carts.CartView view, Map<Sku, CatalogEntry> names, Map<ArticleKey, Medium> pictures) {

    public Basket {
        names = Map.copyOf(names);
        pictures = Map.copyOf(pictures);
    }

    public Cart cart() {
        return view.cart();
    }

    public Optional<Prices.Quotation> quotation() {
        return view.quotation();
    }

    public Optional<CatalogEntry> entry(Cart.Line line) {
        return Optional.ofNullable(names.get(line.sku()));
    }

    public Optional<Medium> picture(Cart.Line line) {
        return Optional.ofNullable(pictures.get(new ArticleKey(cart().vendor(), line.sku())));
    }

    public LocalizedText name(Cart.Line line) {
        return entry(line)
                .map(found -> found.variant().name())
                .orElse(LocalizedText.of("en", line.sku().value()));
    }

    /** What the line costs without VAT, and of a configured one what all its parts do. */
    public Optional<Money> net(Cart.Line line) {
        return quotation().map(Prices.Quotation::priced).flatMap(priced -> priced.net(line.id()));
    }

    /** The steps of the line's price. */
    public List<TraceEntry> steps(Cart.Line line) {
        return quotation().map(Prices.Quotation::priced).stream()
                .flatMap(priced -> priced.trace().stream().filter(step -> step.line()
                        .flatMap(id -> bought(priced, id))
                        .filter(line.id()::equals)
                        .isPresent()))
                .toList();
    }

    private static Optional<LineId> bought(PricedCart priced, LineId part) {
        return priced.lines().stream()
                .filter(line -> line.id().equals(part))
                .map(PricedCart.PricedLine::bought)
                .findFirst();
    }

    public Optional<Carts.ConfiguredLine> configured(Cart.Line line) {
        return view.configured().stream()
                .filter(found -> found.line().equals(line.id()))
                .findFirst();
    }

    /** What stands in the way of this line. */
    public List<CartRule.Objection> objections(Cart.Line line) {
        return view.objections().stream()
                .filter(objection -> objection
                        .line()
                        .filter(id -> id.equals(line.id())
                                || id.value().startsWith(line.id().value() + "."))
                        .isPresent())
                .toList();
    }

    /** What stands in the way of the whole. */
    public List<CartRule.Objection> objections() {
        return view.objections().stream()
                .filter(objection -> objection.line().isEmpty())
                .toList();
    }

    /** Whether it can go to the checkout. */
    public boolean isReady() {
        return quotation().isPresent()
                && view.objections().isEmpty()
                && view.configured().stream().allMatch(Carts.ConfiguredLine::complete);
    }
}
