package org.torg.portal.cart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.LocalizedText;
import org.torg.api.account.RecipientId;
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
import org.torg.portal.look.Reader;
import org.torg.portal.order.AnswerSheet;

/**
 * A cart as it is shown.
 *
 * @param people whom its lines are for, by name, for those who may see it
 * @param names of its articles, those that are sold still
 * @param pictures the first of each article that has one
 */
public record Basket(
        Carts.CartView view,
        Map<Sku, CatalogEntry> names,
        Map<ArticleKey, Medium> pictures,
        Map<RecipientId, String> people) {

    public Basket {
        names = Map.copyOf(names);
        pictures = Map.copyOf(pictures);
        people = Map.copyOf(people);
    }

    /** Without people and what is about them. */
    @Override
    public String toString() {
        return "Basket[" + cart().id() + "]";
    }

    /** What was chosen of a line that is configured; what is about a person only for those who may see it. */
    public List<AnswerSheet.Row> answers(Cart.Line line, Reader reader) {
        return configured(line).stream()
                .map(state -> AnswerSheet.of(state.answers(), state.model(), cart().vendor(), reader))
                .flatMap(sheet -> sheet.rows().stream())
                .toList();
    }

    public Optional<String> person(Cart.Line line) {
        return line.recipient().map(people::get);
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
