package org.torg.api.audit;

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
     * The newest first. Needs {@code AUDIT_READ}: for the tenant, or of one account for that account. Refused with
     * {@code cursor-invalid}.
     */
    Outcome<Page<AuditEntry>> find(Caller caller, Query query, PageRequest page);

    /**
     * @param target of this target only, such as an order
     * @param account of this account only; what customers see without asking for it is that for which they act
     * @param subject by or for this person only
     */
    record Query(Optional<String> target, Optional<AccountId> account, Optional<UserId> subject) {

        public static final Query ALL = new Query(Optional.empty(), Optional.empty(), Optional.empty());

        public static Query of(Optional<String> target) {
            return new Query(target, Optional.empty(), Optional.empty());
        }
    }
}
