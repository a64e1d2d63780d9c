package org.torg.api.catalog;

/**
 * How much of a variant can be promised.
 *
 * @param onHand on the shelf; 0 for untracked
 * @param reserved promised to orders and not yet shipped
 */
public record Availability(StockPolicy policy, int onHand, int reserved) {

    /** How many may be sold now: what is free under {@code DENY}, else without limit. */
    public int sellable() {
        return policy == StockPolicy.DENY ? Math.max(0, onHand - reserved) : Integer.MAX_VALUE;
    }

    public boolean onShelf(int quantity) {
        return onHand - reserved >= quantity;
    }
}
