package org.torg.benchmarks.bad;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.account.Address;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;

/** The least that a vendor must say of itself, with a module that does harm. */
public final class BadVendor implements Vendor {
    private final PricingModule module = new BadModule();

    @Override
    public VendorDescriptor descriptor() {
        return new VendorDescriptor(
                new VendorId("bad"),
                "1.0.0",
                LocalizedText.of("en", "Bad"),
                new LegalEntity(
                        "bad",
                        "Bad AS",
                        "100200309",
                        "NO 100 200 309 MVA",
                        Optional.empty(),
                        new Address("Bad AS", Optional.empty(), "Gata 1", Optional.empty(), "0001", "Oslo", "NO"),
                        ZoneId.of("Europe/Oslo"),
                        "bad@bad.example",
                        "+4720000000",
                        Optional.empty(),
                        "12345678903"),
                CurrencyUnit.of("NOK"),
                List.of("NO"),
                List.of("en"),
                "#000000");
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return List.of();
    }

    @Override
    public List<PricingModule> pricing() {
        return List.of(module);
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
    public Workflow workflow() {
        Message text = Message.of("received", "received");
        return new Workflow(
                "received", List.of(new Workflow.State("received", text, text, Set.of(), Optional.empty())), List.of());
    }

    @Override
    public Terms terms(Parameters parameters) {
        return new Terms(
                0,
                false,
                12,
                Terms.Amendment.NOBODY,
                new Terms.Invoicing(Terms.Invoicing.Trigger.PER_SHIPMENT, Terms.Invoicing.Charges.FIRST_INVOICE, 14));
    }

    @Override
    public Texts texts() {
        return new Texts(Map.of("en", Map.of("received", "received")));
    }
}
