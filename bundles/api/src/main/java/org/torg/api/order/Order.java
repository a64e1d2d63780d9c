package org.torg.api.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.ExternalId;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Configuration;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.vendor.VendorId;

/**
 * An order of one account with one vendor.
 *
 * @param number for people, unique in the tenant
 * @param actingFor the person in whose name it was placed
 * @param channel by which door it came, such as {@code API} or {@code PORTAL}; {@code STAFF} when staff entered it for the customer
 *     (D02), {@code PROGRAM} when a person's program did
 * @param revision grows with every change of what was bought; 1 when placed
 * @param version grows with every change at all; the entity tag
 * @param workflowState code of the vendor's own state
 * @param price as it was agreed, with its trace; never changes
 * @param agreedBy how the buyer agreed on the price
 * @param termsHash content hash of the vendor's terms of that day
 * @param textsHash content hash of the vendor's texts and workflow of that day
 * @param approvedBy the second person, where one was needed
 * @param details of the lines that were bought with a configuration, or for somebody
 */
public record Order(
        OrderId id,
        String number,
        VendorId vendor,
        AccountId account,
        Optional<LocationId> location,
        UserId placedBy,
        Optional<UserId> actingFor,
        String channel,
        OrderStatus status,
        String workflowState,
        int revision,
        long version,
        Instant placedAt,
        Instant changedAt,
        List<OrderLine> lines,
        PricedCart price,
        AgreedBy agreedBy,
        Snapshot snapshot,
        String termsHash,
        String textsHash,
        Optional<UserId> approvedBy,
        List<LineDetail> details) {

    /**
     * What was bought, where that is more than an article as it stands; its {@link OrderLine}s name this one as what they are part
     * of, unless it was not configured.
     *
     * @param sku of the catalogue's article
     * @param quantity of the article as configured
     * @param configuration complete; without the answers about the recipient for those who may not see these. Its model is
     *     understood for ever: see {@code Orders.models}
     * @param recipient whom it is for (D19)
     * @param tasks codes of the vendor's tasks that it brought, as the model has them
     */
    public record LineDetail(
            LineId line,
            Sku sku,
            int quantity,
            Optional<Configuration> configuration,
            Optional<RecipientId> recipient,
            List<String> tasks) {
        public LineDetail {
            tasks = List.copyOf(tasks);
        }

        public LineDetail with(Configuration other) {
            return new LineDetail(line, sku, quantity, Optional.of(other), recipient, tasks);
        }
    }

    public enum AgreedBy {
        SNAPSHOT,
        EXPECTED_TOTAL,
        CURRENT_PRICES,
        /** Those of a quote (L19). */
        QUOTE
    }

    /** What the order keeps of the day it was placed, whatever happens to profile and address book (L30, L58). */
    public record Snapshot(
            String customerNumber,
            Optional<String> organisationNumber,
            Address billing,
            DeliveryChoice delivery,
            Contact contact,
            Optional<String> purchaseOrderReference,
            PaymentMethod payment,
            Optional<String> note,
            List<ExternalId> externalIds,
            String language) {
        public Snapshot {
            externalIds = List.copyOf(externalIds);
        }
    }

    public Order {
        lines = List.copyOf(lines);
        details = List.copyOf(details);
    }

    /** One of articles as they stand, for nobody in particular. */
    public Order(
            OrderId id,
            String number,
            VendorId vendor,
            AccountId account,
            Optional<LocationId> location,
            UserId placedBy,
            Optional<UserId> actingFor,
            String channel,
            OrderStatus status,
            String workflowState,
            int revision,
            long version,
            Instant placedAt,
            Instant changedAt,
            List<OrderLine> lines,
            PricedCart price,
            AgreedBy agreedBy,
            Snapshot snapshot,
            String termsHash,
            String textsHash,
            Optional<UserId> approvedBy) {
        this(
                id,
                number,
                vendor,
                account,
                location,
                placedBy,
                actingFor,
                channel,
                status,
                workflowState,
                revision,
                version,
                placedAt,
                changedAt,
                lines,
                price,
                agreedBy,
                snapshot,
                termsHash,
                textsHash,
                approvedBy,
                List.of());
    }

    /** One that needed no second person. */
    public Order(
            OrderId id,
            String number,
            VendorId vendor,
            AccountId account,
            Optional<LocationId> location,
            UserId placedBy,
            Optional<UserId> actingFor,
            String channel,
            OrderStatus status,
            String workflowState,
            int revision,
            long version,
            Instant placedAt,
            Instant changedAt,
            List<OrderLine> lines,
            PricedCart price,
            AgreedBy agreedBy,
            Snapshot snapshot,
            String termsHash,
            String textsHash) {
        this(
                id,
                number,
                vendor,
                account,
                location,
                placedBy,
                actingFor,
                channel,
                status,
                workflowState,
                revision,
                version,
                placedAt,
                changedAt,
                lines,
                price,
                agreedBy,
                snapshot,
                termsHash,
                textsHash,
                Optional.empty());
    }

    public Optional<OrderLine> line(LineId lineId) {
        return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
    }

    /** The same order in its next state. */
    public Order next(
            OrderStatus nextStatus, String nextState, List<OrderLine> nextLines, int nextRevision, Instant now) {
        return new Order(
                id,
                number,
                vendor,
                account,
                location,
                placedBy,
                actingFor,
                channel,
                nextStatus,
                nextState,
                nextRevision,
                version + 1,
                placedAt,
                now,
                nextLines,
                price,
                agreedBy,
                snapshot,
                termsHash,
                textsHash,
                approvedBy,
                details);
    }

    /** The same order with other details, such as without what a reader may not see. */
    public Order with(List<LineDetail> others) {
        return new Order(
                id,
                number,
                vendor,
                account,
                location,
                placedBy,
                actingFor,
                channel,
                status,
                workflowState,
                revision,
                version,
                placedAt,
                changedAt,
                lines,
                price,
                agreedBy,
                snapshot,
                termsHash,
                textsHash,
                approvedBy,
                others);
    }
}
