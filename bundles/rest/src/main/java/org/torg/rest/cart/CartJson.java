package org.torg.rest.cart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartRule;
import org.torg.api.cart.Carts;
import org.torg.api.configurator.Guidance;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;
import org.torg.http.Wording;
import org.torg.rest.order.DeliveryJson;
import org.torg.rest.pricing.ConfigurationJson;
import org.torg.rest.pricing.QuotationJson;

/**
 * A cart.
 *
 * @param version the entity tag
 * @param location for which it is bought
 * @param actingFor whose order it is (D10)
 * @param order the order that it has become
 * @param approval what was asked of a second person; the cart is locked unless it has become an order
 * @param quotation today's prices; only where the cart is read, and neither empty nor closed
 * @param pausedAt since when it lies aside
 * @param objections what stands in the way of checking out; only where the cart is read
 * @param configured how the configured lines stand; only where the cart is read
 */
public record CartJson(
        String id,
        String vendor,
        String account,
        String owner,
        Optional<String> location,
        Optional<String> actingFor,
        List<CartLineJson> lines,
        Optional<DeliveryJson> delivery,
        long version,
        Instant createdAt,
        Instant changedAt,
        Optional<String> order,
        Optional<String> approval,
        Optional<Instant> pausedAt,
        Optional<QuotationJson> quotation,
        Optional<List<ObjectionJson>> objections,
        Optional<List<ConfiguredLineJson>> configured) {

    /** @param bulky whether something of it goes outside the parcel flow (L48); only where the cart is read */
    public record CartLineJson(
            String id,
            String sku,
            int quantity,
            Optional<Boolean> bulky,
            Optional<ConfigurationJson> configuration,
            Optional<String> recipient) {

        static CartLineJson of(Cart.Line line, Optional<Set<LineId>> bulky) {
            return new CartLineJson(
                    line.id().value(),
                    line.sku().value(),
                    line.quantity(),
                    bulky.map(lines -> lines.contains(line.id())),
                    line.configuration().map(ConfigurationJson::of),
                    line.recipient().map(RecipientId::value));
        }
    }

    /** @param line the line at fault; absent for the whole */
    public record ObjectionJson(String code, String detail, Optional<String> line) {

        static ObjectionJson of(CartRule.Objection objection, Wording wording) {
            return new ObjectionJson(
                    objection.code(),
                    wording.of(objection.message()),
                    objection.line().map(LineId::value));
        }
    }

    /**
     * @param missing codes of the questions that need an answer yet
     * @param misfits answers that cannot be kept
     * @param net of what it yields so far
     */
    public record ConfiguredLineJson(
            String line, boolean complete, List<String> missing, List<CartMisfitJson> misfits, Optional<Money> net) {

        static ConfiguredLineJson of(Carts.ConfiguredLine line, Wording wording) {
            return new ConfiguredLineJson(
                    line.line().value(),
                    line.complete(),
                    line.missing(),
                    line.misfits().stream()
                            .map(misfit -> CartMisfitJson.of(misfit, wording))
                            .toList(),
                    line.net());
        }
    }

    /**
     * @param answers codes of the questions whose answers stand against it
     * @param reasons in words
     */
    public record CartMisfitJson(String question, List<String> answers, List<String> reasons) {

        static CartMisfitJson of(Guidance.Misfit misfit, Wording wording) {
            return new CartMisfitJson(
                    misfit.question(),
                    misfit.conflict().answers(),
                    misfit.conflict().reasons().stream().map(wording::of).toList());
        }
    }

    static CartJson of(Cart cart) {
        return of(cart, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static CartJson of(Carts.CartView view, Wording wording) {
        return of(
                view.cart(),
                view.quotation().map(quotation -> QuotationJson.of(quotation, wording)),
                Optional.of(view.objections().stream()
                        .map(objection -> ObjectionJson.of(objection, wording))
                        .toList()),
                Optional.of(view.configured().stream()
                        .map(line -> ConfiguredLineJson.of(line, wording))
                        .toList()),
                Optional.of(view.bulky()));
    }

    private static CartJson of(
            Cart cart,
            Optional<QuotationJson> quotation,
            Optional<List<ObjectionJson>> objections,
            Optional<List<ConfiguredLineJson>> configured,
            Optional<Set<LineId>> bulky) {
        return new CartJson(
                cart.id().value(),
                cart.vendor().value(),
                cart.account().value(),
                cart.owner().value(),
                cart.location().map(LocationId::value),
                cart.actingFor().map(UserId::value),
                cart.lines().stream().map(line -> CartLineJson.of(line, bulky)).toList(),
                cart.delivery().map(DeliveryJson::of),
                cart.version(),
                cart.createdAt(),
                cart.changedAt(),
                cart.order().map(OrderId::value),
                cart.approval().map(ApprovalId::value),
                cart.pausedAt(),
                quotation,
                objections,
                configured);
    }
}
