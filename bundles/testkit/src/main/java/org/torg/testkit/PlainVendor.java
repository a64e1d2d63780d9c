package org.torg.testkit;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.account.Address;
import org.torg.api.cart.CartRule;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.ModulePart;
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

/**
 * A vendor without rules of its own, for modules to join.
 *
 * @param currency of all amounts
 * @param languages in which a module's texts must be complete, the first is the default
 */
public record PlainVendor(CurrencyUnit currency, List<String> languages) implements Vendor {

    private static final Message RECEIVED = Message.of("plain.received", "Received");

    public PlainVendor {
        languages = List.copyOf(languages);
    }

    /** In kroner, and in the languages of the module's texts. */
    public static PlainVendor of(ModulePart module) {
        List<String> languages = List.copyOf(module.texts().byLanguage().keySet());
        return new PlainVendor(CurrencyUnit.of("NOK"), languages.isEmpty() ? List.of("en") : languages);
    }

    @Override
    public VendorDescriptor descriptor() {
        return new VendorDescriptor(
                new VendorId("plain"),
                "1.0.0",
                LocalizedText.of("en", "Plain"),
                new LegalEntity(
                        "plain",
                        "Plain AS",
                        "100200309",
                        "NO 100 200 309 MVA",
                        Optional.empty(),
                        new Address("Plain AS", Optional.empty(), "Gata 1", Optional.empty(), "0581", "Oslo", "NO"),
                        ZoneId.of("Europe/Oslo"),
                        "plain@plain.example",
                        "+4720000000",
                        Optional.empty(),
                        "12345678903"),
                currency,
                List.of("NO"),
                languages,
                "#444444");
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
    public Workflow workflow() {
        return new Workflow(
                "received",
                List.of(new Workflow.State("received", RECEIVED, RECEIVED, Set.of(), Optional.of(OrderStatus.PLACED))),
                List.of());
    }

    @Override
    public Terms terms(Parameters parameters) {
        return new Terms(
                14,
                false,
                24,
                Terms.Amendment.NOBODY,
                new Terms.Invoicing(Terms.Invoicing.Trigger.PER_SHIPMENT, Terms.Invoicing.Charges.FIRST_INVOICE, 14));
    }

    @Override
    public Texts texts() {
        return new Texts(languages.stream()
                .collect(Collectors.toMap(
                        language -> language, language -> Map.of(RECEIVED.key(), RECEIVED.english()))));
    }
}
