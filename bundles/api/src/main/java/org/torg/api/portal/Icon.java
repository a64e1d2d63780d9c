package org.torg.api.portal;

import java.util.Locale;

/** The signs that the portal can draw. */
public enum Icon {
    ALERT,
    BOLT,
    BOX,
    BUILDING,
    CART,
    CHAT,
    CHECK,
    CLOCK,
    CUBE,
    DL,
    EYE,
    FILTER,
    GEAR,
    GRID,
    HELP,
    HISTORY,
    HOME,
    INFO,
    LAYERS,
    LIST,
    LOCK,
    PAUSE,
    PLUS,
    PRINT,
    PULSE,
    RECEIPT,
    SEARCH,
    STAR,
    SWAP,
    TAG,
    TRASH,
    TRUCK,
    USER,
    USERS;

    /** As the portal's files name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
