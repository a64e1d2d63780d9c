package org.torg.api.cart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;

/**
 * A cart as it is stored: without prices.
 *
 * @param version grows with every change; the entity tag
 * @param order the order that it has become; such a cart is closed
 * @param location for which of the account's locations it is bought
 * @param actingFor whose order it is, such as the clinician's (D10); stays until it is changed
 * @param approval what was asked of a colleague; while it is open the cart is locked
 * @param pausedAt since when it lies aside, to be completed later (D23); meanwhile it is not changed
 */
public record Cart(
        CartId id,
        VendorId vendor,
        AccountId account,
        UserId owner,
        List<Line> lines,
        Optional<DeliveryChoice> delivery,
        long version,
        Instant createdAt,
        Instant changedAt,
        Optional<OrderId> order,
        Optional<LocationId> location,
        Optional<UserId> actingFor,
        Optional<ApprovalId> approval,
        Optional<Instant> pausedAt) {

    /**
     * @param sku of the catalogue's article; where it is configured, what is priced and delivered is what the configuration yields
     * @param quantity of the article as configured
     * @param configuration may be incomplete; must be complete to check out. Answers about the recipient are there only for those
     *     who may see the recipient, and only where the cart is read
     * @param recipient whom it is for (D19); a patient or end user of the cart's location
     */
    public record Line(
            LineId id, Sku sku, int quantity, Optional<Configuration> configuration, Optional<RecipientId> recipient) {

        /** Of an article as it stands, for nobody in particular. */
        public Line(LineId id, Sku sku, int quantity) {
            this(id, sku, quantity, Optional.empty(), Optional.empty());
        }

        public Line with(Configuration other) {
            return new Line(id, sku, quantity, Optional.of(other), recipient);
        }
    }

    public Cart {
        lines = List.copyOf(lines);
    }

    /** One that is not paused. */
    public Cart(
            CartId id,
            VendorId vendor,
            AccountId account,
            UserId owner,
            List<Line> lines,
            Optional<DeliveryChoice> delivery,
            long version,
            Instant createdAt,
            Instant changedAt,
            Optional<OrderId> order,
            Optional<LocationId> location,
            Optional<UserId> actingFor,
            Optional<ApprovalId> approval) {
        this(
                id,
                vendor,
                account,
                owner,
                lines,
                delivery,
                version,
                createdAt,
                changedAt,
                order,
                location,
                actingFor,
                approval,
                Optional.empty());
    }

    /** One of the account as a whole, for nobody in particular. */
    public Cart(
            CartId id,
            VendorId vendor,
            AccountId account,
            UserId owner,
            List<Line> lines,
            Optional<DeliveryChoice> delivery,
            long version,
            Instant createdAt,
            Instant changedAt,
            Optional<OrderId> order) {
        this(
                id,
                vendor,
                account,
                owner,
                lines,
                delivery,
                version,
                createdAt,
                changedAt,
                order,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same cart with other lines, such as with all their answers. */
    public Cart with(List<Line> others) {
        return new Cart(
                id, vendor, account, owner, others, delivery, version, createdAt, changedAt, order, location, actingFor,
                approval, pausedAt);
    }
}
