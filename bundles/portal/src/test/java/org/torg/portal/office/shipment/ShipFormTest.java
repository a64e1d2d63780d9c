package org.torg.portal.office.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.fulfilment.Parcel;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.order.Order;
import org.torg.api.pricing.LineId;
import org.torg.portal.office.order.OrderSample;
import org.torg.portal.page.Fields;

class ShipFormTest {

    private static final Order ORDER = OrderSample.placed();
    private static final Fields TWO_ROWS = Fields.NONE
            .with("quantity.1", "2")
            .with("parcels", "2")
            .with("carrier.1", "Posten ")
            .with("tracking.1", "70730259");

    @Test
    @Tag("L38")
    void theFormBeginsWithAllThatIsOpen() {
        ShipForm blank = ShipForm.blank(ORDER);
        assertThat(blank.open()).singleElement().satisfies(line -> assertThat(line.open())
                .isEqualTo(5));
        assertThat(blank.typed().typed("quantity.1")).isEqualTo("5");
        assertThat(blank.typed().has("quantity.2")).isFalse();
    }

    @Test
    @Tag("L24")
    void rowsThatNobodyFilledAreNoParcels() {
        RegisterShipment command =
                ShipForm.command(ORDER, TWO_ROWS.with("day", "2026-03-02")).orElseThrow();
        assertThat(command.quantities()).isEqualTo(Map.of(new LineId("1"), 2));
        assertThat(command.shippedOn()).contains(LocalDate.of(2026, 3, 2));
        assertThat(command.parcels())
                .isEqualTo(List.of(new Parcel("Posten", Optional.of("70730259"), Optional.empty())));
    }

    @Test
    void aFaultStandsInTheRowOfItsParcelAlsoAfterAnEmptyOne() {
        Refusal refusal = Refusal.of(Refusal.Kind.UNPROCESSABLE, "parcel-invalid", "Name the carrier.")
                .with(List.of(Refusal.detail("/parcels/0/carrier", "parcel-invalid", "Name the carrier.")));
        ShipForm form = ShipForm.of(ORDER, TWO_ROWS, Optional.of(refusal));
        assertThat(form.parcelFault(0, "carrier")).isEmpty();
        assertThat(form.parcelFault(1, "carrier")).isPresent();
    }

    @Test
    void oneMoreRowKeepsWhatWasTyped() {
        ShipForm form = ShipForm.of(ORDER, TWO_ROWS.with("more", "1"), Optional.empty());
        assertThat(form.parcels()).isEqualTo(3);
        assertThat(form.typed().typed("tracking.1")).isEqualTo("70730259");
        assertThat(ShipForm.of(ORDER, TWO_ROWS.with("parcels", "20").with("more", "1"), Optional.empty())
                        .parcels())
                .isEqualTo(ShipForm.MOST_PARCELS);
        assertThat(ShipForm.of(ORDER, Fields.NONE.with("parcels", "900000000"), Optional.empty())
                        .parcels())
                .isEqualTo(ShipForm.MOST_PARCELS);
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        Outcome<RegisterShipment> outcome = ShipForm.command(ORDER, TWO_ROWS.with("day", "2026-02-30"));
        assertThat(((Outcome.Refused<?>) outcome).refusal().code()).isEqualTo("date-invalid");
    }
}
