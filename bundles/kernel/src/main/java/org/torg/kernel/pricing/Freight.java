package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.DeliveryOption.Waiver;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.ShippingModule;

/** The delivery options of a cart, the chosen one among them, and what a large order need not pay. */
record Freight(List<Offered> offered, Optional<Offered> chosen) {

    record Offered(DeliveryOption option, ModuleRef module) {}

    /** Asks the shipping modules, unless nobody knows where it goes. */
    static Freight of(PriceInput input, ModuleRequests requests, Set<ModuleRef> asked) {
        List<Offered> offered = new ArrayList<>();
        if (input.destination().isPresent()) {
            for (ShippingModule module : input.vendor().shipping()) {
                ModuleRef ref = module.info().ref();
                asked.add(ref);
                for (DeliveryOption option : module.options(requests.now())) {
                    offered.add(new Offered(option, ref));
                }
            }
        }
        return new Freight(offered, chosen(offered, input.deliveryOption()));
    }

    private static Optional<Offered> chosen(List<Offered> offered, Optional<String> code) {
        if (code.isEmpty()) {
            return offered.stream().findFirst();
        }
        for (Offered one : offered) {
            if (one.option().code().equals(code.get())) {
                return Optional.of(one);
            }
        }
        String why = "There is no such delivery option for these goods.";
        throw new RefusedException(Refusal.of(Refusal.Kind.UNPROCESSABLE, "delivery-option-unknown", why)
                .with(List.of(Refusal.detail("/deliveryOption", "delivery-option-unknown", why))));
    }

    List<DeliveryOption> options() {
        return offered.stream().map(Offered::option).toList();
    }

    void charge(RunningCart cart) {
        if (chosen.isPresent()) {
            DeliveryOption option = chosen.get().option();
            cart.charge(
                    ChargeKind.FREIGHT,
                    new Value.Amount(option.price()),
                    Optional.empty(),
                    new Step(Phase.FREIGHT, chosen.get().module(), option.rule(), option.name()));
        }
    }

    /** Judged last, by the discounted goods. Only the named kinds fall away: free freight leaves a surcharge (L47). */
    void waive(RunningCart cart) {
        if (chosen.isPresent() && chosen.get().option().waiver().isPresent()) {
            waive(cart, chosen.get().option().waiver().get(), chosen.get().module());
        }
    }

    private static void waive(RunningCart cart, Waiver waiver, ModuleRef module) {
        long goods = cart.goods();
        boolean reached = goods >= MinorUnits.of(waiver.threshold());
        for (ChargeKind kind : ChargeKind.values()) {
            long charged = cart.charged(kind);
            if (charged == 0 || !waiver.waives().contains(kind)) {
                continue;
            }
            Value off = new Value.Amount(cart.money(-charged));
            Step step = new Step(Phase.FREIGHT, module, waiver.rule(), waiver.message());
            if (reached) {
                cart.charge(kind, off, Optional.empty(), step);
            } else {
                Message why = Message.of(
                        "price.waiver-not-reached",
                        "The goods come to {0}, the limit is {1}.",
                        Argument.amount(cart.money(goods)),
                        Argument.amount(waiver.threshold()));
                cart.rejectOrder(Optional.of(kind), Optional.of(off), step.because(why));
            }
        }
    }
}
