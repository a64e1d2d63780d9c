package org.torg.persistence.cart;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.OrderId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.Moments;

@Entity
@Table(name = "cart")
@NullUnmarked
class CartEntity {
    @Id
    private String id;

    private String vendor;
    private String account;
    private String owner;
    private String delivery;
    private long version;

    @Convert(converter = Moments.class)
    @Column(name = "created_at")
    private Instant createdAt;

    @Convert(converter = Moments.class)
    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "became_order")
    private String order;

    private String location;

    @Column(name = "acting_for")
    private String actingFor;

    private String approval;

    protected CartEntity() {}

    CartEntity(Cart cart, Documents documents) {
        id = cart.id().value();
        vendor = cart.vendor().value();
        account = cart.account().value();
        owner = cart.owner().value();
        delivery = cart.delivery().map(documents::write).orElse(null);
        version = cart.version();
        createdAt = cart.createdAt();
        changedAt = cart.changedAt();
        order = cart.order().map(OrderId::value).orElse(null);
        location = cart.location().map(LocationId::value).orElse(null);
        actingFor = cart.actingFor().map(UserId::value).orElse(null);
        approval = cart.approval().map(ApprovalId::value).orElse(null);
    }
}
