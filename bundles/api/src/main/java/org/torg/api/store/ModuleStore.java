package org.torg.api.store;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.PageRequest;
import org.torg.api.module.ModuleSet;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorId;

/** The published module sets of the vendors, with the parameters that belong to each generation. */
@ProviderType
public interface ModuleStore {

    /** The vendors that have a published set, by id, with the number of the latest. */
    List<Published> published(Tx tx);

    record Published(VendorId vendor, long generation) {}

    /** The number of the latest published set; 0 before the first. One cheap statement. */
    long generation(Tx tx, VendorId vendor);

    Optional<ModuleSet> set(Tx tx, VendorId vendor, long generation);

    /** The newest first; the cursor is a generation. */
    List<ModuleSet> sets(Tx tx, VendorId vendor, PageRequest page);

    /**
     * The parameter rows that belong to a generation: those published by it and by its chain of parents, the newest first.
     */
    List<ParameterChange> parameters(Tx tx, VendorId vendor, long generation);

    /**
     * The module of this name and version that is part of any set of any vendor, if there was one. A version that ends with
     * {@code SNAPSHOT} is never found: each of its builds may have another content.
     */
    Optional<ModuleSet.Module> find(Tx tx, String symbolicName, String version);

    /**
     * Publishes a set under the number that follows the latest one; its own number is not looked at.
     *
     * @param expected the latest generation that the caller knows, 0 for none
     * @param change the parameter row that it brings, for {@code Origin.PARAMETER}
     * @return the set with its number
     * @throws org.torg.api.StoreException {@code CONFLICT} when another set was published meanwhile
     */
    ModuleSet publish(Tx tx, ModuleSet set, long expected, Optional<ParameterChange> change);
}
