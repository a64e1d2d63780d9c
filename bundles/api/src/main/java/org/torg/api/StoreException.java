package org.torg.api;

/** The database did not do what was asked. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Kind {
        /** Somebody else was faster: an optimistic version, a unique key, a deadlock victim. Try again. */
        CONFLICT,
        UNAVAILABLE,
        NO_ROOM,
        /** A defect. */
        OTHER
    }

    private final Kind kind;

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
