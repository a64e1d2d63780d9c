package org.torg.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Workflow;

/** A vendor with texts and a workflow, and nothing to compute. */
public record SmallVendor(VendorDescriptor descriptor, Texts texts) implements Vendor {

    public static SmallVendor lighting() {
        return new SmallVendor(
                new VendorDescriptor(
                        Samples.VENDOR,
                        "1.0.0",
                        LocalizedText.of("nb", "Lys"),
                        Samples.seller(),
                        Samples.NOK,
                        List.of("NO"),
                        List.of("nb", "en"),
                        "#c9a227"),
                new Texts(Map.of(
                        "nb", Map.of("lighting.gold", "Gull: {0} avslag fra {1}", "state.received", "Mottatt"))));
    }

    /** The same vendor with one text. */
    public static SmallVendor saying(String language, String key, String pattern) {
        return new SmallVendor(lighting().descriptor(), new Texts(Map.of(language, Map.of(key, pattern))));
    }

    @Override
    public Workflow workflow() {
        Workflow.State received = new Workflow.State(
                "received",
                Message.of("state.received", "Received"),
                Message.of("state.received.why", "We have your order."),
                Set.of(Workflow.Action.SHIP),
                Optional.empty());
        return new Workflow("received", List.of(received), List.of());
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return List.of();
    }

    @Override
    public List<PricingModule> pricing() {
        return List.of();
    }

    @Override
    public List<ShippingModule> shipping() {
        return List.of();
    }

    @Override
    public Optional<LoyaltyProgram> loyalty() {
        return Optional.empty();
    }

    @Override
    public List<CartRule> cartRules() {
        return List.of();
    }

    @Override
    public Terms terms(Parameters parameters) {
        return new Terms(
                50,
                true,
                24,
                Terms.Amendment.NOBODY,
                new Terms.Invoicing(Terms.Invoicing.Trigger.PER_SHIPMENT, Terms.Invoicing.Charges.FIRST_INVOICE, 14));
    }
}
