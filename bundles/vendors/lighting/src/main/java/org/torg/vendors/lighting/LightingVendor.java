package org.torg.vendors.lighting;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.torg.api.LocalizedText;
import org.torg.api.cart.CartRule;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Wording;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.api.vendor.AccountPolicy.Registration;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.SnapshotPolicy;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;

/** A wholesaler of lighting for businesses in Norway: everything that this bundle contributes. */
@Component(service = Vendor.class)
@Capability(namespace = Vendor.NAMESPACE, name = "lighting")
public final class LightingVendor implements Vendor {

    private static final List<String> LANGUAGES = List.of("nb", "sv", "da", "fi", "en");

    private final VendorDescriptor descriptor;
    private final Texts texts;
    private final LightingParameters parameters;
    private final LoyaltyTiers loyalty;
    private final List<PricingModule> pricing;
    private final List<ShippingModule> shipping;
    private final List<CartRule> cartRules;
    private final List<ConfigurationModel> configurations;
    private final Workflow workflow;
    private final Information information;

    @Activate
    public LightingVendor(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    /** @param version of the bundle, without a container */
    public LightingVendor(String version) {
        descriptor = new VendorDescriptor(
                new VendorId("lighting"),
                version,
                LocalizedText.of("nb", "Lysverk"),
                Seller.LYSVERK,
                CurrencyUnit.of("NOK"),
                List.of("NO"),
                LANGUAGES,
                "#f2b705");
        texts = Texts.load(LightingVendor.class, LANGUAGES);
        parameters = new LightingParameters(texts);
        loyalty = new LoyaltyTiers(version, texts);
        pricing = List.of(new BulkySurcharge(version, texts));
        shipping = List.of(new DeliveryOptions(version, texts));
        cartRules = List.of(
                new DeliveryCountry(descriptor.markets(), texts), new ForwarderPhone(texts), new NoParcelShop(texts));
        Wording words = Wording.of(texts, "lighting");
        configurations = List.of(LinearLuminaire.model(words), LightStrip.model(words));
        workflow = LightingWorkflow.of(texts);
        information = LightingInformation.of(descriptor.seller());
    }

    @Override
    public VendorDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return parameters.definitions();
    }

    @Override
    public List<PricingModule> pricing() {
        return pricing;
    }

    @Override
    public List<ShippingModule> shipping() {
        return shipping;
    }

    @Override
    public Optional<LoyaltyProgram> loyalty() {
        return Optional.of(loyalty);
    }

    @Override
    public List<CartRule> cartRules() {
        return cartRules;
    }

    @Override
    public List<ConfigurationModel> configurations(Parameters values) {
        return configurations;
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public Terms terms(Parameters values) {
        return LightingTerms.of();
    }

    /** Whether a price that was shown stands after a change is for Lysverk's staff to say. */
    @Override
    public SnapshotPolicy snapshots(Parameters values) {
        return values.flag(LightingParameters.REPRICE) ? SnapshotPolicy.REPRICE : SnapshotPolicy.HONOUR;
    }

    /** Businesses register themselves (L12) and keep their own addresses (L01, L02). */
    @Override
    public AccountPolicy accounts(Parameters values) {
        return new AccountPolicy(Registration.SELF_BUSINESS, Addresses.AT_ONCE, 8, false);
    }

    @Override
    public Information information() {
        return information;
    }

    @Override
    public Texts texts() {
        return texts;
    }
}
