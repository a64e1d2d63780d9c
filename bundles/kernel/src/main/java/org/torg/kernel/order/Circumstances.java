package org.torg.kernel.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Workflow;

/**
 * What a decision about an order may depend on, besides the order and the command.
 *
 * @param zone of the seller; decides the business date
 * @param terms under which the order was bought
 * @param workflow of the vendor, as it was when the order was placed
 * @param nextShipment name of the shipment that the command would make
 * @param earlierShipments how many the order has already
 */
public record Circumstances(
        Instant now, ZoneId zone, Terms terms, Workflow workflow, ShipmentId nextShipment, int earlierShipments) {

    WorkflowSteps steps() {
        return new WorkflowSteps(workflow);
    }

    LocalDate today() {
        return date(now);
    }

    LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
