package org.torg.contract;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Workflow;

/** What must be true of a vendor before it may trade. Each method answers what it was given, or fails by name. */
public final class Composition {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private Composition() {}

    public static VendorDescriptor descriptor(Source source, VendorDescriptor descriptor) {
        require(source, ID.matcher(descriptor.id().value()).matches(), "its id is not in lower case");
        require(source, !descriptor.markets().isEmpty(), "it has no market");
        require(source, !descriptor.languages().isEmpty(), "it has no language");
        return descriptor;
    }

    public static List<ParameterDefinition> parameters(Source source, List<ParameterDefinition> definitions) {
        Set<String> keys = new HashSet<>();
        for (ParameterDefinition definition : definitions) {
            require(source, keys.add(definition.key()), "two parameters have the key " + definition.key());
        }
        return definitions;
    }

    /** The pricing modules in the order in which they are asked. */
    public static List<PricingModule> modules(
            Source source,
            List<PricingModule> pricing,
            List<ShippingModule> shipping,
            Optional<LoyaltyProgram> loyalty) {
        Set<String> names = new HashSet<>();
        loyalty.ifPresent(program -> unique(source, names, program.info()));
        shipping.forEach(module -> unique(source, names, module.info()));
        for (PricingModule module : pricing) {
            unique(source, names, module.info());
            Set<Phase> phases = module.info().phases();
            require(
                    source,
                    !phases.contains(Phase.LIST) && !phases.contains(Phase.TAX),
                    "module " + module.info().name() + " claims a phase that is the kernel's");
        }
        return sorted(source, pricing, PricingModule::info);
    }

    public static <M> List<M> sorted(Source source, List<M> modules, Function<M, ModuleInfo> info) {
        try {
            return List.copyOf(ModuleOrder.sort(modules, info));
        } catch (ModuleOrder.Cycle e) {
            throw source.failure("modules wait for each other: " + e.getMessage());
        }
    }

    public static Workflow workflow(Source source, Workflow workflow) {
        Set<String> codes = new HashSet<>();
        for (Workflow.State state : workflow.states()) {
            require(
                    source,
                    ID.matcher(state.code()).matches(),
                    "the workflow state " + state.code() + " is not in kebab case");
            require(source, codes.add(state.code()), "two workflow states have the code " + state.code());
        }
        require(source, codes.contains(workflow.initial()), "no workflow state " + workflow.initial());
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (Workflow.State state : workflow.states()) {
            state.when()
                    .ifPresent(status -> require(
                            source, statuses.add(status), "two workflow states stand for the status " + status));
            require(
                    source,
                    !state.code().equals(workflow.initial())
                            || state.when().orElse(OrderStatus.PLACED) == OrderStatus.PLACED,
                    "orders begin in the workflow state " + state.code()
                            + ", which stands for another status than PLACED");
        }
        for (Workflow.Transition transition : workflow.transitions()) {
            require(
                    source,
                    codes.contains(transition.from()) && codes.contains(transition.to()),
                    "the workflow transition " + transition.from() + " to " + transition.to() + " leads nowhere");
        }
        return workflow;
    }

    /** Every declared language has every text that the default language has. */
    public static Texts texts(Source source, VendorDescriptor descriptor, Texts texts) {
        Set<String> keys = keys(texts, descriptor.languages().get(0));
        for (String language : descriptor.languages()) {
            Set<String> missing = new HashSet<>(keys);
            missing.removeAll(keys(texts, language));
            require(source, missing.isEmpty(), "no text in " + language + " for " + missing);
        }
        return texts;
    }

    private static Set<String> keys(Texts texts, String language) {
        var own = texts.byLanguage().get(language);
        return own == null ? Set.of() : own.keySet();
    }

    private static void unique(Source source, Set<String> names, ModuleInfo info) {
        require(source, names.add(info.name()), "two modules have the name " + info.name());
    }

    private static void require(Source source, boolean holds, String otherwise) {
        if (!holds) {
            throw source.failure(otherwise);
        }
    }
}
