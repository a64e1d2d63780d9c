package org.torg.rest;

import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.pricing.Simulations;

/** Generations 1 and 2, of which the second is lost. */
final class SmallSimulations implements Simulations {

    private static final String LOST = "The modules of generation {0} cannot be brought up here any more.";

    private final SmallMarket market;
    private Optional<Simulation> asked = Optional.empty();

    SmallSimulations(SmallMarket market) {
        this.market = market;
    }

    Simulation asked() {
        return asked.orElseThrow();
    }

    @Override
    public Outcome<Simulated> price(Caller caller, Simulation simulation) {
        asked = Optional.of(simulation);
        return market.allowed(caller, Function.PRICE_SIMULATE, simulation).flatMap(allowed -> {
            if (!allowed.account().equals(Samples.ACCOUNT)) {
                return Outcome.refused(Refusal.notFound("account"));
            }
            return allowed.generation().filter(number -> number > 1).isPresent()
                    ? Outcome.refused(
                            Refusal.of(Refusal.Kind.UNPROCESSABLE, "generation-not-available", LOST, Argument.number(2))
                                    .with(List.of(Refusal.detail(
                                            "/generation",
                                            "module-unreadable",
                                            "{0} is no bundle.",
                                            Argument.text("campaign")))))
                    : Outcome.done(new Simulated(Samples.price(allowed.request().lines()), List.of(Samples.parcel())));
        });
    }
}
