package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.order.OrderId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Audit entries beside those of commands, and what is asked of all of them. */
@ProviderType
public interface AuditStore {

    /** All in one statement. */
    void insert(Tx tx, List<AuditEntry> entries);

    /** The newest first, at most {@code limit}. */
    List<AuditEntry> find(Tx tx, Filter filter, Optional<String> beforeId, int limit);

    /** Whose order it is, and which shipments and invoices it has; empty when there is none such. */
    Optional<OrderTrail> order(Tx tx, OrderId order);

    /** Who is behind these subjects ({@code user:…}, {@code token:…}); machines and strangers are left out. */
    Map<String, Actor> actors(Tx tx, Collection<String> subjects);

    /**
     * Which entries are wanted; what is empty does not confine.
     *
     * @param targets about one of these
     * @param subjects by or for one of these
     * @param vendors about an order, a shipment or an invoice of one of these
     * @param commands by one of these
     * @param from then or later
     * @param until before
     */
    record Filter(
            Optional<Set<String>> targets,
            Optional<AccountId> account,
            Optional<Set<String>> subjects,
            Optional<Set<VendorId>> vendors,
            Optional<Set<String>> commands,
            Optional<Instant> from,
            Optional<Instant> until) {

        /** By whatever command, at any time. */
        public Filter(
                Optional<Set<String>> targets,
                Optional<AccountId> account,
                Optional<Set<String>> subjects,
                Optional<Set<VendorId>> vendors) {
            this(targets, account, subjects, vendors, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** @param targets the order itself, its shipments, its invoices */
    record OrderTrail(AccountId account, VendorId vendor, Set<String> targets) {}

    /**
     * A person as known now.
     *
     * @param accounts to which the person belongs or has belonged
     * @param staff whether the person belongs to a vendor or to the tenant
     */
    record Actor(UserId user, String name, Set<AccountId> accounts, boolean staff) {
        public Actor {
            accounts = Set.copyOf(accounts);
        }

        @Override
        public String toString() {
            return "Actor[" + user + "]";
        }
    }
}
