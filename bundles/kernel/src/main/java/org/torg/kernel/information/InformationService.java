package org.torg.kernel.information;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.order.PaymentMethod;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.Information.Leaflet;
import org.torg.api.vendor.Information.Topic;
import org.torg.api.vendor.InformationPages;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;
import org.torg.kernel.pricing.DeliveryRates;
import org.torg.kernel.vendor.Generation;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.GuardedVendor;
import org.torg.kernel.vendor.VendorRegistry;

/** Puts a vendor's texts together with its parameters, its shipping modules and its terms as they are today. */
@Component(service = InformationPages.class)
public final class InformationService implements InformationPages {

    private final VendorRegistry vendors;
    private final Generations generations;
    private final DeliveryRates rates;
    private final Gate gate;
    private final Clock clock;

    @Activate
    public InformationService(
            @Reference VendorRegistry vendors,
            @Reference Generations generations,
            @Reference DeliveryRates rates,
            @Reference Gate gate,
            @Reference Clock clock) {
        this.vendors = vendors;
        this.generations = generations;
        this.rates = rates;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Outcome<Page> page(Caller caller, VendorId vendor, Topic topic) {
        if (!vendors.trading().contains(vendor)) {
            return Outcome.refused(Refusal.notFound("vendor"));
        }
        return generations.using(Optional.of(vendor), generation -> {
            Information information = generation.vendor().information();
            return switch (topic) {
                case HELP ->
                    Outcome.done(new Page(
                            generation.vendor().descriptor(),
                            topic,
                            List.of(),
                            information.help(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()));
                case SHIPPING -> shipping(caller, generation, information.shipping());
                case PAYMENT -> payment(caller, generation, information.payment());
                case CONTACT ->
                    Outcome.done(new Page(
                            generation.vendor().descriptor(),
                            topic,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            information.contacts()));
            };
        });
    }

    private Outcome<Page> shipping(Caller caller, Generation generation, Leaflet leaflet) {
        boolean priced = seesPrices(caller, generation);
        return deliveries(caller, generation, priced)
                .map(deliveries -> new Page(
                        generation.vendor().descriptor(),
                        Topic.SHIPPING,
                        leaflet.sections(),
                        List.of(),
                        figures(generation, leaflet, priced),
                        deliveries,
                        List.of(),
                        List.of()));
    }

    private Outcome<Page> payment(Caller caller, Generation generation, Leaflet leaflet) {
        LegalEntity seller = generation.vendor().descriptor().seller();
        int dueDays;
        try {
            dueDays = generation
                    .vendor()
                    .terms(parameters(generation))
                    .invoicing()
                    .dueDays();
        } catch (VendorFailure e) {
            return Outcome.refused(VendorRegistry.failed());
        }
        // There is none that a vendor or an account could do without: an order may be paid by each of them.
        List<Payment> payments = Stream.of(PaymentMethod.values())
                .map(method -> new Payment(method, dueDays, seller.payee().orElse(seller.name()), seller.bankAccount()))
                .toList();
        return Outcome.done(new Page(
                generation.vendor().descriptor(),
                Topic.PAYMENT,
                leaflet.sections(),
                List.of(),
                figures(generation, leaflet, seesPrices(caller, generation)),
                List.of(),
                payments,
                List.of()));
    }

    private boolean seesPrices(Caller caller, Generation generation) {
        VendorId vendor = generation.vendor().descriptor().id();
        return !caller.isConfinedFrom(vendor)
                && (caller.may(Function.PRICE_READ, Scope.of(vendor))
                        || gate.mayInAccount(caller, Function.PRICE_READ));
    }

    private Outcome<List<Delivery>> deliveries(Caller caller, Generation generation, boolean priced) {
        LocalDate today = today(generation);
        return rates.options(caller, generation, today, false)
                .flatMap(parcels -> rates.options(caller, generation, today, true)
                        .map(bulky -> {
                            List<Delivery> deliveries = new ArrayList<>();
                            parcels.forEach(option -> deliveries.add(delivery(Delivery.Goods.PARCEL, option, priced)));
                            bulky.forEach(option -> deliveries.add(delivery(Delivery.Goods.BULKY, option, priced)));
                            return deliveries;
                        }));
    }

    private static Delivery delivery(Delivery.Goods goods, DeliveryOption option, boolean priced) {
        Optional<Money> freeFrom = option.waiver()
                .filter(waiver -> waiver.waives().contains(ChargeKind.FREIGHT))
                .map(DeliveryOption.Waiver::threshold);
        return new Delivery(
                goods,
                option.code(),
                option.name(),
                option.phoneRequired(),
                option.minDays(),
                option.maxDays(),
                priced ? Optional.of(new Delivery.Amounts(option.price(), freeFrom)) : Optional.empty());
    }

    /** What the vendor's parameters are today; numbers of money are prices. */
    private List<Figure> figures(Generation generation, Leaflet leaflet, boolean priced) {
        if (!priced) {
            return List.of();
        }
        Parameters values = parameters(generation);
        GuardedVendor vendor = generation.vendor();
        return leaflet.figures().stream()
                .flatMap(key -> vendor.parameters().stream()
                        .filter(defined -> defined.key().equals(key))
                        .map(defined -> new Figure(
                                key,
                                defined.label(),
                                defined.type(),
                                values.values().getOrDefault(key, defined.initial()))))
                .toList();
    }

    private Parameters parameters(Generation generation) {
        return generation.parameters(today(generation)).parameters();
    }

    private LocalDate today(Generation generation) {
        return clock.today(generation.vendor().descriptor().seller().zone());
    }
}
