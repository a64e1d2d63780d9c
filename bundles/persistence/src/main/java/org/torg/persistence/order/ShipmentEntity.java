package org.torg.persistence.order;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.fulfilment.Parcel;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.order.OrderId;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.Moments;
import org.torg.persistence.tx.Row;

@Entity
@Table(name = "shipment")
@NullUnmarked
class ShipmentEntity {
    static final String SELECT =
            "SELECT id, order_id, order_number, vendor, account, location, sequence_number, shipped_on,"
                    + " registered_at, contents FROM shipment";

    @Id
    private String id;

    @Column(name = "order_id", updatable = false)
    private String order;

    @Column(name = "order_number", updatable = false)
    private String orderNumber;

    @Column(updatable = false)
    private String vendor;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String location;

    @Column(name = "sequence_number", updatable = false)
    private int sequence;

    @Column(name = "shipped_on", updatable = false)
    private LocalDate shippedOn;

    @Convert(converter = Moments.class)
    @Column(name = "registered_at", updatable = false)
    private Instant registeredAt;

    @Column(updatable = false)
    private String contents;

    /** The document in the column of the same name. */
    record Contents(List<Shipment.Line> lines, List<Parcel> parcels) {}

    protected ShipmentEntity() {}

    ShipmentEntity(Shipment shipment, Documents documents) {
        id = shipment.id().value();
        order = shipment.order().value();
        orderNumber = shipment.orderNumber();
        vendor = shipment.vendor().value();
        account = shipment.account().value();
        location = shipment.location().map(LocationId::value).orElse(null);
        sequence = shipment.sequence();
        shippedOn = shipment.shippedOn();
        registeredAt = shipment.registeredAt();
        contents = documents.write(new Contents(shipment.lines(), shipment.parcels()));
    }

    static Shipment read(Row row, Documents documents) throws SQLException {
        Contents stored = documents.read(row.text("contents"), Contents.class);
        return new Shipment(
                new ShipmentId(row.text("id")),
                new OrderId(row.text("order_id")),
                row.text("order_number"),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                row.integer("sequence_number"),
                row.date("shipped_on"),
                row.moment("registered_at"),
                stored.lines(),
                stored.parcels(),
                row.optionalText("location").map(LocationId::new));
    }
}
