package org.torg.api.catalog;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How an article can be had, in one word. */
public enum AvailabilityState {
    /** At least one piece is free. */
    IN_STOCK,
    /** None is free, and none is sold before one comes in. */
    SOLD_OUT,
    /** None is free; it is sold, and delivered when it comes in. */
    BACKORDER,
    /** Nothing is counted. */
    MADE_TO_ORDER;

    /** All but what is sold out (H33). */
    public static final Set<AvailabilityState> ORDERABLE =
            Collections.unmodifiableSet(EnumSet.of(IN_STOCK, BACKORDER, MADE_TO_ORDER));

    public static AvailabilityState of(Availability availability) {
        return switch (availability.policy()) {
            case UNTRACKED -> MADE_TO_ORDER;
            case DENY -> availability.onShelf(1) ? IN_STOCK : SOLD_OUT;
            case BACKORDER -> availability.onShelf(1) ? IN_STOCK : BACKORDER;
        };
    }
}
