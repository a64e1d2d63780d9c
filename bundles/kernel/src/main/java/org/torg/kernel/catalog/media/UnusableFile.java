package org.torg.kernel.catalog.media;

import org.torg.api.Argument;
import org.torg.api.Message;

/** A file that cannot be shown, and why. */
public final class UnusableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Message message;

    UnusableFile(String code, String english, Argument... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.message = Message.of("import." + code, english, arguments);
    }

    public String code() {
        return code;
    }

    /** In words. */
    public Message words() {
        return message;
    }
}
