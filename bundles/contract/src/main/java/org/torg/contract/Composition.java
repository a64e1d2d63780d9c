package org.torg.contract;

import static org.torg.contract.ContractViolation.Kind.CONFLICT;
import static org.torg.contract.ContractViolation.Kind.CONTRACT_FAILED;
import static org.torg.contract.ContractViolation.Kind.OTHER_VENDOR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.ModulePart;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;

/** Puts a vendor and the modules that join it together, and sees that they may trade. */
public final class Composition {

    private final String bundle;
    private final Source source;
    private final Vendor vendor;
    private final VendorDescriptor descriptor;

    private Composition(Offer<Vendor> offer, Source source, VendorDescriptor descriptor) {
        this.bundle = offer.bundle();
        this.source = source;
        this.vendor = offer.service();
        this.descriptor = descriptor;
    }

    /**
     * The set that these make together. Calls the vendor's and the modules' code, on the caller's thread: what never changes
     * is asked here once. Nothing is priced yet, {@link Checks} do that.
     *
     * @param expected the vendor whose set it is
     * @param pricing modules of other bundles, those that have been in the set for longer first
     * @param shipping likewise
     * @throws ContractViolation for the first thing that does not hold; nothing else is thrown, whatever the code does
     */
    public static Composed compose(
            VendorId expected,
            Offer<Vendor> vendor,
            List<Offer<PricingModule>> pricing,
            List<Offer<ShippingModule>> shipping) {
        Source unnamed = new Source(expected, vendor.service().getClass().getName(), Vendor.class);
        VendorDescriptor descriptor = ask(
                vendor.bundle(),
                unnamed,
                "descriptor",
                () -> whole(vendor.service().descriptor()));
        Source source = unnamed.of(descriptor.id().value() + " " + descriptor.version(), Vendor.class);
        Violations violations = new Violations(vendor.bundle(), source);
        violations.require(
                descriptor.id().equals(expected),
                OTHER_VENDOR,
                "is the vendor " + descriptor.id().value() + ", not " + expected.value());
        Declared.descriptor(violations, descriptor);
        return new Composition(vendor, source, descriptor).with(pricing, shipping);
    }

    private Composed with(List<Offer<PricingModule>> addedPricing, List<Offer<ShippingModule>> addedShipping) {
        Optional<Part<LoyaltyProgram>> loyalty = own("loyalty", vendor::loyalty)
                .map(program -> part(bundle, program, LoyaltyProgram.class, program::info));
        List<Part<PricingModule>> pricing =
                parts(several("pricing", vendor::pricing), addedPricing, PricingModule.class);
        List<Part<ShippingModule>> shipping =
                parts(several("shipping", vendor::shipping), addedShipping, ShippingModule.class);
        Together together = new Together();
        loyalty.ifPresent(together::claim);
        pricing.forEach(together::claim);
        shipping.forEach(together::claim);
        pricing.forEach(part -> Declared.phases(new Violations(part.bundle(), part.source()), part.info()));

        MergedTexts texts = new MergedTexts(descriptor.languages());
        texts.add(new Violations(bundle, source), own("texts", vendor::texts));
        List<ParameterDefinition> parameters = new ArrayList<>();
        parameters(bundle, source, together, parameters, several("parameters", vendor::parameters));
        List<Part<? extends ModulePart>> modules = new ArrayList<>(pricing);
        modules.addAll(shipping);
        for (Part<? extends ModulePart> part : modules) {
            ModulePart code = part.code();
            texts.add(
                    new Violations(part.bundle(), part.source()),
                    ask(part.bundle(), part.source(), "texts", () -> whole(code.texts())));
            parameters(
                    part.bundle(),
                    part.source(),
                    together,
                    parameters,
                    ask(part.bundle(), part.source(), "parameters", () -> List.copyOf(whole(code.parameters()))));
        }
        Workflow workflow = own("workflow", vendor::workflow);
        Declared.workflow(new Violations(bundle, source), workflow);
        Information information = own("information", vendor::information);
        InformationRules.hold(new Violations(bundle, source), information, descriptor, parameters);
        return new Composed(
                new Part<>(bundle, source, unordered(descriptor.id().value()), vendor),
                own("accounts", () -> vendor.accounts(initial(parameters))),
                descriptor,
                parameters,
                Together.sorted(pricing),
                Together.sorted(shipping),
                loyalty,
                cartRules(),
                workflow,
                information,
                texts.merged());
    }

