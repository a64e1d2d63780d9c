package org.torg.portal.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.torg.api.fulfilment.Parcel;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.Cancellation;
import org.torg.portal.look.Reader;

/**
 * Something that has happened to an order, for its history.
 *
 * @param at when; of an invoice, the day that is on it begins then
 * @param note what somebody has written about it, or how to follow it
 * @param link where there is more about it
 */
public record Happening(Instant at, String when, String what, Optional<String> note, Optional<String> link) {

    /** The newest first. The vendor's present state is the last of them that is told, unless nothing has changed yet. */
    static List<Happening> of(PlacedOrder placed, Reader reader) {
        List<Happening> all = new ArrayList<>();
        var order = placed.order();
        all.add(moment(reader, order.placedAt(), reader.text("history.placed"), Optional.empty()));
        for (Cancellation cancelled : placed.cancellations()) {
            int pieces = cancelled.quantities().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            all.add(moment(
                    reader,
                    cancelled.at(),
                    reader.text("history.cancelled", pieces, cancelled.revision()),
                    cancelled.reason()));
        }
        for (Shipment shipment : placed.shipments()) {
            all.add(moment(
                    reader,
                    shipment.registeredAt(),
                    reader.text("order.shipment", shipment.sequence(), reader.date(shipment.shippedOn())),
                    parcels(shipment)));
        }
        for (InvoiceSummary invoice : placed.invoices()) {
            all.add(new Happening(
                    reader.begin(invoice.date().plusDays(1)).minusSeconds(1),
                    reader.date(invoice.date()),
                    reader.text("history.invoiced", invoice.number()),
                    Optional.empty(),
                    Optional.of("/invoices/" + invoice.id().value())));
        }
        all.sort(Comparator.comparing(Happening::at).reversed());
        return all;
    }

    private static Happening moment(Reader reader, Instant at, String what, Optional<String> note) {
        return new Happening(at, reader.moment(at), what, note, Optional.empty());
    }

    private static Optional<String> parcels(Shipment shipment) {
        List<String> told = shipment.parcels().stream().map(Happening::parcel).toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", told));
    }

    private static String parcel(Parcel parcel) {
        return parcel.trackingNumber()
                .map(number -> parcel.carrier() + " " + number)
                .orElse(parcel.carrier());
    }
}
