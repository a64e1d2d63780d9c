package org.torg.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.Message;
import org.torg.api.cart.CartRule;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;
import org.torg.contract.Checks;
import org.torg.contract.Composed;
import org.torg.contract.Composition;
import org.torg.contract.Offer;

/** A good vendor with a good module of each kind, of which a test replaces what it wants to be bad. */
final class Shop implements Vendor {

    static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    static final Message HELLO = Message.of("shop.hello", "Hello");

    private final PlainVendor plain = new PlainVendor(NOK, List.of("nb", "en"));
    VendorDescriptor descriptor = plain.descriptor();
    List<ParameterDefinition> parameters = List.of(parameter("shop.percent", "10"));
    Texts texts = both(Map.of("plain.received", "Received", "shop.hello", "Hello"));
    Optional<LoyaltyProgram> loyalty = Optional.of(loyalty(
            values -> List.of(new LoyaltyProgram.Tier("gold", HELLO, BigDecimal.TEN, "#9a7400")), Optional.of("gold")));
    List<CartRule> rules = List.of(facts -> List.of());
    Workflow workflow = plain.workflow();
    Information information = Information.NONE;
    Function<Parameters, Terms> terms = plain::terms;
    Function<Parameters, AccountPolicy> accounts = plain::accounts;
    Function<Parameters, List<ConfigurationModel>> configurations = values -> List.of(Models.good());
    private final List<PricingModule> pricing = new ArrayList<>();
    private final List<ShippingModule> shipping = new ArrayList<>();
    private final List<Offer<PricingModule>> addedPricing = new ArrayList<>();
    private final List<Offer<ShippingModule>> addedShipping = new ArrayList<>();

    static Texts both(Map<String, String> texts) {
        return new Texts(Map.of("nb", texts, "en", texts));
    }

    static ParameterDefinition parameter(String key, String initial) {
        return new ParameterDefinition(
                key,
                ParameterDefinition.Type.PERCENT,
                initial,
                Optional.of(BigDecimal.ZERO),
                Optional.of(new BigDecimal(50)),
                HELLO);
    }

    static ModuleInfo info(String name, Phase... phases) {
        return new ModuleInfo(name, "1.0.0", Set.of(phases), Set.of());
    }

    static LoyaltyProgram loyalty(Function<Parameters, List<LoyaltyProgram.Tier>> tiers, Optional<String> suggested) {
        return new LoyaltyProgram() {
            @Override
            public ModuleInfo info() {
                return Shop.info("shop.loyalty", Phase.LOYALTY);
            }

            @Override
            public List<Tier> tiers(Parameters values) {
                return tiers.apply(values);
            }

            @Override
            public Optional<String> suggest(History history, Parameters values) {
                return suggested;
            }
        };
    }

    record Pricing(
            ModuleInfo info,
            List<ParameterDefinition> parameters,
            Texts texts,
            BiFunction<Phase, PricingRequest, Contribution> answer)
            implements PricingModule {

        @Override
        public Contribution contribute(Phase phase, PricingRequest request) {
            return answer.apply(phase, request);
        }
    }

    record Shipping(ModuleInfo info, Function<PricingRequest, List<DeliveryOption>> answer) implements ShippingModule {

        @Override
        public List<DeliveryOption> options(PricingRequest request) {
            return answer.apply(request);
        }
    }

    static PricingModule named(ModuleInfo info) {
        return new Pricing(info, List.of(), Texts.NONE, (phase, request) -> Contribution.NONE);
    }

    /** A module in CAMPAIGN that answers so. */
    static PricingModule answering(Function<PricingRequest, Contribution> answer) {
        return answering(Phase.CAMPAIGN, answer);
    }

    static PricingModule answering(Phase phase, Function<PricingRequest, Contribution> answer) {
        return new Pricing(info("shop.odd", phase), List.of(), Texts.NONE, (asked, request) -> answer.apply(request));
    }

    /** A module that gives each line this. */
    static PricingModule onEachLine(Function<Adjustment, Adjustment> change) {
        return answering(request -> new Contribution(
                request.lines().stream()
                        .map(line -> change.apply(
                                Adjustment.lineDiscount(Phase.CAMPAIGN, line.id(), BigDecimal.TEN, "shop.rule", HELLO)))
                        .toList(),
                List.of()));
    }

    static ShippingModule delivering(String name, UnaryOperator<DeliveryOption> change) {
        DeliveryOption good =
                new DeliveryOption("parcel", HELLO, Money.of(NOK, 99), "shop.parcel", false, 1, 3, Optional.empty());
        return new Shipping(info(name, Phase.FREIGHT), request -> List.of(change.apply(good)));
    }

    static Shop good() {
        return new Shop().with(onEachLine(adjustment -> adjustment)).with(delivering("shop.freight", option -> option));
    }

    static Shop empty() {
        return new Shop();
    }

    Shop with(PricingModule module) {
        pricing.add(module);
        return this;
    }

    Shop with(ShippingModule module) {
        shipping.add(module);
        return this;
    }

    /** By a bundle of its own. */
    Shop joinedBy(PricingModule module) {
        addedPricing.add(new Offer<>("org.example.joined", module));
        return this;
    }

    /** By a bundle of its own. */
    Shop joinedBy(ShippingModule module) {
        addedShipping.add(new Offer<>("org.example.joined", module));
        return this;
    }

    Composed compose() {
        return Composition.compose(
                new VendorId("plain"), new Offer<>("org.example.shop", this), addedPricing, addedShipping);
    }

    Checks checks() {
        return Checks.of(compose());
    }

    @Override
    public VendorDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Information information() {
        return information;
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return parameters;
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
    public Terms terms(Parameters values) {
        return terms.apply(values);
    }

    @Override
    public AccountPolicy accounts(Parameters values) {
        return accounts.apply(values);
    }

    @Override
    public List<ConfigurationModel> configurations(Parameters values) {
        return configurations.apply(values);
    }

    @Override
    public Texts texts() {
        return texts;
    }
}
