package org.torg.api.audit;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;

/** What commands have left behind. */
@ProviderType
public interface AuditTrail {

    /**
     * The newest first. Needs {@code AUDIT_READ} for the tenant. Refused with {@code cursor-invalid}.
     *
     * @param target of this target only, when given
     */
    Outcome<Page<AuditEntry>> find(Caller caller, Optional<String> target, PageRequest page);
}
