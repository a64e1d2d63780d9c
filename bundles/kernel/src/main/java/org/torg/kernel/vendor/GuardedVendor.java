package org.torg.kernel.vendor;

import java.util.List;
import java.util.Optional;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.SnapshotPolicy;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;
import org.torg.contract.Answers;
import org.torg.contract.Composed;
import org.torg.contract.Composition;
import org.torg.contract.Offer;
import org.torg.contract.Part;
import org.torg.contract.Source;

/** A composed vendor: what never changes was asked once, everything else goes through the guard and is checked. */
record GuardedVendor(
        VendorGuard guard,
        Vendor behind,
        Source source,
        VendorDescriptor descriptor,
        List<ParameterDefinition> parameters,
        List<PricingModule> pricing,
        List<ShippingModule> shipping,
        Optional<LoyaltyProgram> loyalty,
        List<CartRule> cartRules,
        Workflow workflow,
        Texts texts)
        implements Vendor {

    static Vendor compose(VendorGuard guard, Vendor vendor) {
        Source unnamed = new Source(new VendorId("unknown"), vendor.getClass().getName(), Vendor.class);
        VendorId id = guard.call(unnamed, () -> vendor.descriptor().id());
        Composed composed = guard.call(
                unnamed, () -> Composition.compose(id, new Offer<>("the vendor's", vendor), List.of(), List.of()));
        Answering answering = new Answering(guard, composed.descriptor());
        return new GuardedVendor(
                guard,
                vendor,
                composed.vendor().source(),
                composed.descriptor(),
                composed.parameters(),
                composed.pricing().stream().map(answering::pricing).toList(),
                composed.shipping().stream().map(answering::shipping).toList(),
                composed.loyalty().map(answering::loyalty),
                composed.cartRules().stream().map(answering::rule).toList(),
                composed.workflow(),
                composed.texts());
    }

    private record Answering(VendorGuard guard, VendorDescriptor vendor) {

        PricingModule pricing(Part<PricingModule> part) {
            return new GuardedPricing(guard, part.source(), part.code(), part.info(), answers(part));
        }

        ShippingModule shipping(Part<ShippingModule> part) {
            return new GuardedShipping(guard, part.source(), part.code(), part.info(), answers(part));
        }

        LoyaltyProgram loyalty(Part<LoyaltyProgram> part) {
            return new GuardedLoyalty(guard, part.source(), part.code(), part.info());
        }

        CartRule rule(Part<CartRule> part) {
            return new GuardedRule(guard, part.source(), part.code());
        }

        private Answers answers(Part<?> part) {
            return new Answers(part.source(), vendor.currency());
        }
    }

    @Override
    public Terms terms(Parameters parameters) {
        return guard.call(source, () -> behind.terms(parameters));
    }

    @Override
    public SnapshotPolicy snapshots(Parameters parameters) {
        return guard.call(source, () -> behind.snapshots(parameters));
    }

    private record GuardedPricing(
            VendorGuard guard, Source source, PricingModule behind, ModuleInfo info, Answers answers)
            implements PricingModule {

        @Override
        public Contribution contribute(Phase phase, PricingRequest request) {
            return guard.call(source, () -> answers.contribution(phase, behind.contribute(phase, request)));
        }
    }

    private record GuardedShipping(
            VendorGuard guard, Source source, ShippingModule behind, ModuleInfo info, Answers answers)
            implements ShippingModule {

        @Override
        public List<DeliveryOption> options(PricingRequest request) {
            return guard.call(source, () -> answers.options(behind.options(request)));
        }
    }

    private record GuardedLoyalty(VendorGuard guard, Source source, LoyaltyProgram behind, ModuleInfo info)
            implements LoyaltyProgram {

        @Override
        public List<Tier> tiers(Parameters parameters) {
            return guard.call(source, () -> Answers.tiers(source, behind.tiers(parameters)));
        }

        @Override
        public Optional<String> suggest(History history, Parameters parameters) {
            return guard.call(source, () -> behind.suggest(history, parameters));
        }
    }

    private record GuardedRule(VendorGuard guard, Source source, CartRule behind) implements CartRule {

        @Override
        public List<Objection> check(CartFacts facts) {
            return guard.call(source, () -> List.copyOf(behind.check(facts)));
        }
    }
}
