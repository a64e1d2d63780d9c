package org.torg.kernel.vendor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.cart.CartRule;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.module.PartHealth;
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
import org.torg.api.vendor.SnapshotPolicy;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;
import org.torg.contract.Answers;
import org.torg.contract.Checks;
import org.torg.contract.Composed;
import org.torg.contract.Composition;
import org.torg.contract.ContractViolation;
import org.torg.contract.Offer;
import org.torg.contract.Part;
import org.torg.contract.Source;
import org.torg.kernel.solver.Budget;
import org.torg.kernel.solver.CompiledModel;
import org.torg.kernel.solver.ModelHash;
import org.torg.kernel.solver.Soundness;

/**
 * A vendor with all its modules, composed and checked: what never changes was asked once, everything else goes through the
 * guard and is checked at every call.
 */
public final class GuardedVendor implements Vendor {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedVendor.class);

    /** For putting it together and trying it out, which is more than one evaluation. */
    private static final Duration COMPOSING = Duration.ofSeconds(10);

    private static final long FIRST_SAMPLE = 1;

    private final Composed composed;
    private final Homes homes;
    private final Limits limits;
    private final Bulkhead bulkhead;
    private final List<GuardedPart> parts = new ArrayList<>();
    private final List<PricingModule> pricing;
    private final List<ShippingModule> shipping;
    private final Optional<LoyaltyProgram> loyalty;
    private final List<CartRule> cartRules;
    private final Memo<Terms> terms;
    private final Memo<SnapshotPolicy> snapshots;
    private final Memo<AccountPolicy> accounts;
    private final Memo<Map<String, CompiledModel>> models;
    private volatile AccountPolicy lastAccounts;

    private GuardedVendor(Composed composed, Homes homes, Limits limits, Clock clock) {
        this.composed = composed;
        this.homes = homes;
        this.limits = limits;
        this.bulkhead = new Bulkhead(composed.descriptor().id(), limits);
        Function<Part<?>, GuardedPart> guarded = part -> {
            GuardedPart guard = new GuardedPart(part, bulkhead, limits, clock);
            parts.add(guard);
            return guard;
        };
        GuardedPart whole = guarded.apply(composed.vendor());
        Vendor behind = composed.vendor().code();
        terms = new Memo<>(parameters -> whole.call(() -> Answers.terms(whole.source(), behind.terms(parameters))));
        snapshots = new Memo<>(parameters -> whole.call(() -> behind.snapshots(parameters)));
        accounts = new Memo<>(
                parameters -> whole.call(() -> Answers.accounts(whole.source(), behind.accounts(parameters))));
        models = new Memo<>(parameters ->
                whole.call(() -> compiled(Answers.configurations(whole.source(), behind.configurations(parameters)))));
        lastAccounts = composed.accounts();
        pricing = composed.pricing().stream()
                .<PricingModule>map(part -> new Pricing(guarded.apply(part), part.code(), part.info(), answers(part)))
                .toList();
        shipping = composed.shipping().stream()
                .<ShippingModule>map(part -> new Shipping(guarded.apply(part), part.code(), part.info(), answers(part)))
                .toList();
        loyalty = composed.loyalty().map(part -> Loyalty.of(guarded.apply(part), part));
        cartRules = composed.cartRules().stream()
                .<CartRule>map(part -> new Rule(guarded.apply(part), part.code()))
                .toList();
    }

    private static Map<String, CompiledModel> compiled(List<ConfigurationModel> answer) {
        Map<String, CompiledModel> compiled = new LinkedHashMap<>();
        for (ConfigurationModel model : answer) {
            compiled.put(model.product(), ModelHash.compile(model));
        }
        return Collections.unmodifiableMap(compiled);
    }

    private Answers answers(Part<?> part) {
        return new Answers(part.source(), composed.descriptor().currency());
    }

    /**
     * Puts a set together.
     *
     * @param modules in the order in which they joined; exactly one of them has a vendor
     * @throws ContractViolation for the first thing that does not hold
     * @throws org.torg.api.vendor.VendorFailure when it takes too long
     */
    public static GuardedVendor compose(VendorId vendor, List<ModuleCode> modules, Limits limits, Clock clock) {
        List<Offer<Vendor>> vendors =
                offers(modules, code -> code.vendor().stream().toList());
        if (vendors.size() != 1) {
            throw new IllegalArgumentException(vendors.size() + " vendors");
        }
        Homes homes = Homes.of(modules);
        Composed composed = aside(
                vendor,
                limits,
                homes,
                () -> Composition.compose(
                        vendor,
                        vendors.get(0),
                        offers(modules, ModuleCode::pricing),
                        offers(modules, ModuleCode::shipping)));
        return new GuardedVendor(composed, homes, limits, clock);
    }

    private static <S> List<Offer<S>> offers(List<ModuleCode> modules, Function<ModuleCode, List<S>> contributed) {
        List<Offer<S>> offers = new ArrayList<>();
        for (ModuleCode code : modules) {
            contributed
                    .apply(code)
                    .forEach(service -> offers.add(new Offer<>(code.module().symbolicName(), service)));
        }
        return offers;
    }

    /** On threads of its own, so that what hangs here takes nothing from what serves. */
    private static <T> T aside(VendorId vendor, Limits limits, Homes homes, Supplier<T> code) {
        AtomicReference<StackTraceElement[]> stuckAt = new AtomicReference<>(new StackTraceElement[0]);
        Bulkhead own = new Bulkhead(
                vendor,
                new Limits(COMPOSING, 1, 1, limits.allocation(), limits.rest(), limits.examining()),
                stuckAt::set);
        try {
            return own.evaluate(() -> {
                try {
                    return code.get();
                } catch (ContractViolation e) {
                    LOG.warn("A set of {}: {}{}", vendor.value(), e.getMessage(), Thrown.text(e.getCause()));
                    throw e;
                }
            });
        } catch (VendorFailure e) {
            String bundle = homes.of(Objects.requireNonNull(stuckAt.get())).orElseThrow(() -> e);
            LOG.warn("A set of {}: {} does not answer, and keeps a thread", vendor.value(), bundle);
            throw new ContractViolation(
                    ContractViolation.Kind.CONTRACT_FAILED,
                    bundle,
                    new Source(vendor, bundle, Vendor.class),
                    "does not answer within " + COMPOSING.toSeconds() + " s");
        } finally {
            own.close();
        }
    }

    /**
     * Asks all parts for the prices and deliveries of sample carts.
     *
     * @throws ContractViolation for the first answer that does not hold
     * @throws org.torg.api.vendor.VendorFailure when it takes too long
     */
    void examine() {
        VendorId vendor = composed.descriptor().id();
        aside(vendor, limits, homes, () -> {
            Checks.of(composed).all(FIRST_SAMPLE, limits.examining());
            solve(compiled(composed.vendor().code().configurations(composed.initial())));
            return vendor;
        });
    }

    /**
     * Sees that its models can be solved under these parameters.
     *
     * @throws ContractViolation for the first that can not
     * @throws org.torg.api.vendor.VendorFailure when there are none, because its code fails
     */
    void examine(Parameters parameters) {
        solve(models(parameters));
    }

    private void solve(Map<String, CompiledModel> compiled) {
        Part<Vendor> vendor = composed.vendor();
        for (CompiledModel model : compiled.values()) {
            Soundness.objection(model, Budget.DEFAULT).ifPresent(objection -> {
                throw new ContractViolation(
                        ContractViolation.Kind.CONTRACT_FAILED, vendor.bundle(), vendor.source(), objection);
            });
        }
    }

    /**
     * Hands a whole evaluation over to the vendor's own threads, once: the parts that it asks are called there.
     *
     * @throws org.torg.api.vendor.VendorFailure when a part fails or it takes too long as a whole
     */
    public <T> T evaluate(Supplier<T> evaluation) {
        return bulkhead.evaluate(evaluation);
    }

    /** How each part fares since the set was composed. */
    public List<PartHealth> health() {
        return parts.stream().map(GuardedPart::health).toList();
    }

    /** The parameters are others now: what failed under the old ones is tried again. */
    void forgive() {
        parts.forEach(GuardedPart::forgive);
    }

    /** Nothing is asked of it any more. */
    void close() {
        bulkhead.close();
    }

    @Override
    public VendorDescriptor descriptor() {
        return composed.descriptor();
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return composed.parameters();
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
        return cartRules;
    }

    @Override
    public Workflow workflow() {
        return composed.workflow();
    }

    @Override
    public Information information() {
        return composed.information();
    }

    @Override
    public Texts texts() {
        return composed.texts();
    }

    @Override
    public Terms terms(Parameters parameters) {
        return terms.of(parameters);
    }

    @Override
    public SnapshotPolicy snapshots(Parameters parameters) {
        return snapshots.of(parameters);
    }

    @Override
    public List<ConfigurationModel> configurations(Parameters parameters) {
        return models(parameters).values().stream().map(CompiledModel::model).toList();
    }

    /** How its articles are configured, by product. */
    public Map<String, CompiledModel> models(Parameters parameters) {
        return models.of(parameters);
    }

    /** Never fails: while the vendor's code does, what it answered last stands. */
    @Override
    public AccountPolicy accounts(Parameters parameters) {
        try {
            lastAccounts = accounts.of(parameters);
        } catch (VendorFailure e) {
            LOG.debug(
                    "The account policy of {} stays as it was",
                    composed.descriptor().id().value());
        }
        return lastAccounts;
    }

    /** What it answered last, without asking. */
    AccountPolicy lastAccounts() {
        return lastAccounts;
    }

    private record Pricing(GuardedPart guard, PricingModule behind, ModuleInfo info, Answers answers)
            implements PricingModule {

        @Override
        public Contribution contribute(Phase phase, PricingRequest request) {
            return guard.call(
                    () -> answers.contribution(phase, request.lines().size(), behind.contribute(phase, request)));
        }
    }

    private record Shipping(GuardedPart guard, ShippingModule behind, ModuleInfo info, Answers answers)
            implements ShippingModule {

        @Override
        public List<DeliveryOption> options(PricingRequest request) {
            return guard.call(() -> answers.options(behind.options(request)));
        }
    }

    private record Loyalty(GuardedPart guard, LoyaltyProgram behind, ModuleInfo info, Memo<List<Tier>> known)
            implements LoyaltyProgram {

        static LoyaltyProgram of(GuardedPart guard, Part<LoyaltyProgram> part) {
            LoyaltyProgram behind = part.code();
            return new Loyalty(
                    guard,
                    behind,
                    part.info(),
                    new Memo<>(parameters -> guard.call(() -> Answers.tiers(part.source(), behind.tiers(parameters)))));
        }

        @Override
        public List<Tier> tiers(Parameters parameters) {
            return known.of(parameters);
        }

        @Override
        public Optional<String> suggest(History history, Parameters parameters) {
            return guard.call(() -> behind.suggest(history, parameters));
        }
    }

    private record Rule(GuardedPart guard, CartRule behind) implements CartRule {

        @Override
        public List<Objection> check(CartFacts facts) {
            return guard.call(() ->
                    Answers.objections(guard.source(), facts.goods().lines().size(), behind.check(facts)));
        }
    }
}
