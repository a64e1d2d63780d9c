package org.torg.vendors.dental;

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

/** A laboratory that makes appliances for dental clinics in Norway: everything that this bundle contributes. */
@Component(service = Vendor.class)
@Capability(namespace = Vendor.NAMESPACE, name = "dental")
public final class DentalVendor implements Vendor {

    private static final List<String> LANGUAGES = List.of("nb", "sv", "da", "fi", "en");

    /** Made to measure: it is returned only after a request. */
    private static final int RETURN_WINDOW_DAYS = 0;

    private static final int DUE_DAYS = 30;

    private final VendorDescriptor descriptor;
    private final Texts texts;
    private final DentalParameters parameters;
    private final List<ShippingModule> shipping;
    private final List<CartRule> cartRules;
    private final List<ConfigurationModel> configurations;
    private final Workflow workflow;
    private final Information information;

    @Activate
    public DentalVendor(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    /** @param version of the bundle, without a container */
    public DentalVendor(String version) {
        descriptor = new VendorDescriptor(
                new VendorId("dental"),
                version,
                LocalizedText.of("nb", "Dvale"),
                Seller.DVALE,
                CurrencyUnit.of("NOK"),
                List.of("NO"),
                LANGUAGES,
                "#2f6f73");
        texts = Texts.load(DentalVendor.class, LANGUAGES);
        parameters = new DentalParameters(texts);
        shipping = List.of(new ClinicCourier(version, texts));
        cartRules = List.of(new OneSplint(texts), new ClinicOnly(descriptor.markets(), texts));
        Wording words = Wording.of(texts, "dental");
        configurations = List.of(TwoPieceSplint.model(words), ArmSplint.model(words), GrindingGuard.model(words));
        workflow = DentalWorkflow.of(texts);
        information = DentalInformation.of(descriptor.seller());
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

    @Override
    public List<ConfigurationModel> configurations(Parameters values) {
        return configurations;
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    /** Staff can change an order until it is sent (D28, D30); the months of warranty are for staff to say (D42). */
    @Override
    public Terms terms(Parameters values) {
        return new Terms(
                RETURN_WINDOW_DAYS,
                false,
                values.integer(DentalParameters.WARRANTY_MONTHS),
                Amendment.STAFF_BEFORE_SHIPMENT,
                new Invoicing(Invoicing.Trigger.PER_SHIPMENT, Invoicing.Charges.FIRST_INVOICE, DUE_DAYS));
    }

    /** Dvale opens accounts for clinics (D01, D03) and alone changes their addresses (D38). */
    @Override
    public AccountPolicy accounts(Parameters values) {
        return new AccountPolicy(Registration.BY_VENDOR, Addresses.BY_VENDOR, 10, false);
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
