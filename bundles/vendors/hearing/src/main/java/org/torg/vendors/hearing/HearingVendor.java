package org.torg.vendors.hearing;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.torg.api.LocalizedText;
import org.torg.api.cart.CartRule;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Wording;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.api.vendor.AccountPolicy.Registration;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Terms.Amendment;
import org.torg.api.vendor.Terms.Invoicing;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;

/** A maker of hearing aids of two brands, for clinics and shops in Sweden: everything that this bundle contributes. */
@Component(service = Vendor.class)
@Capability(namespace = Vendor.NAMESPACE, name = "hearing")
public final class HearingVendor implements Vendor {

    private static final List<String> LANGUAGES = List.of("sv", "nb", "da", "fi", "en");

    /** Returns are applied for, device by device (H55). */
    private static final int RETURN_WINDOW_DAYS = 0;

    private static final int DUE_DAYS = 30;

    /** H04 says eight; more is better. */
    private static final int PASSWORD_MINIMUM = 8;

    private final VendorDescriptor descriptor;
    private final Texts texts;
    private final HearingParameters parameters;
    private final List<ShippingModule> shipping;
    private final List<CartRule> cartRules;
    private final List<ConfigurationModel> configurations;
    private final Workflow workflow;
    private final Information information;

    @Activate
    public HearingVendor(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    /** @param version of the bundle, without a container */
    public HearingVendor(String version) {
        descriptor = new VendorDescriptor(
                new VendorId("hearing"),
                version,
                LocalizedText.of("sv", "Hörlund"),
                Seller.HORLUND,
                CurrencyUnit.of("SEK"),
                List.of("SE"),
                LANGUAGES,
                "#7a3e65");
        texts = Texts.load(HearingVendor.class, LANGUAGES);
        parameters = new HearingParameters(texts);
        shipping = List.of(new DeliveryOptions(version, texts));
        cartRules = List.of(new DeliveryCountry(descriptor.markets(), texts));
        Wording words = Wording.of(texts, "hearing");
        configurations = List.of(ReceiverAid.model(words), BehindEarAid.model(words), MouldOrder.model(words));
        workflow = HearingWorkflow.of(texts);
        information = HearingInformation.of(descriptor.seller());
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
    public List<ShippingModule> shipping() {
        return shipping;
    }

    @Override
    public List<CartRule> cartRules() {
        return cartRules;
    }

    /** Aids and moulds; spare parts and accessories are ordered as they are (H31). */
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
        return new Terms(
                RETURN_WINDOW_DAYS,
                false,
                values.integer(HearingParameters.WARRANTY_MONTHS),
                Amendment.STAFF_BEFORE_SHIPMENT,
                new Invoicing(Invoicing.Trigger.PER_SHIPMENT, Invoicing.Charges.FIRST_INVOICE, DUE_DAYS));
    }

    /** Customers register by a form (H02); locations and their addresses are asked for (H16). */
    @Override
    public AccountPolicy accounts(Parameters values) {
        return new AccountPolicy(Registration.SELF, Addresses.BY_VENDOR, PASSWORD_MINIMUM, false);
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
