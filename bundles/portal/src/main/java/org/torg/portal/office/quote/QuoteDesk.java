package org.torg.portal.office.quote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Page;
import org.torg.api.account.AccountId;
import org.torg.api.quote.Quotes;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;

/**
 * The list of quotes.
 *
 * @param view which of {@link #VIEWS}
 * @param vendors at which the reader answers
 * @param names of the accounts, as far as the reader may know them
 * @param clocks by quote, of those that wait for an answer
 */
public record QuoteDesk(
        String view,
        List<VendorDescriptor> vendors,
        Optional<VendorId> vendor,
        Page<Quotes.Summary> page,
        Map<AccountId, String> names,
        Map<String, QuoteClock> clocks) {

    /** What waits for us, what waits for the customer, and all. */
    public static final List<String> VIEWS = List.of("waiting", "offered", "ordered", "all");

    public QuoteDesk {
        vendors = List.copyOf(vendors);
        names = Map.copyOf(names);
        clocks = Map.copyOf(clocks);
    }

    public Optional<QuoteClock> clock(Quotes.Summary quote) {
        return Optional.ofNullable(clocks.get(quote.id().value()));
    }

    public String name(Quotes.Summary quote) {
        return names.getOrDefault(quote.account(), "");
    }

    public String at(String other) {
        return "/office/quotes?view=" + other
                + vendor.map(id -> "&vendor=" + id.value()).orElse("");
    }
}