    private Parameters initial(List<ParameterDefinition> definitions) {
        Map<String, String> values = new HashMap<>();
        definitions.forEach(definition -> values.put(definition.key(), definition.initial()));
        return new Parameters(descriptor.currency(), values);
    }

    private <T> T own(String method, Supplier<T> code) {
        return ask(bundle, source, method, () -> whole(code.get()));
    }

    private <T> List<T> several(String method, Supplier<List<T>> code) {
        return ask(bundle, source, method, () -> List.copyOf(whole(code.get())));
    }

    private <C extends ModulePart> List<Part<C>> parts(List<C> own, List<Offer<C>> added, Class<C> contract) {
        List<Part<C>> parts = new ArrayList<>();
        own.forEach(code -> parts.add(part(bundle, code, contract, code::info)));
        added.forEach(offer -> parts.add(part(
                offer.bundle(), offer.service(), contract, () -> offer.service().info())));
        return parts;
    }

    private <C> Part<C> part(String from, C code, Class<C> contract, Supplier<ModuleInfo> info) {
        Source unnamed = source.of(code.getClass().getName(), contract);
        ModuleInfo answered = ask(from, unnamed, "info", () -> whole(info.get()));
        Declared.info(new Violations(from, unnamed), answered);
        return new Part<>(from, unnamed.of(answered.name() + " " + answered.version(), contract), answered, code);
    }

    private List<Part<CartRule>> cartRules() {
        List<Part<CartRule>> parts = new ArrayList<>();
        for (CartRule rule : several("cartRules", vendor::cartRules)) {
            String simple = rule.getClass().getSimpleName();
            boolean named = !simple.isEmpty() && !rule.getClass().isHidden();
            ModuleInfo info = unordered(named ? simple : "CartRule " + (parts.size() + 1));
            parts.add(new Part<>(bundle, source.of(info.name() + " " + info.version(), CartRule.class), info, rule));
        }
        return parts;
    }

    private ModuleInfo unordered(String name) {
        return new ModuleInfo(name, descriptor.version(), Set.of(), Set.of());
    }

    private void parameters(
            String from,
            Source of,
            Together together,
            List<ParameterDefinition> all,
            List<ParameterDefinition> definitions) {
        Violations violations = new Violations(from, of);
        for (ParameterDefinition definition : definitions) {
            together.claimKey(violations, definition.key());
            Declared.parameter(violations, definition, descriptor.currency());
            all.add(definition);
        }
    }

    private static <T> T whole(T answer) {
        Optional<String> missing = Nulls.in(answer);
        if (missing.isPresent()) {
            throw new Missing(missing.get());
        }
        return answer;
    }

    private static <T> T ask(String bundle, Source source, String method, Supplier<T> code) {
        try {
            return code.get();
        } catch (Missing e) {
            throw new ContractViolation(CONTRACT_FAILED, bundle, source, method + ": " + e.path + " is null");
        } catch (Throwable e) {
            throw new ContractViolation(
                    CONTRACT_FAILED,
                    bundle,
                    source,
                    method + " throws " + e.getClass().getSimpleName(),
                    e);
        }
    }

    private static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String path;

        Missing(String path) {
            super(path, null, false, false);
            this.path = path;
        }
    }

    /** What each may claim only once in a set. */
    private static final class Together {

        private final Set<String> names = new HashSet<>();
        private final Set<String> slots = new HashSet<>();
        private final Set<String> keys = new HashSet<>();

        void claim(Part<?> part) {
            Violations violations = new Violations(part.bundle(), part.source());
            ModuleInfo info = part.info();
            violations.require(names.add(info.name()), CONFLICT, "two modules have the name " + info.name());
            info.slot()
                    .ifPresent(slot -> violations.require(
                            slots.add(slot), CONFLICT, "claims the slot " + slot + ", which another module has"));
        }

        void claimKey(Violations violations, String key) {
            violations.require(keys.add(key), CONFLICT, "two parameters have the key " + key);
        }

        static <C> List<Part<C>> sorted(List<Part<C>> parts) {
            try {
                return ModuleOrder.sort(parts, Part::info);
            } catch (ModuleOrder.Cycle e) {
                Part<C> last = parts.get(0);
                for (Part<C> part : parts) {
                    last = e.names().contains(part.info().name()) ? part : last;
                }
                throw new ContractViolation(
                        CONFLICT,
                        last.bundle(),
                        last.source(),
                        "modules wait for each other: " + String.join(", ", e.names()));
            }
        }
    }
}
