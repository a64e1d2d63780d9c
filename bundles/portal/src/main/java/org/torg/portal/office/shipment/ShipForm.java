package org.torg.portal.office.shipment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.fulfilment.Parcel;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.LineId;
import org.torg.portal.office.order.Quantities;
import org.torg.portal.page.Fields;

/**
 * What is about to leave (D33-D36, L38).
 *
 * @param typed what was written; at first all that is open
 * @param parcels how many rows for parcels there are
 * @param refusal of what was just tried
 */
public record ShipForm(Order order, Fields typed, int parcels, Optional<Refusal> refusal) {

    static final int MOST_PARCELS = 20;
    static final String MORE = "more";
    private static final String ROWS = "parcels";

    static ShipForm blank(Order order) {
        Fields all = Fields.NONE;
        for (OrderLine line : order.lines()) {
            if (line.open() > 0) {
                all = all.with(Quantities.field(line), Integer.toString(line.open()));
            }
        }
        return new ShipForm(order, all, 1, Optional.empty());
    }

    /** The form as it was sent; with one more row for a parcel where that was asked for. */
    static ShipForm of(Order order, Fields typed, Optional<Refusal> refusal) {
        int rows = rows(typed) + (typed.has(MORE) ? 1 : 0);
        return new ShipForm(order, typed, Math.min(MOST_PARCELS, rows), refusal);
    }

    private static int rows(Fields typed) {
        return Math.max(1, Math.min(MOST_PARCELS, typed.number(ROWS).orElse(1)));
    }

    public List<OrderLine> open() {
        return order.lines().stream().filter(line -> line.open() > 0).toList();
    }

    /** Whether the buyer wants everything at once: then a part is refused. */
    public boolean isWhole() {
        return order.snapshot().delivery().timing() instanceof DeliveryChoice.Timing.Complete;
    }

    /** Why a field is wrong; by the pointer of the command. */
    public Optional<Refusal.Detail> fault(String pointer) {
        return refusal.stream()
                .flatMap(told -> told.details().stream())
                .filter(detail -> detail.field().equals(pointer))
                .findFirst();
    }

    public Optional<Refusal.Detail> fault(OrderLine line) {
        return fault("/quantities/" + line.id().value());
    }

    /** Why something in the row of a parcel is wrong. A row without a carrier is not sent, so that those before it are counted. */
    public Optional<Refusal.Detail> parcelFault(int row, String part) {
        int sent = 0;
        for (int i = 0; i < row; i++) {
            sent += isFilled(typed, i) ? 1 : 0;
        }
        return isFilled(typed, row) ? fault("/parcels/" + sent + "/" + part) : Optional.empty();
    }

    /** As the service takes it. Refused as {@link Quantities#of}, and with {@code date-invalid}. */
    static Outcome<RegisterShipment> command(Order order, Fields form) {
        Optional<LocalDate> day;
        try {
            day = form.text("day").map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Outcome.refused(Refusal.of(
                            Refusal.Kind.UNPROCESSABLE, "date-invalid", "A date is written as 2026-03-31.")
                    .with(List.of(Refusal.detail("/shippedOn", "date-invalid", "A date is written as 2026-03-31."))));
        }
        Outcome<Map<LineId, Integer>> quantities = Quantities.of(order, form);
        return quantities.map(some -> new RegisterShipment(some, day, parcels(form)));
    }

    private static List<Parcel> parcels(Fields form) {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < rows(form); i++) {
            if (isFilled(form, i)) {
                parcels.add(new Parcel(
                        form.typed("carrier." + i).strip(), form.text("tracking." + i), form.text("link." + i)));
            }
        }
        return parcels;
    }

    private static boolean isFilled(Fields form, int row) {
        return form.text("carrier." + row).isPresent()
                || form.text("tracking." + row).isPresent()
                || form.text("link." + row).isPresent();
    }
}
