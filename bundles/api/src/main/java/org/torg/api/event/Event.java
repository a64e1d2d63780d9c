package org.torg.api.event;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;
import org.torg.api.account.AccountId;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.ImportId;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.Approvals;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderTaskId;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.Quote;
import org.torg.api.quote.QuoteId;
import org.torg.api.vendor.VendorId;

/** Something that has happened. Events refer to people by id and carry no personal data. */
public sealed interface Event {

    VendorId vendor();

    Optional<AccountId> account();

    /** What it happened to: the opaque id of the order, invoice, approval, import or vendor. */
    String subject();

    record OrderPlaced(VendorId vendor, Optional<AccountId> account, OrderId order, String number, Money gross)
            implements Event {
        @Override
        public String subject() {
            return order.value();
        }
    }

    record OrderLinesCancelled(
            VendorId vendor, Optional<AccountId> account, OrderId order, int revision, Map<String, Integer> quantities)
            implements Event {
        public OrderLinesCancelled {
            quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
        }

        @Override
        public String subject() {
            return order.value();
        }
    }

    record ShipmentRegistered(
            VendorId vendor, Optional<AccountId> account, OrderId order, ShipmentId shipment, List<LineId> lines)
            implements Event {
        public ShipmentRegistered {
            lines = List.copyOf(lines);
        }

        @Override
        public String subject() {
            return order.value();
        }
    }

    record OrderCompleted(VendorId vendor, Optional<AccountId> account, OrderId order) implements Event {
        @Override
        public String subject() {
            return order.value();
        }
    }

    /** Staff have done what a configured article brought, such as fetching models (D33). */
    record OrderTaskDone(VendorId vendor, Optional<AccountId> account, OrderId order, OrderTaskId task, String code)
            implements Event {
        @Override
        public String subject() {
            return order.value();
        }
    }

    record OrderCancelled(VendorId vendor, Optional<AccountId> account, OrderId order) implements Event {
        @Override
        public String subject() {
            return order.value();
        }
    }

    record InvoiceIssued(
            VendorId vendor, Optional<AccountId> account, OrderId order, InvoiceId invoice, String number, Money gross)
            implements Event {
        @Override
        public String subject() {
            return invoice.value();
        }
    }

    record ImportFinished(VendorId vendor, Optional<AccountId> account, ImportId importId, long accepted, long rejected)
            implements Event {
        @Override
        public String subject() {
            return importId.value();
        }
    }

    /** A second person was asked to approve what is in a cart. */
    record ApprovalAsked(VendorId vendor, Optional<AccountId> account, ApprovalId approval, CartId cart, Money gross)
            implements Event {
        @Override
        public String subject() {
            return approval.value();
        }
    }

    /**
     * It was approved, declined or withdrawn.
     *
     * @param order what it has become, where it was approved
     */
    record ApprovalDecided(
            VendorId vendor,
            Optional<AccountId> account,
            ApprovalId approval,
            Approvals.State state,
            Optional<OrderId> order)
            implements Event {
        @Override
        public String subject() {
            return approval.value();
        }
    }

    /** A quote was asked for, commented, offered, ordered, declined or withdrawn. */
    record QuoteChanged(
            VendorId vendor, Optional<AccountId> account, QuoteId quote, Quote.Status status, Optional<OrderId> order)
            implements Event {
        @Override
        public String subject() {
            return quote.value();
        }
    }

    /** Other modules are in use. A changed parameter has an event of its own. */
    record ModuleSetPublished(VendorId vendor, Optional<AccountId> account, long generation) implements Event {
        @Override
        public String subject() {
            return vendor.value();
        }
    }

    record ParametersChanged(VendorId vendor, Optional<AccountId> account, long generation) implements Event {
        @Override
        public String subject() {
            return vendor.value();
        }
    }
}
