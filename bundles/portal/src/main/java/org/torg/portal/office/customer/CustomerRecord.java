package org.torg.portal.office.customer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Message;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts.Consultant;
import org.torg.api.account.Agreement;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Invitation;
import org.torg.api.account.People.Member;
import org.torg.api.audit.AuditTrail;
import org.torg.api.order.OrderSummary;
import org.torg.api.pricing.CustomerTiers.CustomerTier;
import org.torg.api.vendor.VendorDescriptor;

/**
 * A customer with all that staff see of it; what is not for the reader is empty.
 *
 * @param warnings what is doubtful about it
 * @param deals with each of the reader's vendors
 * @param may what the reader may do at some vendor
 */
public record CustomerRecord(
        Account account,
        List<Message> warnings,
        List<Location> locations,
        List<Member> people,
        List<Invitation> invitations,
        List<Deal> deals,
        List<OrderSummary> orders,
        List<AuditTrail.Named> trail,
        Set<Function> may) {

    public CustomerRecord {
        warnings = List.copyOf(warnings);
        locations = List.copyOf(locations);
        people = List.copyOf(people);
        invitations = List.copyOf(invitations);
        deals = List.copyOf(deals);
        orders = List.copyOf(orders);
        trail = List.copyOf(trail);
        may = Set.copyOf(may);
    }

    /**
     * What a vendor has agreed with the customer.
     *
     * @param agreement empty while nothing is agreed
     * @param tier empty where the vendor has no programme, or is away
     * @param manager who looks after the customer (L11)
     * @param ours whether the reader may agree for this vendor
     */
    public record Deal(
            VendorDescriptor vendor,
            Optional<Agreement> agreement,
            Optional<CustomerTier> tier,
            Optional<Consultant> manager,
            boolean ours) {}

    public boolean manages() {
        return may.contains(Function.ACCOUNT_MANAGE);
    }

    public boolean invites() {
        return may.contains(Function.USER_MANAGE);
    }

    /** Whether the reader may act for customers: in the name of somebody who has access. */
    public boolean acts() {
        return may.contains(Function.ACT_FOR);
    }

    public Optional<Location> location(LocationId id) {
        return locations.stream().filter(location -> location.id().equals(id)).findFirst();
    }
}
