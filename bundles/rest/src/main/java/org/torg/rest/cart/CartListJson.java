package org.torg.rest.cart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Carts;
import org.torg.api.order.ApprovalId;
import org.torg.http.Wording;

/** Carts in a list, and what is different in one that is taken up again. */
public final class CartListJson {

    private CartListJson() {}

    /** @param lines how many */
    public record CartSummaryJson(
            String id,
            String vendor,
            String account,
            String owner,
            Optional<String> location,
            Optional<String> actingFor,
            int lines,
            Instant createdAt,
            Instant changedAt,
            Optional<Instant> pausedAt,
            Optional<String> approval,
            long version) {

        static CartSummaryJson of(Carts.CartSummary cart) {
            return new CartSummaryJson(
                    cart.id().value(),
                    cart.vendor().value(),
                    cart.account().value(),
                    cart.owner().value(),
                    cart.location().map(LocationId::value),
                    cart.actingFor().map(UserId::value),
                    cart.lines(),
                    cart.createdAt(),
                    cart.changedAt(),
                    cart.pausedAt(),
                    cart.approval().map(ApprovalId::value),
                    cart.version());
        }
    }

    /** @param seen what was seen when it was paused */
    public record ResumedCartJson(CartJson cart, Optional<SeenPriceJson> seen, List<CartDifferenceJson> differences) {

        static ResumedCartJson of(Carts.Resumed resumed, Wording wording) {
            return new ResumedCartJson(
                    CartJson.of(resumed.view(), wording),
                    resumed.seen().map(seen -> new SeenPriceJson(seen.at(), seen.net(), seen.gross())),
                    resumed.differences().stream().map(CartDifferenceJson::of).toList());
        }
    }

    public record SeenPriceJson(Instant at, Money net, Money gross) {}

    /**
     * @param gone whether the article is not sold any more
     * @param then net of the line when the cart was paused
     * @param now net of the line today; absent when it has none
     * @param answers codes of the questions whose answers do not fit any more
     */
    public record CartDifferenceJson(
            String line, String sku, boolean gone, Optional<Money> then, Optional<Money> now, List<String> answers) {

        static CartDifferenceJson of(Carts.Difference difference) {
            return new CartDifferenceJson(
                    difference.line().value(),
                    difference.sku().value(),
                    difference.gone(),
                    difference.then(),
                    difference.now(),
                    difference.answers());
        }
    }
}
