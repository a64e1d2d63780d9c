package org.torg.kernel.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleOverview.RefusedCandidate;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSets;
import org.torg.api.store.ModuleStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.vendor.Market;

/** Shows staff of what a vendor is made, and swaps it. */
@Component(service = ModuleSets.class)
public final class ModuleSetService implements ModuleSets {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

    private final Gate gate;
    private final Commands commands;
    private final Transactions transactions;
    private final ModuleStore store;
    private final ModuleFolder folder;
    private final Drafts drafts;
    private final Publications publications;
    private final Stalls stalls;
    private final Market market;
    private final Clock clock;
    private final Map<VendorId, RefusedCandidate> lastRefusals = new ConcurrentHashMap<>();

    @Activate
    public ModuleSetService(
            @Reference Gate gate,
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference ModuleStore store,
            @Reference ModuleFolder folder,
            @Reference Drafts drafts,
            @Reference Publications publications,
            @Reference Stalls stalls,
            @Reference Market market,
            @Reference Clock clock) {
        this.gate = gate;
        this.commands = commands;
        this.transactions = transactions;
        this.store = store;
        this.folder = folder;
        this.drafts = drafts;
        this.publications = publications;
        this.stalls = stalls;
        this.market = market;
        this.clock = clock;
    }

    @Override
    public Outcome<ModuleOverview> overview(Caller caller, VendorId vendor) {
        Optional<Refusal> denied = gate.require(caller, Function.MODULE_READ, Scope.of(vendor));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<ModuleSet> desired = transactions.read(tx -> store.set(tx, vendor, store.generation(tx, vendor)));
        if (desired.isEmpty()) {
            return Outcome.refused(Refusal.notFound("vendor"));
        }
        return Outcome.done(new ModuleOverview(
                desired.get(),
                stalls.at(vendor)
                        .filter(stall -> !stall.isBroken())
                        .flatMap(stall -> market.serving(vendor))
                        .map(ModuleSet::generation),
                market.parts(vendor),
                market.draining(vendor),
                folder.jars().stream().map(ModuleJar::described).toList(),
                Optional.ofNullable(lastRefusals.get(vendor))));
    }

    @Override
    public Outcome<Page<ModuleSet>> generations(Caller caller, VendorId vendor, PageRequest page) {
        Optional<Refusal> denied = gate.require(caller, Function.MODULE_READ, Scope.of(vendor));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (page.after().isPresent() && !CURSOR.matcher(page.after().get()).matches()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        List<ModuleSet> sets = transactions.read(tx -> store.sets(tx, vendor, page));
        // Generations are numbered without gaps.
        Optional<String> next = sets.isEmpty()
                ? Optional.empty()
                : Optional.of(sets.get(sets.size() - 1).generation())
                        .filter(last -> last > 1)
                        .map(last -> Long.toString(last));
        return Outcome.done(new Page<>(sets, next));
    }

    @Override
    public Outcome<ModuleSet> activate(
            Caller caller, Optional<IdempotencyKey> key, VendorId vendor, Activation activation) {
        Optional<Refusal> denied = gate.require(caller, Function.MODULE_ACTIVATE, Scope.of(vendor));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        int named = activation.files().size() + activation.remove().size();
        if (named == 0) {
            return Outcome.refused(ModuleRefusals.empty());
        }
        if (named > Activation.MOST) {
            return Outcome.refused(ModuleRefusals.tooLarge(Activation.MOST));
        }
        return publications.publish(
                caller,
                key,
                "activate-modules",
                List.of(vendor, activation),
                vendor,
                () -> drafts.activation(vendor, activation),
                refusal -> remember(caller, vendor, activation, refusal));
    }

    @Override
    public Outcome<ModuleSet> rollback(Caller caller, Optional<IdempotencyKey> key, VendorId vendor, long generation) {
        Optional<Refusal> denied = gate.require(caller, Function.MODULE_ACTIVATE, Scope.of(vendor));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return publications.publish(
                caller,
                key,
                "roll-back-modules",
                List.of(vendor, generation),
                vendor,
                () -> drafts.rollback(vendor, generation),
                refusal -> remember(caller, vendor, new Activation(List.of(), List.of()), refusal));
    }

    /** Who tried what is of interest too, above all when it was refused. */
    private void remember(Caller caller, VendorId vendor, Activation activation, Refusal refusal) {
        lastRefusals.put(vendor, new RefusedCandidate(clock.now(), activation, refusal));
        String target = vendor.value() + "/" + refusal.code();
        commands.run(
                        caller,
                        "refuse-modules",
                        () -> Outcome.done(tx -> new Effect<>(target, target, Optional.empty(), List.of())))
                .orElseThrow();
    }
}
