package org.torg.http;

import java.util.Locale;
import java.util.Optional;
import org.torg.api.Message;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;

/**
 * Puts messages into a reader's language, with the texts of the vendors, also of those that are away, and then with the kernel's own. A
 * message without a text in that language is told in English. The kernel says which texts
 * count: a module that is only tried beside the serving ones says nothing.
 */
public final class Wordings {

    private final Vendors vendors;

    public Wordings(Vendors vendors) {
        this.vendors = vendors;
    }

    /** A reader of what this vendor has said. */
    public Wording of(VendorId vendor, Locale locale) {
        Optional<Vendors.Speech> speech = vendors.speech(vendor);
        return new Wording(
                locale,
                message -> speech.flatMap(known -> pattern(known.texts(), message, locale))
                        .or(() -> KernelTexts.pattern(message, locale)),
                speech.map(Vendors.Speech::workflow));
    }

    /** A reader of what nobody in particular has said. */
    public Wording of(Locale locale) {
        return new Wording(
                locale,
                message -> vendors.known().stream()
                        .map(VendorDescriptor::id)
                        .flatMap(id -> vendors.speech(id).stream())
                        .flatMap(speech -> pattern(speech.texts(), message, locale).stream())
                        .findFirst()
                        .or(() -> KernelTexts.pattern(message, locale)),
                Optional.empty());
    }

    private static Optional<String> pattern(Texts texts, Message message, Locale locale) {
        return texts.pattern(message.key(), locale);
    }
}
