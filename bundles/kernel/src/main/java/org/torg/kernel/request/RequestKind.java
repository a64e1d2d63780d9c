package org.torg.kernel.request;

import java.util.Locale;
import java.util.Optional;
import org.torg.api.account.Address;
import org.torg.api.account.CustomerRequests.Content;

/** The kinds of requests, and what is left of one whose key was destroyed. */
enum RequestKind {
    NEW_LOCATION(new Content.NewLocation(
            "", new Address("", Optional.empty(), "", Optional.empty(), "", "", ""), Optional.empty(), "")),
    NEW_EMAIL(new Content.NewEmail("")),
    EMAIL_ON_FILE(new Content.EmailOnFile(Optional.empty(), "", "", "", "")),
    CORRECTION(new Content.Correction("")),
    ERASURE(new Content.Erasure("")),
    JOINING(new Content.Joining("", "", "", ""));

    private final Content erased;

    RequestKind(Content erased) {
        this.erased = erased;
    }

    /** The same without a word of anybody. */
    Content erased() {
        return erased;
    }

    /** As it is stored. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static RequestKind of(Content content) {
        if (content instanceof Content.NewLocation) {
            return NEW_LOCATION;
        } else if (content instanceof Content.NewEmail) {
            return NEW_EMAIL;
        } else if (content instanceof Content.EmailOnFile) {
            return EMAIL_ON_FILE;
        } else if (content instanceof Content.Correction) {
            return CORRECTION;
        } else if (content instanceof Content.Erasure) {
            return ERASURE;
        }
        return JOINING;
    }

    static RequestKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
