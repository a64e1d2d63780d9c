package org.torg.kernel.cart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.cart.Carts.CartView;
import org.torg.api.cart.Carts.ConfiguredLine;
import org.torg.api.cart.Carts.Difference;
import org.torg.api.cart.Carts.Seen;
import org.torg.api.cart.Carts.SeenLine;
import org.torg.api.configurator.Guidance.Misfit;
import org.torg.api.pricing.LineId;
import org.torg.kernel.pricing.BoughtNets;

/** What was seen of a paused cart, and what is different when it is taken up again (D23). Pure. */
final class CartPauses {
    private CartPauses() {}

    /** What is remembered; nothing of a cart that has no price. */
    static Optional<Seen> seen(CartView view, Instant at) {
        return view.quotation().map(quotation -> {
            Map<LineId, Money> nets = BoughtNets.of(quotation.priced());
            List<SeenLine> lines = new ArrayList<>();
            for (Cart.Line line : view.cart().lines()) {
                lines.add(new SeenLine(
                        line.id(),
                        line.sku(),
                        line.quantity(),
                        Optional.ofNullable(nets.get(line.id())),
                        misfits(view, line.id())));
            }
            return new Seen(at, quotation.priced().net(), quotation.priced().gross(), lines);
        });
    }

    static List<Difference> differences(Seen seen, CartView view) {
        Map<LineId, Money> nets = view.quotation()
                .map(quotation -> BoughtNets.of(quotation.priced()))
                .orElse(Map.of());
        Map<LineId, Cart.Line> lines = new HashMap<>();
        view.cart().lines().forEach(line -> lines.put(line.id(), line));
        List<Difference> differences = new ArrayList<>();
        for (SeenLine then : seen.lines()) {
            if (lines.containsKey(then.line())) {
                Difference difference = new Difference(
                        then.line(),
                        then.sku(),
                        isGone(view, then.line()),
                        then.net(),
                        Optional.ofNullable(nets.get(then.line())),
                        lost(then, view));
                if (difference.gone()
                        || !difference.answers().isEmpty()
                        || !difference.then().equals(difference.now())) {
                    differences.add(difference);
                }
            }
        }
        return differences;
    }

    private static List<String> lost(SeenLine then, CartView view) {
        Set<String> before = new HashSet<>(then.misfits());
        return misfits(view, then.line()).stream()
                .filter(question -> !before.contains(question))
                .toList();
    }

    private static boolean isGone(CartView view, LineId line) {
        return view.objections().stream()
                .filter(objection -> objection.line().filter(line::equals).isPresent())
                .map(Objection::code)
                .anyMatch("sku-unknown"::equals);
    }

    private static List<String> misfits(CartView view, LineId line) {
        return view.configured().stream()
                .filter(configured -> configured.line().equals(line))
                .map(ConfiguredLine::misfits)
                .flatMap(List::stream)
                .map(Misfit::question)
                .toList();
    }
}
