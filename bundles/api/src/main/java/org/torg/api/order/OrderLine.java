package org.torg.api.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.pricing.LineId;

/**
 * A line of an order: what was bought, and how far it has come.
 *
 * @param position from 1
 * @param ordered quantity that was bought
 * @param cancelled of them; taken from the end of the line
 * @param shipped of them; taken from its front
 * @param listPrice of one
 * @param listAmount before adjustments
 * @param net of the ordered quantity after all adjustments, without VAT; never changes
 * @param promised when it is expected to leave; a snapshot of the day of the order (L62)
 * @param partOf the configured line that was bought and yields this one
 */
public record OrderLine(
        LineId id,
        int position,
        Sku sku,
        LocalizedText name,
        int ordered,
        int cancelled,
        int shipped,
        BigMoney listPrice,
        Money listAmount,
        Money net,
        String vatCategory,
        StockPolicy stockPolicy,
        BigDecimal weightKg,
        boolean bulky,
        Optional<LocalDate> promised,
        Optional<LineId> partOf) {

    /** Of an article as it stands. */
    public OrderLine(
            LineId id,
            int position,
            Sku sku,
            LocalizedText name,
            int ordered,
            int cancelled,
            int shipped,
            BigMoney listPrice,
            Money listAmount,
            Money net,
            String vatCategory,
            StockPolicy stockPolicy,
            BigDecimal weightKg,
            boolean bulky,
            Optional<LocalDate> promised) {
        this(
                id,
                position,
                sku,
                name,
                ordered,
                cancelled,
                shipped,
                listPrice,
                listAmount,
                net,
                vatCategory,
                stockPolicy,
                weightKg,
                bulky,
                promised,
                Optional.empty());
    }

    /** The line that was bought. */
    public LineId bought() {
        return partOf.orElse(id);
    }

    public int open() {
        return ordered - cancelled - shipped;
    }

    public OrderLine ship(int quantity) {
        return with(cancelled, shipped + quantity);
    }

    public OrderLine cancel(int quantity) {
        return with(cancelled + quantity, shipped);
    }

    private OrderLine with(int nowCancelled, int nowShipped) {
        if (nowCancelled < 0 || nowShipped < 0 || nowCancelled + nowShipped > ordered) {
            throw new IllegalArgumentException("cancelled and shipped must stay within what was ordered");
        }
        return new OrderLine(
                id,
                position,
                sku,
                name,
                ordered,
                nowCancelled,
                nowShipped,
                listPrice,
                listAmount,
                net,
                vatCategory,
                stockPolicy,
                weightKg,
                bulky,
                promised,
                partOf);
    }
}
