package org.torg.api;

/**
 * Carries a refusal out of a transaction, which rolls back, or out of {@link Outcome#orElseThrow()}. Services catch
 * it and answer {@link Outcome.Refused}.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
