package org.torg.portal.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderStatus;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Paths;

/**
 * Which orders somebody wants to see (L23): what stands in the address, so that it can be kept and sent on. What cannot be read is
 * no filter.
 *
 * @param from first day
 * @param until last day
 * @param own only what the reader has ordered
 * @param recipient only what is for this one, whose name never stands in an address
 */
public record OrderWish(
        Optional<OrderStatus> status,
        Optional<VendorId> vendor,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        boolean own,
        Optional<String> keyword,
        Optional<RecipientId> recipient) {

    private static final int LONGEST = 100;

    static OrderWish of(Fields asked) {
        return new OrderWish(
                Arrays.stream(OrderStatus.values())
                        .filter(each -> word(each).equals(asked.typed("status")))
                        .findFirst(),
                asked.text("vendor")
                        .filter(id -> id.matches("[a-z][a-z0-9-]{0,39}"))
                        .map(VendorId::new),
                day(asked, "from"),
                day(asked, "until"),
                asked.typed("who").equals("me"),
                asked.text("q").filter(text -> text.length() <= LONGEST),
                asked.text("recipient")
                        .filter(id -> id.matches("[0-9a-f-]{36}"))
                        .map(RecipientId::new));
    }

    private static Optional<LocalDate> day(Fields asked, String field) {
        try {
            // Of other years no calendar of a browser writes.
            return asked.text(field)
                    .filter(text -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                    .map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As it stands in an address. */
    public static String word(OrderStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param begins when a day begins where the reader is */
    OrderQuery query(Caller caller, Function<LocalDate, Instant> begins, PageRequest page) {
        return new OrderQuery(
                vendor,
                caller.account(),
                status,
                from.map(begins),
                until.map(day -> begins.apply(day.plusDays(1))),
                own ? caller.user() : Optional.empty(),
                keyword,
                recipient,
                page);
    }

    /** Whether anything but the status is asked for. */
    public boolean isNarrow() {
        return vendor.isPresent()
                || from.isPresent()
                || until.isPresent()
                || own
                || keyword.isPresent()
                || recipient.isPresent();
    }

    /** The address of the same wish in another state; the first page. */
    public String at(Optional<OrderStatus> other) {
        return path(other, Optional.empty());
    }

    public String after(String cursor) {
        return path(status, Optional.of(cursor));
    }

    /** The same for everybody; the first page. */
    public String forEverybody() {
        return new OrderWish(status, vendor, from, until, own, keyword, Optional.empty()).at(status);
    }

    private String path(Optional<OrderStatus> state, Optional<String> after) {
        Fields fields = Fields.NONE;
        fields = with(fields, "status", state.map(OrderWish::word));
        fields = with(fields, "vendor", vendor.map(VendorId::value));
        fields = with(fields, "from", from.map(LocalDate::toString));
        fields = with(fields, "until", until.map(LocalDate::toString));
        fields = with(fields, "who", own ? Optional.of("me") : Optional.empty());
        fields = with(fields, "q", keyword);
        fields = with(fields, "recipient", recipient.map(RecipientId::value));
        fields = with(fields, "after", after);
        return fields.byName().isEmpty() ? "/orders" : "/orders?" + Paths.query(fields);
    }

    private static Fields with(Fields fields, String name, Optional<String> value) {
        return value.map(text -> fields.with(name, text)).orElse(fields);
    }
}
