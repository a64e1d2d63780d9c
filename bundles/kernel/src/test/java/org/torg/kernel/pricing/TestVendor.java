package org.torg.kernel.pricing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.account.Address;
import org.torg.api.cart.CartRule;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;

/** A vendor made of whatever modules a test needs. */
public final class TestVendor implements Vendor {

    public static final Terms TERMS = new Terms(
            0,
            false,
            12,
            Terms.Amendment.NOBODY,
            new Terms.Invoicing(Terms.Invoicing.Trigger.PER_SHIPMENT, Terms.Invoicing.Charges.FIRST_INVOICE, 14));

    private final VendorId id;
    private final List<PricingModule> pricing = new ArrayList<>();
    private final List<ShippingModule> shipping = new ArrayList<>();
    private final List<CartRule> rules = new ArrayList<>();
    private Optional<LoyaltyProgram> loyalty = Optional.empty();
    private Supplier<Terms> terms = () -> TERMS;
    private Supplier<AccountPolicy> accounts = () -> AccountPolicy.DEFAULT;
    private List<String> markets = List.of("NO");
    private Workflow workflow = new Workflow("received", List.of(state("received", Optional.empty())), List.of());

    public TestVendor(String id) {
        this.id = new VendorId(id);
    }

    public TestVendor with(PricingModule... modules) {
        pricing.addAll(List.of(modules));
        return this;
    }

    public TestVendor with(ShippingModule module) {
        shipping.add(module);
        return this;
    }

    public TestVendor with(CartRule rule) {
        rules.add(rule);
        return this;
    }

    public TestVendor with(LoyaltyProgram program) {
        loyalty = Optional.of(program);
        return this;
    }

    public TestVendor withTerms(Supplier<Terms> answer) {
        terms = answer;
        return this;
    }

    public TestVendor withAccounts(Supplier<AccountPolicy> answer) {
        accounts = answer;
        return this;
    }

    public TestVendor withMarkets(String... countries) {
        markets = List.of(countries);
        return this;
    }

    public TestVendor with(Workflow states) {
        workflow = states;
        return this;
    }

    public static Workflow.State state(String code, Optional<OrderStatus> when) {
        return new Workflow.State(code, Message.of(code, code), Message.of(code, code), Set.of(), when);
    }

    @Override
    public VendorDescriptor descriptor() {
        return new VendorDescriptor(
                id,
                "1.0.0",
                LocalizedText.of("en", "Test"),
                new LegalEntity(
                        "test",
                        "Test AS",
                        "100200309",
                        "NO 100 200 309 MVA",
                        Optional.empty(),
                        new Address("Test AS", Optional.empty(), "Gata 1", Optional.empty(), "0001", "Oslo", "NO"),
                        ZoneId.of("Europe/Oslo"),
                        "test@test.example",
                        "+4720000000",
                        Optional.empty(),
                        "12345678903"),
                CurrencyUnit.of("NOK"),
                markets,
                List.of("en"),
                "#000000");
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return List.of();
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
        return loyalty;
    }

    @Override
    public List<CartRule> cartRules() {
        return rules;
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public AccountPolicy accounts(Parameters parameters) {
        return accounts.get();
    }

    @Override
    public Terms terms(Parameters parameters) {
        return terms.get();
    }

    @Override
    public Texts texts() {
        return new Texts(Map.of("en", Map.of()));
    }
}
