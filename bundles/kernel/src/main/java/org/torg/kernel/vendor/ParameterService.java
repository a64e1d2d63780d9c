package org.torg.kernel.vendor;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.event.Event.ParametersChanged;
import org.torg.api.module.ModuleSet;
import org.torg.api.store.ModuleStore;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.contract.ParameterRules;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;

/** Shows staff the parameters of a vendor, and sets them from a date on. */
@Component(service = Vendors.class)
public final class ParameterService implements Vendors {

    private final VendorRegistry vendors;
    private final KnownVendors known;
    private final Generations generations;
    private final ModuleStore store;
    private final Commands commands;
    private final Gate gate;
    private final Clock clock;

    @Activate
    public ParameterService(
            @Reference VendorRegistry vendors,
            @Reference KnownVendors known,
            @Reference Generations generations,
            @Reference ModuleStore store,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Clock clock) {
        this.vendors = vendors;
        this.known = known;
        this.generations = generations;
        this.store = store;
        this.commands = commands;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public List<VendorDescriptor> present() {
        return vendors.present().stream().map(Vendor::descriptor).toList();
    }

    @Override
    public List<VendorDescriptor> known() {
        return known.all();
    }

    @Override
    public ZoneId zone() {
        return known.zone();
    }

    @Override
    public boolean isOpen(VendorId vendor) {
        return vendors.isServing(vendor);
    }

    @Override
    public Optional<Speech> speech(VendorId vendor) {
        return known.speech(vendor);
    }

    @Override
    public Outcome<ParameterSheet> parameters(Caller caller, VendorId vendor) {
        Optional<Refusal> denied = gate.require(caller, Function.PARAMETER_READ, Scope.of(vendor));
        return denied.isPresent() ? Outcome.refused(denied.get()) : sheet(vendor);
    }

    @Override
    public Outcome<ParameterSheet> change(
            Caller caller, Optional<IdempotencyKey> key, VendorId vendor, ParameterChange change) {
        Optional<Refusal> denied = gate.require(caller, Function.PARAMETER_EDIT, Scope.of(vendor));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Outcome<Long> changed = commands.run(
                caller, key, "change-parameter", List.of(vendor, change), target -> Outcome.done(0L), () -> {
                    generations.forget(vendor);
                    return found(vendor)
                            .flatMap(here -> generations.using(
                                    Optional.of(vendor), generation -> prepare(caller, generation, change)));
                });
        return changed.flatMap(generation -> {
            generations.forget(vendor);
            return sheet(vendor);
        });
    }

    private Outcome<Change<Long>> prepare(Caller caller, Generation generation, ParameterChange change) {
        Optional<Refusal> objection = objection(generation.vendor(), change);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return Outcome.done(tx -> {
            ModuleSet next = new ModuleSet(
                    generation.set().vendor(),
                    0,
                    generation.number(),
                    ModuleSet.Origin.PARAMETER,
                    clock.now(),
                    caller.subject().key(),
                    generation.set().modules());
            ModuleSet published = store.publish(tx, next, generation.number(), Optional.of(change));
            VendorId id = published.vendor();
            ParametersChanged event = new ParametersChanged(id, Optional.empty(), published.generation());
            return new Effect<>(published.generation(), id.value(), Optional.empty(), List.of(event));
        });
    }

    private Optional<Refusal> objection(Vendor vendor, ParameterChange change) {
        Optional<ParameterDefinition> definition = vendor.parameters().stream()
                .filter(defined -> defined.key().equals(change.key()))
                .findFirst();
        if (definition.isEmpty()) {
            return Optional.of(refusal("/key", "parameter-unknown", "The vendor has no such parameter."));
        }
        Optional<String> wrong =
                ParameterRules.objection(definition.get(), vendor.descriptor().currency(), change.value());
        if (wrong.isPresent()) {
            return Optional.of(refusal(
                    "/value", "parameter-invalid", "The value is not allowed: {0}.", Argument.text(wrong.get())));
        }
        LocalDate today = clock.today(vendor.descriptor().seller().zone());
        return change.validFrom().isBefore(today)
                ? Optional.of(
                        refusal("/validFrom", "date-past", "A value begins on {0} or later.", Argument.date(today)))
                : Optional.empty();
    }

    private static Refusal refusal(String field, String code, String english, Argument... arguments) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english, arguments)
                .with(List.of(Refusal.detail(field, code, english, arguments)));
    }

    private Outcome<Vendor> found(VendorId id) {
        return vendors.find(id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.notFound("vendor")));
    }

    private Outcome<ParameterSheet> sheet(VendorId id) {
        return found(id)
                .flatMap(here -> generations.using(Optional.of(id), generation -> Outcome.done(sheet(generation))));
    }

    private ParameterSheet sheet(Generation generation) {
        Vendor vendor = generation.vendor();
        VendorDescriptor descriptor = vendor.descriptor();
        LocalDate today = clock.today(descriptor.seller().zone());
        return new ParameterSheet(
                descriptor.id(),
                generation.number(),
                vendor.parameters(),
                generation.parameters(today).parameters(),
                generation.rows().rows());
    }
}
