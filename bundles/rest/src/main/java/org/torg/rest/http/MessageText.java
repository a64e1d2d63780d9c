package org.torg.rest.http;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.http.Wording;
import org.torg.http.Wordings;

/** Puts messages into a reader's language. */
@Component(service = MessageText.class)
public final class MessageText {

    private final Wordings wordings;

    @Activate
    public MessageText(@Reference Vendors vendors) {
        wordings = new Wordings(vendors);
    }

    /** A reader of what this vendor has said. */
    public Wording of(VendorId vendor, Locale locale) {
        return wordings.of(vendor, locale);
    }

    /** A reader of what nobody in particular has said. */
    public Wording of(Locale locale) {
        return wordings.of(locale);
    }
}
