package org.torg.rest.cart;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.Refusal;
import org.torg.api.cart.Reuse;
import org.torg.api.pricing.LineId;
import org.torg.http.Wording;

/** What became of lines of earlier that were put into a cart. */
public record ReuseJson(CartJson cart, List<ReusedLineJson> lines) {

    /**
     * @param origin the line of earlier
     * @param line what it is now in the cart; absent when it was not added
     * @param reason why it was not added
     * @param modelChanged whether other questions are asked today than when it was saved
     * @param misfits answers of then that do not fit today
     * @param missing codes of the questions that need an answer now
     * @param defaulted codes of the questions that the model of today answers by itself
     * @param net of the cart's line today
     */
    public record ReusedLineJson(
            String origin,
            String sku,
            int quantity,
            Optional<String> line,
            Optional<NotAddedJson> reason,
            boolean modelChanged,
            List<CartJson.CartMisfitJson> misfits,
            List<String> missing,
            List<String> defaulted,
            Optional<Money> net) {

        static ReusedLineJson of(Reuse.Line line, Wording wording) {
            return new ReusedLineJson(
                    line.origin().value(),
                    line.sku().value(),
                    line.quantity(),
                    line.line().map(LineId::value),
                    line.reason().map(reason -> NotAddedJson.of(reason, wording)),
                    line.modelChanged(),
                    line.misfits().stream()
                            .map(misfit -> CartJson.CartMisfitJson.of(misfit, wording))
                            .toList(),
                    line.missing(),
                    line.defaulted(),
                    line.net());
        }
    }

    /** Why a line was not added. */
    public record NotAddedJson(String code, String detail) {

        static NotAddedJson of(Refusal reason, Wording wording) {
            return new NotAddedJson(reason.code(), wording.of(reason.message()));
        }
    }

    public static ReuseJson of(Reuse reuse, Wording wording) {
        return new ReuseJson(
                CartJson.of(reuse.view(), wording),
                reuse.lines().stream()
                        .map(line -> ReusedLineJson.of(line, wording))
                        .toList());
    }
}
