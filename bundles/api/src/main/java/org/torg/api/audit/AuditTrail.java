package org.torg.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;

/** What commands have left behind. */
@ProviderType
public interface AuditTrail {

    /**
     * The newest first. Needs {@code AUDIT_READ}, and {@code INVOICE_READ} for lines that tell of an invoice (H10): for the tenant everything; of one account what happened in it, when the
     * caller acts for it, where people who do not belong to the account are called {@link #STAFF}; of vendors what was done to
     * their orders, shipments and invoices. Everything else is as if it were not there. Refused with {@code cursor-invalid}.
     */
    Outcome<Page<AuditEntry>> find(Caller caller, Query query, PageRequest page);

    /** As {@link #find}, with the names of people as they are known now. */
    Outcome<Page<Named>> named(Caller caller, Query query, PageRequest page);

    /** The commands of which lines may be shown to the caller, by their codes. Needs {@code AUDIT_READ}. */
    Outcome<List<String>> commands(Caller caller);

    /** The subject of entries by the vendor's people, for customers. */
    String STAFF = "staff";

    /** Who somebody is called now; empty for machines, strangers, and staff where a customer looks. */
    record Named(AuditEntry entry, Optional<String> subjectName, Optional<String> actingForName) {
        @Override
        public String toString() {
            return "Named[" + entry.id() + "]";
        }
    }

    /**
     * @param target of this target only, such as an order: with it what was done to its shipments and invoices
     * @param account of this account only; what customers see without asking for it is that for which they act
     * @param subject by or for this person only
     * @param command by this command only, such as {@code place-order}
     * @param from then or later
     * @param until before
     */
    record Query(
            Optional<String> target,
            Optional<AccountId> account,
            Optional<UserId> subject,
            Optional<String> command,
            Optional<Instant> from,
            Optional<Instant> until) {

        /** By whatever command, at any time. */
        public Query(Optional<String> target, Optional<AccountId> account, Optional<UserId> subject) {
            this(target, account, subject, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static final Query ALL = new Query(Optional.empty(), Optional.empty(), Optional.empty());

        public static Query of(Optional<String> target) {
            return new Query(target, Optional.empty(), Optional.empty());
        }
    }
}
