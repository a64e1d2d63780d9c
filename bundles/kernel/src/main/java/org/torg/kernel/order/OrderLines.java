package org.torg.kernel.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.Variant;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.PricedCart.PricedLine;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.kernel.pricing.Expansion;
import org.torg.kernel.pricing.PriceFacts;

/** The lines of an order as it is placed, each with the day that is promised. */
final class OrderLines {
    private OrderLines() {}

    static List<OrderLine> of(PriceFacts facts, PricedCart price, DeliveryChoice delivery, LocalDate today) {
        List<LocalDate> promised = promised(facts, price, delivery, today);
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < price.lines().size(); i++) {
            PricedLine priced = price.lines().get(i);
            Variant variant = facts.variants().get(i).variant();
            lines.add(new OrderLine(
                    priced.id(),
                    i + 1,
                    priced.sku(),
                    variant.name(),
                    priced.quantity(),
                    0,
                    0,
                    priced.listPrice(),
                    priced.listAmount(),
                    priced.net(),
                    priced.vatCategory(),
                    variant.stockPolicy(),
                    variant.weightKg(),
                    variant.bulky(),
                    Optional.of(promised.get(i)),
                    priced.partOf()));
        }
        return lines;
    }

    /** What belongs to one configured article leaves together: with the last of it. */
    private static List<LocalDate> promised(
            PriceFacts facts, PricedCart price, DeliveryChoice delivery, LocalDate today) {
        List<LocalDate> single = new ArrayList<>();
        Map<LineId, LocalDate> last = new HashMap<>();
        Map<Sku, Integer> asked = new TreeMap<>();
        for (int i = 0; i < price.lines().size(); i++) {
            PricedLine priced = price.lines().get(i);
            // The same article on two lines: the second finds on the shelf what the first has left.
            int upToHere = asked.merge(priced.sku(), priced.quantity(), Math::addExact);
            int making = facts.expansion()
                    .configuredAt(i)
                    .map(Expansion.Configured::guidance)
                    .map(guidance -> guidance.extraDays())
                    .orElse(0);
            LocalDate day =
                    promised(facts.variants().get(i), upToHere, making, price.deliveryOption(), delivery, today);
            single.add(day);
            last.merge(priced.bought(), day, (one, other) -> one.isAfter(other) ? one : other);
        }
        List<LocalDate> promised = new ArrayList<>();
        for (int i = 0; i < single.size(); i++) {
            promised.add(last.getOrDefault(price.lines().get(i).bought(), single.get(i)));
        }
        return promised;
    }

    /**
     * When a line is expected to leave (L62): never before the period that the buyer has asked for (L40).
     *
     * @param making working days that making it takes besides
     */
    private static LocalDate promised(
            StockedVariant stocked,
            int quantity,
            int making,
            Optional<DeliveryOption> option,
            DeliveryChoice delivery,
            LocalDate today) {
        boolean onShelf =
                switch (stocked.variant().stockPolicy()) {
                    case UNTRACKED -> false;
                    case DENY, BACKORDER -> stocked.availability().onShelf(quantity);
                };
        int days = onShelf
                ? option.map(DeliveryOption::minDays).orElse(0)
                : stocked.variant().leadDays();
        LocalDate possible = WorkingDays.after(today, days + making);
        return delivery.timing() instanceof DeliveryChoice.Timing.Requested period
                        && period.from().isAfter(possible)
                ? period.from()
                : possible;
    }
}
