package org.torg.api.module;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorId;

/**
 * Swaps the modules of a vendor while orders come in. Each change publishes a new generation in one step; evaluations that
 * have begun end under the generation they began with. Every change is audited.
 */
@ProviderType
public interface ModuleSets {

    /** What serves, how it fares and what could be activated. Needs {@code MODULE_READ} for the vendor. */
    Outcome<ModuleOverview> overview(Caller caller, VendorId vendor);

    /** All generations, the newest first. Needs {@code MODULE_READ} for the vendor. */
    Outcome<Page<ModuleSet>> generations(Caller caller, VendorId vendor, PageRequest page);

    /**
     * Composes a candidate beside the serving set, checks it, and publishes it when everything holds. A vendor that the
     * tenant does not have yet is founded by activating its bundle; one of which all modules are removed sells nothing any
     * more, and its orders go on by their terms. Needs {@code MODULE_ACTIVATE} for the vendor.
     *
     * <p>Refused, with the serving set untouched and the details naming the file at fault as {@code /files/0}:
     * {@code activation-empty}, {@code activation-too-large}, {@code module-file-unknown}, {@code module-unknown} (nothing
     * of that name to remove), {@code module-unreadable} (no bundle), {@code module-version-taken} (same name and version,
     * other content), {@code module-api-incompatible}, {@code module-unresolved}, {@code module-start-failed},
     * {@code module-contributes-nothing}, {@code module-service-failed}, {@code module-contract-failed},
     * {@code module-conflict}, {@code module-text-missing}, {@code vendor-missing} (nobody contributes the vendor),
     * {@code vendor-differs} (its bundle is another vendor's), {@code parameter-orphaned} (a value that staff have set is not
     * allowed any more), {@code changed-meanwhile}.
     */
    Outcome<ModuleSet> activate(Caller caller, Optional<IdempotencyKey> key, VendorId vendor, Activation activation);

    /**
     * Publishes the modules and parameters of an earlier generation again. Needs {@code MODULE_ACTIVATE} for the vendor.
     * Refused with {@code generation-unknown}, {@code generation-current}, and as {@link #activate} for what does not
     * compose any more.
     */
    Outcome<ModuleSet> rollback(Caller caller, Optional<IdempotencyKey> key, VendorId vendor, long generation);
}
