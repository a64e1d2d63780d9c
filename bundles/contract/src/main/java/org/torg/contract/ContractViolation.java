package org.torg.contract;

import org.jspecify.annotations.Nullable;

/** A set of modules that must not be published. Says which bundle is at fault, which part of it, and why. */
public final class ContractViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Kind {
        /** Parts that cannot be in one set: names, slots, order, keys. The bundle is that of the later one. */
        CONFLICT,
        /** The vendor's bundle is that of another vendor. */
        OTHER_VENDOR,
        /** A text is not there in a language of the vendor. */
        TEXT_MISSING,
        /** Anything else that a contract asks for. */
        CONTRACT_FAILED
    }

    private final Kind kind;
    private final String bundle;
    private final transient Source source;
    private final String reason;

    /**
     * @param bundle symbolic name of the bundle at fault
     * @param reason in a few words, without the text of a foreign exception
     */
    public ContractViolation(Kind kind, String bundle, Source source, String reason) {
        this(kind, bundle, source, reason, null);
    }

    /** @param cause what the vendor's code threw: for the log, not to be kept */
    ContractViolation(Kind kind, String bundle, Source source, String reason, @Nullable Throwable cause) {
        super(source.vendor().value() + "/" + source.module() + ": " + reason, cause);
        this.kind = kind;
        this.bundle = bundle;
        this.source = source;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    public String bundle() {
        return bundle;
    }

    public Source source() {
        return source;
    }

    public String reason() {
        return reason;
    }
}
