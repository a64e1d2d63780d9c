package org.torg.kernel.vendor;

import java.util.ArrayList;
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
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;
import org.torg.contract.Answers;
import org.torg.contract.Composition;
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
        VendorDescriptor descriptor = guard.call(unnamed, vendor::descriptor);
        Source source = new Source(descriptor.id(), descriptor.id().value() + " " + descriptor.version(), Vendor.class);
        VendorDescriptor checked = guard.call(source, () -> Composition.descriptor(source, descriptor));
        List<ParameterDefinition> parameters =
                guard.call(source, () -> Composition.parameters(source, List.copyOf(vendor.parameters())));
        List<PricingModule> pricing = new ArrayList<>();
        for (PricingModule module : guard.call(source, () -> List.copyOf(vendor.pricing()))) {
            Source part = source.of(module.getClass().getName(), PricingModule.class);
            pricing.add(new GuardedPricing(guard, part, module, guard.call(part, module::info), checked));
        }
        List<ShippingModule> shipping = new ArrayList<>();
        for (ShippingModule module : guard.call(source, () -> List.copyOf(vendor.shipping()))) {
            Source part = source.of(module.getClass().getName(), ShippingModule.class);
            shipping.add(new GuardedShipping(guard, part, module, guard.call(part, module::info), checked));
        }
        Optional<LoyaltyProgram> loyalty = guard.call(source, vendor::loyalty).map(program -> {
            Source part = source.of(program.getClass().getName(), LoyaltyProgram.class);
            ModuleInfo info = guard.call(part, program::info);
            return new GuardedLoyalty(guard, named(part, info), program, info);
        });
        List<CartRule> rules = new ArrayList<>();
        for (CartRule rule : guard.call(source, () -> List.copyOf(vendor.cartRules()))) {
            rules.add(new GuardedRule(guard, source.of(rule.getClass().getName(), CartRule.class), rule));
        }
        return new GuardedVendor(
                guard,
                vendor,
                source,
                checked,
                parameters,
                guard.call(source, () -> Composition.modules(source, pricing, shipping, loyalty)),
                guard.call(source, () -> Composition.sorted(source, shipping, ShippingModule::info)),
                loyalty,
                List.copyOf(rules),
                guard.call(source, () -> Composition.workflow(source, vendor.workflow())),
                guard.call(source, () -> Composition.texts(source, checked, vendor.texts())));
    }

    @Override
    public Terms terms(Parameters parameters) {
        return guard.call(source, () -> behind.terms(parameters));
    }

    private static Source named(Source part, ModuleInfo info) {
        return part.of(info.name() + " " + info.version(), part.contract());
    }

    private record GuardedPricing(
            VendorGuard guard, Source source, PricingModule behind, ModuleInfo info, Answers answers)
            implements PricingModule {

        GuardedPricing(
                VendorGuard guard, Source source, PricingModule behind, ModuleInfo info, VendorDescriptor vendor) {
            this(guard, named(source, info), behind, info, new Answers(named(source, info), vendor.currency()));
        }

        @Override
        public Contribution contribute(Phase phase, PricingRequest request) {
            return guard.call(source, () -> answers.contribution(phase, behind.contribute(phase, request)));
        }
    }

    private record GuardedShipping(
            VendorGuard guard, Source source, ShippingModule behind, ModuleInfo info, Answers answers)
            implements ShippingModule {

        GuardedShipping(
                VendorGuard guard, Source source, ShippingModule behind, ModuleInfo info, VendorDescriptor vendor) {
            this(guard, named(source, info), behind, info, new Answers(named(source, info), vendor.currency()));
        }

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
