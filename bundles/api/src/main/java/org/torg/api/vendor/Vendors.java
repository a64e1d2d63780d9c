package org.torg.api.vendor;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;

/** The vendors of this tenant, present or away, and their parameters. */
@ProviderType
public interface Vendors {

    /** The vendors that are here now, by id. Everybody may ask. */
    List<VendorDescriptor> present();

    /** The vendors that are here and those that once were, as they were last, by id. Everybody may ask. */
    List<VendorDescriptor> known();

    /**
     * By whose clock the tenant's days begin: that of the first known vendor's seller, whether it is here or away; UTC before there was
     * any. Everybody may ask.
     */
    ZoneId zone();

    /** Whether something can be bought from this vendor now. Everybody may ask. */
    boolean isOpen(VendorId vendor);

    /**
     * What the vendor and its modules say to people, under the generation that serves here; while it is away, what they said
     * last. Empty for a vendor that was never here. Everybody may ask, for each message anew.
     */
    Optional<Speech> speech(VendorId vendor);

    /**
     * @param texts of the vendor and all its modules
     * @param workflow the states of its work, which have texts of their own
     */
    record Speech(Texts texts, Workflow workflow) {}

    /** Definitions, values in force and to come. Needs {@code PARAMETER_READ} for the vendor. */
    Outcome<ParameterSheet> parameters(Caller caller, VendorId vendor);

    /**
     * Sets one parameter from a date on and publishes a new generation. Needs {@code PARAMETER_EDIT} for the vendor.
     * Refused with {@code parameter-unknown}, {@code parameter-invalid}, {@code date-past}.
     */
    Outcome<ParameterSheet> change(
            Caller caller, Optional<IdempotencyKey> key, VendorId vendor, ParameterChange change);

    /**
     * @param generation of the vendor's module set; grows with every change, named in price traces
     * @param today the values in force today
     * @param changes all rows ever set, the newest first
     */
    record ParameterSheet(
            VendorId vendor,
            long generation,
            List<ParameterDefinition> definitions,
            Parameters today,
            List<ParameterChange> changes) {
        public ParameterSheet {
            definitions = List.copyOf(definitions);
            changes = List.copyOf(changes);
        }
    }
}
