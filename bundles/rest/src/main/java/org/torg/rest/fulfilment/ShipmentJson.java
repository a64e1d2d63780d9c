package org.torg.rest.fulfilment;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.torg.api.fulfilment.Parcel;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.rest.http.Faults;
import org.torg.rest.order.QuantityJson;

/** What has left. */
public record ShipmentJson(
        String id,
        String order,
        String orderNumber,
        String vendor,
        String account,
        int sequence,
        LocalDate shippedOn,
        Instant registeredAt,
        List<ShippedLineJson> lines,
        List<ParcelJson> parcels) {

    private static final int MOST_PARCELS = 200;

    /** @param from how many of the order line had been shipped before */
    public record ShippedLineJson(String line, String sku, int from, int quantity) {}

    public record ParcelJson(Optional<String> carrier, Optional<String> trackingNumber, Optional<String> trackingUrl) {

        private Parcel read(Faults faults, String at) {
            Optional<String> url = faults.text(at + "/trackingUrl", trackingUrl, 500);
            faults.holds(
                    url.isEmpty() || isHttps(url.get()),
                    at + "/trackingUrl",
                    "url-invalid",
                    "This must be an https address.");
            return new Parcel(
                    faults.requiredText(at + "/carrier", carrier, 100),
                    faults.text(at + "/trackingNumber", trackingNumber, 100),
                    url);
        }

        private static boolean isHttps(String text) {
            try {
                URI uri = new URI(text);
                return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    /**
     * @param lines all that is open when absent
     * @param shippedOn today when absent
     */
    public record NewShipmentJson(
            Optional<List<QuantityJson>> lines, Optional<String> shippedOn, Optional<List<ParcelJson>> parcels) {

        RegisterShipment read() {
            Faults faults = new Faults();
            return faults.settle(new RegisterShipment(
                    QuantityJson.read(faults, "/lines", lines),
                    faults.day("/shippedOn", shippedOn),
                    faults.each(
                            "/parcels",
                            parcels,
                            MOST_PARCELS,
                            "parcels-too-many",
                            (at, parcel) -> parcel.read(faults, at))));
        }
    }

    static ShipmentJson of(Shipment shipment) {
        return new ShipmentJson(
                shipment.id().value(),
                shipment.order().value(),
                shipment.orderNumber(),
                shipment.vendor().value(),
                shipment.account().value(),
                shipment.sequence(),
                shipment.shippedOn(),
                shipment.registeredAt(),
                shipment.lines().stream()
                        .map(line -> new ShippedLineJson(
                                line.line().value(), line.sku().value(), line.from(), line.quantity()))
                        .toList(),
                shipment.parcels().stream()
                        .map(parcel -> new ParcelJson(
                                Optional.of(parcel.carrier()), parcel.trackingNumber(), parcel.trackingUrl()))
                        .toList());
    }
}
