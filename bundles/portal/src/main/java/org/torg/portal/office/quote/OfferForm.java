package org.torg.portal.office.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.QuotedLine;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Fields;

/** Prices of staff's own choice as fields: an empty one leaves the line at the customer's own price (L15, L19). */
final class OfferForm {

    static final String UNTIL = "until";
    static final String MESSAGE = "message";
    private static final String PRICE = "price.";

    private OfferForm() {}

    static String field(Quote.Line line) {
        return PRICE + line.id().value();
    }

    /** As the newest offer has it; blank where there is none. */
    static Fields of(Quote quote, Reader reader) {
        Fields fields = Fields.NONE;
        for (QuotedLine quoted : quote.offer().map(Quote.Offer::quoted).orElse(List.of())) {
            fields = fields.with(PRICE + quoted.line().value(), reader.amount(quoted.price()));
        }
        return fields;
    }

    /** Refused with {@code price-invalid} where something is no price; the details point to lines as {@link #pointer} does. */
    static Outcome<List<QuotedLine>> read(Quote quote, CurrencyUnit currency, Fields form) {
        List<QuotedLine> quoted = new ArrayList<>();
        List<Refusal.Detail> faults = new ArrayList<>();
        for (Quote.Line line : filled(quote, form)) {
            Optional<BigDecimal> price = number(form.typed(field(line)));
            if (price.isPresent()) {
                quoted.add(new QuotedLine(line.id(), BigMoney.of(currency, price.get())));
            } else {
                faults.add(Refusal.detail(pointer(quote, form, line), "price-invalid", INVALID));
            }
        }
        return faults.isEmpty()
                ? Outcome.done(quoted)
                : Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, "price-invalid", INVALID)
                        .with(faults));
    }

    private static final String INVALID = "A price is 0 or more in the vendor's currency, with at most four decimals.";

    /** Where the service finds the price of this line at fault: it counts those that were stated. */
    static String pointer(Quote quote, Fields form, Quote.Line line) {
        return "/prices/" + filled(quote, form).indexOf(line) + "/price";
    }

    private static List<Quote.Line> filled(Quote quote, Fields form) {
        return quote.lines().stream()
                .filter(line -> form.text(field(line)).isPresent())
                .toList();
    }

    /** As people write it: with a comma or a point, and spaces between thousands. */
    static Optional<BigDecimal> number(String typed) {
        String plain = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,4})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** The last day; none where the vendor's own number of days shall hold. */
    static Outcome<Optional<LocalDate>> until(Fields form) {
        try {
            return Outcome.done(form.text(UNTIL).map(LocalDate::parse));
        } catch (DateTimeParseException e) {
            String why = "A date is written as 2026-03-31.";
            return Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, "date-invalid", why)
                    .with(List.of(Refusal.detail("/validUntil", "date-invalid", why))));
        }
    }
}
