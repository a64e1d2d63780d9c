package org.torg.rest.http;

import org.torg.api.vendor.Vendor;

/** The texts of these vendors. */
public final class MessageTexts {

    private MessageTexts() {}

    public static MessageText of(Vendor... vendors) {
        MessageText texts = new MessageText();
        for (Vendor vendor : vendors) {
            texts.addVendor(vendor);
        }
        return texts;
    }
}
