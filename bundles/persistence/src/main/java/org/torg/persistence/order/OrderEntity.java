package org.torg.persistence.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.order.Order;
import org.torg.api.pricing.LineId;
import org.torg.persistence.tx.Amounts;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.Moments;

@Entity
@Table(name = "orders")
@NullUnmarked
class OrderEntity {
    @Id
    private String id;

    @Column(name = "order_number", updatable = false)
    private String number;

    @Column(updatable = false)
    private String vendor;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String location;

    @Column(name = "placed_by", updatable = false)
    private String placedBy;

    @Column(name = "acting_for", updatable = false)
    private String actingFor;

    @Column(updatable = false)
    private String channel;

    private String status;

    @Column(name = "workflow_state")
    private String workflowState;

    private int revision;
    private long version;

    @Convert(converter = Moments.class)
    @Column(name = "placed_at", updatable = false)
    private Instant placedAt;

    @Convert(converter = Moments.class)
    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private BigDecimal net;

    @Column(updatable = false)
    private BigDecimal gross;

    @Column(name = "line_count", updatable = false)
    private int lineCount;

    @Column(name = "purchase_order", updatable = false)
    private String purchaseOrder;

    @Column(name = "agreed_by", updatable = false)
    private String agreedBy;

    @Column(name = "terms_hash", updatable = false)
    private String termsHash;

    @Column(name = "texts_hash", updatable = false)
    private String textsHash;

    @Column(name = "approved_by", updatable = false)
    private String approvedBy;

    @Column(name = "contact_email", updatable = false)
    private String contactEmail;

    @Column(updatable = false)
    private String snapshot;

    @Column(updatable = false)
    private String price;

    @Column(updatable = false)
    private String details;

    @Column(name = "sealed", updatable = false)
    private String sealedAnswers;

    protected OrderEntity() {}

    OrderEntity(Order order, Map<LineId, String> byLine, Documents documents) {
        id = order.id().value();
        number = order.number();
        vendor = order.vendor().value();
        account = order.account().value();
        location = order.location().map(LocationId::value).orElse(null);
        placedBy = order.placedBy().value();
        actingFor = order.actingFor().map(UserId::value).orElse(null);
        channel = order.channel();
        status = order.status().name();
        workflowState = order.workflowState();
        revision = order.revision();
        version = order.version();
        placedAt = order.placedAt();
        changedAt = order.changedAt();
        currency = order.price().currency().getCode();
        net = Amounts.stored(order.price().net().getAmount());
        gross = Amounts.stored(order.price().gross().getAmount());
        lineCount = order.lines().size();
        purchaseOrder = order.snapshot().purchaseOrderReference().orElse(null);
        agreedBy = order.agreedBy().name();
        termsHash = order.termsHash();
        textsHash = order.textsHash();
        approvedBy = order.approvedBy().map(UserId::value).orElse(null);
        contactEmail = order.snapshot().contact().email().toLowerCase(Locale.ROOT);
        snapshot = documents.write(order.snapshot());
        price = documents.write(order.price());
        details = order.details().isEmpty() ? null : documents.write(order.details(), OrderRows.DETAILS);
        sealedAnswers = OrderRows.sealedText(documents, byLine);
    }
}
