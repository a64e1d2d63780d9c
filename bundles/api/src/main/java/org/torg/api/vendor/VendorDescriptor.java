package org.torg.api.vendor;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.torg.api.LocalizedText;

/**
 * Who a vendor is.
 *
 * @param version of the bundle, named in every price trace
 * @param seller the legal entity that sells and invoices
 * @param markets ISO country codes to which it delivers
 * @param languages ISO 639-1 codes in which its texts are complete, the first is the default
 * @param accent colour of its pages, {@code #rrggbb}
 */
public record VendorDescriptor(
        VendorId id,
        String version,
        LocalizedText name,
        LegalEntity seller,
        CurrencyUnit currency,
        List<String> markets,
        List<String> languages,
        String accent) {

    public VendorDescriptor {
        markets = List.copyOf(markets);
        languages = List.copyOf(languages);
    }
}
