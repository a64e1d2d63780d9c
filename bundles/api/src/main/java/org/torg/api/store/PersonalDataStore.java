package org.torg.api.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.Device;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/**
 * What is kept of one person in tables that serve other purposes, and how it goes. Each question costs in proportion to what is
 * kept of that person, whatever is kept of others.
 */
@ProviderType
public interface PersonalDataStore {

    /** What takes the place of a name. */
    String ERASED = "erased";

    List<SignIn> signIns(Tx tx, UserId user);

    /** With secrets of links that were mailed to the person, and the stored replies to the person's commands. */
    void eraseSignIns(Tx tx, UserId user);

    List<Care> care(Tx tx, UserId user);

    /** @param emails in lower case */
    List<Invited> invitations(Tx tx, Set<String> emails);

    /**
     * The person keeps the id; name, e-mail, phone, password and all rights go, and what others were told by e-mail about the
     * person. The e-mail is free for somebody else.
     *
     * @param emails of the person, in lower case
     */
    void erasePerson(Tx tx, UserId user, Set<String> emails);

    List<KnownCart> carts(Tx tx, UserId user);

    /** Those that have not become an order; of the others, where they were to be delivered. */
    void eraseCarts(Tx tx, UserId user);

    /** Removes invitations to these addresses, and that somebody there has forgotten a password. */
    void eraseInvitations(Tx tx, Set<String> emails);

    /**
     * Placed by or for the person or approved by the person, or that have one of these e-mails as contact; with their invoices.
     *
     * @param person opaque id; of a login, or another that {@link #hold} has noted
     * @param emails in lower case
     */
    List<KnownOrder> orders(Tx tx, String person, Set<String> emails);

    /**
     * Notes that the person is still in these and in no others, so that they are found when nothing else tells it any more. By
     * these e-mails no order is found from now on: the next one who has them is somebody else.
     *
     * @param person as in {@link #orders}
     * @param emails in lower case
     */
    void hold(Tx tx, String person, Set<String> emails, Collection<OrderId> orders);

    /**
     * Takes people out of these orders, their invoices, and what was asked before they were approved; what was bought and what
     * it cost stays.
     */
    void eraseOrders(Tx tx, Collection<OrderId> orders);

    /** Where the person belongs or has belonged, by which vendors each of these accounts is served, and of whose staff. */
    List<Belonging> belongings(Tx tx, UserId user);

    List<KnownApproval> approvals(Tx tx, UserId user);

    /** What the person wrote, and whom the asked order named. */
    void eraseApprovals(Tx tx, UserId user);

    /**
     * What was done by or for one of these, the newest first.
     *
     * @param subjects such as {@code user:…}
     */
    List<AuditEntry> audit(Tx tx, Set<String> subjects);

    /**
     * Accounts that name one of these e-mails as their own, for invoices or at a location.
     *
     * @param emails in lower case
     */
    List<AccountContact> accountContacts(Tx tx, Set<String> emails);

    /**
     * Where a person belongs.
     *
     * @param account empty: to the staff
     * @param vendors those that have agreed something with the account; of staff, whose they are: none for the tenant's
     */
    record Belonging(Optional<AccountId> account, Set<VendorId> vendors) {
        public Belonging {
            vendors = Set.copyOf(vendors);
        }
    }

    record SignIn(
            Optional<AccountId> account,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            Optional<Device> device) {}

    /** Who acts for whom. */
    record Care(UserId guardian, UserId dependant, LocalDate until, String proof) {}

    record Invited(String email, String name, Optional<String> phone, Instant createdAt) {
        @Override
        public String toString() {
            return "Invited";
        }
    }

    record KnownCart(
            String id, VendorId vendor, AccountId account, Instant createdAt, Optional<DeliveryChoice> delivery) {}

    /** @param lastIssued date of the last invoice */
    record KnownOrder(
            OrderId id,
            String number,
            VendorId vendor,
            AccountId account,
            Instant placedAt,
            Order.Snapshot snapshot,
            List<String> invoices,
            Optional<LocalDate> lastIssued) {
        public KnownOrder {
            invoices = List.copyOf(invoices);
        }
    }

    record KnownApproval(
            String id,
            AccountId account,
            Instant askedAt,
            boolean asked,
            Optional<String> note,
            Optional<String> reason,
            Optional<Contact> contact) {}

    record AccountContact(AccountId account, String customerNumber) {}
}
