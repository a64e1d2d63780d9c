package org.torg.contract;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Workflow;

/** Judges what a part says of itself, without the others. */
final class Declared {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,79}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private Declared() {}

    static void descriptor(Violations violations, VendorDescriptor descriptor) {
        violations.require(ID.matcher(descriptor.id().value()).matches(), "its id is not in lower case");
        violations.require(!descriptor.version().isBlank(), "it has no version");
        violations.require(!descriptor.markets().isEmpty(), "it has no market");
        for (String market : descriptor.markets()) {
            violations.require(COUNTRY.matcher(market).matches(), "the market " + market + " is no country code");
        }
        violations.require(!descriptor.languages().isEmpty(), "it has no language");
        for (String language : descriptor.languages()) {
            violations.require(
                    LANGUAGE.matcher(language).matches(), "the language " + language + " is no language code");
        }
        violations.require(
                new HashSet<>(descriptor.languages()).size()
                        == descriptor.languages().size(),
                "it names a language twice");
        violations.require(
                COLOUR.matcher(descriptor.accent()).matches(), "its accent " + descriptor.accent() + " is no #rrggbb");
    }

    static void info(Violations violations, ModuleInfo info) {
        violations.require(
                NAME.matcher(info.name()).matches(), "the name " + info.name() + " is not in lower case with dots");
        violations.require(!info.version().isBlank(), info.name() + " has no version");
    }

    static void phases(Violations violations, ModuleInfo info) {
        for (Phase phase : new Phase[] {Phase.LIST, Phase.TAX}) {
            violations.require(!info.phases().contains(phase), "claims the phase " + phase + ", which is the kernel's");
        }
    }

    static void parameter(Violations violations, ParameterDefinition definition, CurrencyUnit currency) {
        String key = definition.key();
        violations.require(NAME.matcher(key).matches(), "the parameter key " + key + " is not in lower case with dots");
        ParameterRules.objection(definition, currency, definition.initial())
                .ifPresent(objection -> violations.require(
                        false, "the initial value of " + key + " is " + definition.initial() + ": " + objection));
    }

    static void workflow(Violations violations, Workflow workflow) {
        Set<String> codes = new HashSet<>();
        for (Workflow.State state : workflow.states()) {
            violations.require(
                    ID.matcher(state.code()).matches(), "the workflow state " + state.code() + " is not in kebab case");
            violations.require(codes.add(state.code()), "two workflow states have the code " + state.code());
        }
        violations.require(codes.contains(workflow.initial()), "no workflow state " + workflow.initial());
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (Workflow.State state : workflow.states()) {
            state.when()
                    .ifPresent(status -> violations.require(
                            statuses.add(status), "two workflow states stand for the status " + status));
            violations.require(
                    !state.code().equals(workflow.initial())
                            || state.when().orElse(OrderStatus.PLACED) == OrderStatus.PLACED,
                    "orders begin in the workflow state " + state.code()
                            + ", which stands for another status than PLACED");
        }
        for (Workflow.Transition transition : workflow.transitions()) {
            violations.require(
                    codes.contains(transition.from()) && codes.contains(transition.to()),
                    "the workflow transition " + transition.from() + " to " + transition.to() + " leads nowhere");
        }
    }
}
