package org.torg.api.cart;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.Refusal;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Guidance;
import org.torg.api.pricing.LineId;

/**
 * What became of lines of earlier when they were put into a cart, judged by today's catalogue and models.
 *
 * @param view the cart with today's prices
 * @param lines one for each line that was asked for, in their order
 */
public record Reuse(Carts.CartView view, List<Line> lines) {

    /**
     * @param origin the line of earlier
     * @param line what it is now in the cart; empty when it was not added, and in a repeat when it is not there any more
     * @param reason why it was not added, such as {@code sku-unknown} when the article is not sold any more
     * @param modelChanged whether another model is asked today than when it was saved
     * @param misfits answers of then that do not fit today, and why: of questions and options that are gone, and of what cannot be had
     *     together any more. None is replaced by anything
     * @param missing codes of the questions that need an answer now, those about the recipient among them
     * @param defaulted codes of the questions that were not answered then and that the model of today answers by itself: by its default,
     *     or because the other answers leave nothing else
     * @param net of the cart's line today, without charges; empty while that has no price
     */
    public record Line(
            LineId origin,
            Sku sku,
            int quantity,
            Optional<LineId> line,
            Optional<Refusal> reason,
            boolean modelChanged,
            List<Guidance.Misfit> misfits,
            List<String> missing,
            List<String> defaulted,
            Optional<Money> net) {
        public Line {
            misfits = List.copyOf(misfits);
            missing = List.copyOf(missing);
            defaulted = List.copyOf(defaulted);
        }
    }

    public Reuse {
        lines = List.copyOf(lines);
    }
}
