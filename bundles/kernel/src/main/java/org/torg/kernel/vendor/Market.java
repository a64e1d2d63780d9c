package org.torg.kernel.vendor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.PartHealth;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorId;

/** Where sets are put up to serve. Who brings bundles and sets here, and what runs in them, is not its concern. */
public interface Market {

    /** Vendors that the configuration names. */
    Set<VendorId> configured();

    /**
     * A vendor made of these modules, each part behind the guard, checked but not yet serving. Refused with
     * {@code vendor-missing}, {@code vendor-differs}, {@code module-conflict}, {@code module-text-missing},
     * {@code module-contract-failed}; the details name the module at fault as {@code /modules/<symbolic name>}.
     */
    Outcome<GuardedVendor> compose(VendorId vendor, List<ModuleCode> modules);

    /**
     * Why a composed vendor must not be published: its parts are asked for the prices and deliveries of sample carts. Takes
     * about a second. Refused with
     * {@code module-contract-failed}, {@code module-text-missing}, {@code parameter-orphaned}.
     *
     * @param modules of which it is made; a set that has passed here before, by content, is not asked again
     * @param set what staff have set, the newest first
     */
    Optional<Refusal> examine(GuardedVendor composed, List<ModuleSet.Module> modules, List<ParameterChange> set);

    /**
     * Serves new evaluations from this set on, in one step, and ends a gap. The same generation may come again with fresh
     * code.
     *
     * @param composed what {@link #compose} answered
     * @param whenDrained called once, on any thread, when nothing evaluates with this code any more: after something else
     *     was published and its evaluations have ended or their deadline has passed
     */
    void publish(ModuleSet set, GuardedVendor composed, Runnable whenDrained);

    /** The vendor has left: its set drains, and it sells nothing until another set is published. */
    void close(VendorId vendor);

    /** This vendor has a published set: until that serves, it is away and not unknown. */
    void expect(VendorId vendor);

    /** Only the number and the parameters change; the code and its {@code whenDrained} stay. */
    void advance(ModuleSet set);

    /** A bundle of the serving set is away: requests are parked from now on. Returns at once; may be called again. */
    void gap(VendorId vendor);

    /** The published set on this node, also during a gap. */
    Optional<ModuleSet> serving(VendorId vendor);

    /** How the serving set fares; empty while there is none. */
    List<PartHealth> parts(VendorId vendor);

    List<ModuleOverview.Draining> draining(VendorId vendor);

    /** Told, on any thread, of a vendor whose latest generation in the database is not the serving one. */
    void whenBehind(Consumer<VendorId> listener);
}
