package org.torg.rest.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Message;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;

/**
 * Puts messages into a reader's language, with the texts of the vendors that are here and then with the kernel's own. A
 * message without a text in that language, or of a vendor that is away, is told in English.
 */
@Component(service = MessageText.class)
public final class MessageText {

    private static final Logger LOG = LoggerFactory.getLogger(MessageText.class);

    /** By vendor id. Asked for once when a vendor comes: it answers the same for the life of its bundle. */
    private final Map<String, Said> vendors = new ConcurrentSkipListMap<>();

    private record Said(Vendor by, Texts texts, Workflow workflow) {}

    @Activate
    public MessageText() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addVendor(Vendor vendor) {
        try {
            vendors.put(vendor.descriptor().id().value(), new Said(vendor, vendor.texts(), vendor.workflow()));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The texts of vendor {} cannot be had", vendor.getClass().getName(), e);
        }
    }

    void removeVendor(Vendor vendor) {
        vendors.values().removeIf(said -> said.by() == vendor);
    }

    /** A reader of what this vendor has said. */
    public Wording of(VendorId vendor, Locale locale) {
        Optional<Said> said = Optional.ofNullable(vendors.get(vendor.value()));
        return new Wording(
                locale,
                message -> said.flatMap(known -> pattern(known.texts(), message, locale))
                        .or(() -> KernelTexts.pattern(message, locale)),
                said.map(Said::workflow));
    }

    /** A reader of what nobody in particular has said. */
    public Wording of(Locale locale) {
        return new Wording(
                locale,
                message -> vendors.values().stream()
                        .flatMap(said -> pattern(said.texts(), message, locale).stream())
                        .findFirst()
                        .or(() -> KernelTexts.pattern(message, locale)),
                Optional.empty());
    }

    private static Optional<String> pattern(Texts texts, Message message, Locale locale) {
        return texts.pattern(message.key(), locale);
    }
}
