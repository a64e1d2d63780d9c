package org.torg.kernel.pricing;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Guidance;
import org.torg.kernel.solver.CompiledModel;
import org.torg.kernel.solver.Engine;
import org.torg.kernel.vendor.CurrentParameters;
import org.torg.kernel.vendor.GuardedVendor;

/** By the vendor's models and the solver. */
@Component(service = Configurator.class)
public final class SolvedConfigurator implements Configurator {

    private final Engine engine;

    @Activate
    public SolvedConfigurator(@Reference Engine engine) {
        this.engine = engine;
    }

    @Override
    public Outcome<Optional<Guidance>> guide(
            GuardedVendor vendor, CurrentParameters parameters, LocalDate today, String product, Answers answers) {
        Optional<CompiledModel> model =
                Optional.ofNullable(vendor.models(parameters.parameters()).get(product));
        return model.isEmpty()
                ? Outcome.done(Optional.empty())
                : engine.guide(model.get(), answers, today).map(Optional::of);
    }
}
