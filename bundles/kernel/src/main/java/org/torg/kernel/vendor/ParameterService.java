package org.torg.kernel.vendor;

import java.time.LocalDate;
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
import org.torg.api.store.VendorStore;
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
    private final VendorStore store;
    private final ParameterCache cache;
    private final Commands commands;
    private final Gate gate;
    private final Clock clock;

    @Activate
    public ParameterService(
            @Reference VendorRegistry vendors,
            @Reference VendorStore store,
            @Reference ParameterCache cache,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Clock clock) {
        this.vendors = vendors;
        this.store = store;
        this.cache = cache;
        this.commands = commands;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public List<VendorDescriptor> present() {
        return vendors.present().stream().map(Vendor::descriptor).toList();
    }

    @Override
    public Outcome<ParameterSheet> parameters(Caller caller, VendorId vendor) {
        Optional<Refusal> denied = gate.require(caller, Function.PARAMETER_READ, Scope.of(vendor));
        return denied.isPresent() ? Outcome.refused(denied.get()) : find(vendor).map(this::sheet);
    }

    @Override
    public Outcome<ParameterSheet> change(
            Caller caller, Optional<IdempotencyKey> key, VendorId vendor, ParameterChange change) {
        Optional<Refusal> denied = gate.require(caller, Function.PARAMETER_EDIT, Scope.of(vendor));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Outcome<Long> changed = commands.run(
                caller, key, "change-parameter", List.of(vendor, change), target -> Outcome.done(0L), () -> find(vendor)
                        .flatMap(found -> prepare(found, change)));
        return changed.flatMap(generation -> {
            cache.forget(vendor);
            return find(vendor).map(this::sheet);
        });
    }

    private Outcome<Change<Long>> prepare(Vendor vendor, ParameterChange change) {
        Optional<Refusal> objection = objection(vendor, change);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        VendorId id = vendor.descriptor().id();
        return Outcome.done(tx -> {
            long generation = store.insert(tx, id, change, clock.now());
            ParametersChanged event = new ParametersChanged(id, Optional.empty(), generation);
            return new Effect<>(generation, id.value(), Optional.empty(), List.of(event));
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

    private Outcome<Vendor> find(VendorId id) {
        return vendors.find(id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.notFound("vendor")));
    }

    private ParameterSheet sheet(Vendor vendor) {
        VendorDescriptor descriptor = vendor.descriptor();
        ParameterRows rows = cache.rows(descriptor.id());
        LocalDate today = clock.today(descriptor.seller().zone());
        return new ParameterSheet(
                descriptor.id(),
                rows.generation(),
                vendor.parameters(),
                rows.at(descriptor, vendor.parameters(), today).parameters(),
                rows.rows());
    }
}
