package org.torg.kernel.upload.format;

/** The content is not what it should be. */
public final class WrongContent extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why; each is the code of a refusal. */
    public enum Reason {
        /** It is not of the type that was declared. */
        FILE_TYPE_MISMATCH,
        /** An archive that would not end, or that names places outside itself. */
        ARCHIVE_UNSAFE,
        /** An archive with something in it that may not be there. */
        ARCHIVE_CONTENT
    }

    private final Reason reason;

    WrongContent(Reason reason, String what) {
        super(what, null, false, false);
        this.reason = reason;
    }

    static WrongContent mismatch(String what) {
        return new WrongContent(Reason.FILE_TYPE_MISMATCH, what);
    }

    public Reason reason() {
        return reason;
    }
}
