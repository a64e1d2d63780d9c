package org.torg.kernel.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.Simulations;
import org.torg.api.store.AccountStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.audit.ReadLog;
import org.torg.kernel.command.Gate;
import org.torg.kernel.vendor.Generation;
import org.torg.kernel.vendor.PublishedGenerations;
import org.torg.kernel.vendor.VendorRegistry;

/** Computes prices as they are computed for the customer, and seals none of them. */
@Component(service = Simulations.class)
public final class SimulationService implements Simulations {

    private final VendorRegistry vendors;
    private final PublishedGenerations generations;
    private final Pricing pricing;
    private final Gate gate;
    private final Transactions transactions;
    private final AccountStore accounts;
    private final ReadLog log;
    private final Clock clock;

    @Activate
    public SimulationService(
            @Reference VendorRegistry vendors,
            @Reference PublishedGenerations generations,
            @Reference Pricing pricing,
            @Reference Gate gate,
            @Reference Transactions transactions,
            @Reference AccountStore accounts,
            @Reference ReadLog log,
            @Reference Clock clock) {
        this.vendors = vendors;
        this.generations = generations;
        this.pricing = pricing;
        this.gate = gate;
        this.transactions = transactions;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Outcome<Simulated> price(Caller caller, Simulation simulation) {
        Optional<Refusal> nowhere = gate.requireAnywhere(caller, Function.PRICE_SIMULATE);
        if (nowhere.isPresent()) {
            return Outcome.refused(nowhere.get());
        }
        return vendors.resolve(simulation.request().vendor()).flatMap(vendor -> {
            VendorId id = vendor.descriptor().id();
            return gate.require(caller, Function.PRICE_SIMULATE, Scope.of(id))
                    .or(() -> foreign(caller, simulation.account(), id))
                    .<Outcome<Simulated>>map(Outcome::refused)
                    .orElseGet(() -> generations.using(
                            Optional.of(id),
                            simulation.generation(),
                            generation -> price(caller, simulation, generation)));
        });
    }

    /** A customer of others is none of this vendor's business; one that deals with nobody yet is everybody's. */
    private Optional<Refusal> foreign(Caller caller, AccountId account, VendorId vendor) {
        if (caller.may(Function.PRICE_SIMULATE, Scope.tenant())) {
            return Optional.empty();
        }
        List<Agreement> agreements = transactions.read(tx -> accounts.agreements(tx, account));
        boolean dealing = agreements.isEmpty()
                || agreements.stream().anyMatch(agreed -> agreed.vendor().equals(vendor));
        return dealing ? Optional.empty() : Optional.of(Refusal.notFound("account"));
    }

    private Outcome<Simulated> price(Caller caller, Simulation simulation, Generation generation) {
        LocalDate today = clock.today(generation.vendor().descriptor().seller().zone());
        LocalDate date = simulation.date().orElse(today);
        LocalDate first = today.minusDays(MAX_DAYS);
        LocalDate last = today.plusDays(MAX_DAYS);
        if (date.isBefore(first) || date.isAfter(last)) {
            return Outcome.refused(farAway(first, last));
        }
        return pricing.on(date, caller, generation, simulation.account(), nameless(simulation.request()))
                .flatMap(pricing::price)
                .map(priced -> {
                    shown(caller, simulation.account(), priced.cart());
                    return new Simulated(unpromised(priced.cart()), priced.options());
                });
    }

    private void shown(Caller caller, AccountId account, PricedCart priced) {
        String target = priced.vendor().value() + "/" + priced.generation() + "/" + priced.date();
        transactions.change(tx -> log.shown(tx, caller, "simulate-prices", Optional.of(account), List.of(target)));
    }

    private static PriceRequest nameless(PriceRequest request) {
        return new PriceRequest(
                request.vendor(),
                request.currency(),
                request.lines().stream()
                        .map(line -> new PriceRequest.Line(
                                line.id(), line.sku(), line.quantity(), line.answers(), Optional.empty()))
                        .toList(),
                request.destination(),
                request.deliveryOption());
    }

    private static PricedCart unpromised(PricedCart priced) {
        return new PricedCart(
                priced.vendor(),
                priced.account(),
                priced.generation(),
                priced.date(),
                priced.destination(),
                priced.currency(),
                priced.lines(),
                priced.charges(),
                priced.vat(),
                priced.net(),
                priced.vatTotal(),
                priced.gross(),
                priced.deliveryOption(),
                priced.trace(),
                priced.modules(),
                priced.inputHash(),
                priced.pricedAt(),
                priced.pricedAt());
    }

    private static Refusal farAway(LocalDate first, LocalDate last) {
        String english = "A day from {0} to {1} is asked.";
        Argument[] arguments = {Argument.date(first), Argument.date(last)};
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "date-out-of-range", english, arguments)
                .with(List.of(Refusal.detail("/date", "date-out-of-range", english, arguments)));
    }
}
