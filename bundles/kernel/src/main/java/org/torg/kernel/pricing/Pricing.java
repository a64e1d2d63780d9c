package org.torg.kernel.pricing;

import static org.torg.api.account.Function.PRICE_READ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Scope;
import org.torg.api.cart.CartRule;
import org.torg.api.cart.CartRule.CartFacts;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.TaxRates;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.AccountTerms;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.SnapshotPolicy;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.AddressBook;
import org.torg.kernel.command.Gate;
import org.torg.kernel.vendor.CurrentParameters;
import org.torg.kernel.vendor.Generation;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.GuardedVendor;
import org.torg.kernel.vendor.VendorRegistry;

/**
 * Prices for the rest of the kernel: loads the facts, has them computed, and hands both over, so that an order loads
 * nothing twice. None of it opens a writing transaction. Vendor code is called: not to be used inside a transaction.
 */
@Component(service = Pricing.class)
public final class Pricing {

    private final Generations generations;
    private final Gate gate;
    private final Clock clock;
    private final Stores stores;
    private final TaxRates rates;
    private final Snapshots snapshots;
    private final Configurator configurator;

    private record Stores(Transactions transactions, AccountStore accounts, CatalogStore catalog, PriceStore prices) {}

    @Activate
    public Pricing(
            @Reference Generations generations,
            @Reference Gate gate,
            @Reference Clock clock,
            @Reference Transactions transactions,
            @Reference AccountStore accounts,
            @Reference CatalogStore catalog,
            @Reference PriceStore prices,
            @Reference TaxRates rates,
            @Reference Snapshots snapshots,
            @Reference Configurator configurator) {
        this.generations = generations;
        this.gate = gate;
        this.clock = clock;
        this.stores = new Stores(transactions, accounts, catalog, prices);
        this.rates = rates;
        this.snapshots = snapshots;
        this.configurator = configurator;
    }

    /** Which lines of a request are priced. */
    public enum Lines {
        /** All, or the request is refused. */
        ALL,
        /** Those that have a price, configured ones as far as they are answered; {@link Expansion#left()} names the others. */
        AS_FAR_AS_POSSIBLE
    }

    /** {@link #with} and {@link #price(PriceFacts)}: at most three statements. */
    public Outcome<Priced> price(Caller caller, PriceRequest request) {
        return with(caller, request, this::price);
    }

    /**
     * Checks the request, loads account, agreement, variants and stock - two statements - and evaluates them under one
     * generation of the vendor from beginning to end. Needs {@code PRICE_READ} for the caller's account. Refused with
     * {@code account-not-found}, {@code vendor-required}, {@code vendor-unavailable}, {@code vendor-failed},
     * {@code currency-mismatch}, {@code lines-missing}, {@code lines-too-many}, {@code line-duplicate},
     * {@code quantity-invalid}, {@code sku-unknown}; details are JSON pointers into the request. Where something is configured
     * there is one statement more, and it is refused with {@code configuration-none}, {@code configuration-incomplete},
     * {@code configuration-conflicts}, {@code configuration-empty}, {@code line-id-invalid} too.
     */
    public <T> Outcome<T> with(Caller caller, PriceRequest request, Function<PriceFacts, Outcome<T>> evaluation) {
        return with(caller, request, Lines.ALL, evaluation);
    }

    /** The same; as far as possible there may be no line at all. */
    public <T> Outcome<T> with(
            Caller caller, PriceRequest request, Lines lines, Function<PriceFacts, Outcome<T>> evaluation) {
        Optional<AccountId> account = caller.account();
        if (account.isEmpty()) {
            return Outcome.refused(
                    gate.requireAnywhere(caller, PRICE_READ).orElseGet(() -> Refusal.notFound("account")));
        }
        Optional<VendorId> named = request.vendor().or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo));
        if (named.filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.refused(VendorRegistry.unknown());
        }
        return generations.using(named, generation -> {
            VendorDescriptor vendor = generation.vendor().descriptor();
            Optional<Refusal> denied = caller.may(PRICE_READ, Scope.of(vendor.id()))
                    ? Optional.empty()
                    : gate.requireInAccount(caller, PRICE_READ);
            denied = denied.or(() -> RequestCheck.form(request, vendor.currency()));
            return denied.isPresent()
                    ? Outcome.refused(denied.get())
                    : guarded(() -> load(caller, generation, account.get(), request, lines))
                            .flatMap(evaluation);
        });
    }

    /**
     * The facts as of a customer for whom the vendor's staff ask; whether they may is for the caller of this to see to. Refused as
     * {@link #with}, rights excepted.
     */
    public <T> Outcome<T> of(
            Caller staff,
            AccountId account,
            VendorId vendor,
            PriceRequest request,
            Function<PriceFacts, Outcome<T>> evaluation) {
        return generations.using(Optional.of(vendor), generation -> RequestCheck.form(
                        request, generation.vendor().descriptor().currency())
                .<Outcome<T>>map(Outcome::refused)
                .orElseGet(() -> guarded(() -> load(staff, generation, account, request, Lines.ALL))
                        .flatMap(evaluation)));
    }

    /**
     * The facts as of a customer, under a generation that need not serve, on a day that need not be today; rights are for the
     * caller of this to see to. Refused as {@link #with}, rights excepted.
     */
    Outcome<PriceFacts> on(
            LocalDate date, Caller staff, Generation generation, AccountId account, PriceRequest request) {
        return RequestCheck.form(request, generation.vendor().descriptor().currency())
                .<Outcome<PriceFacts>>map(Outcome::refused)
                .orElseGet(() -> guarded(() -> load(staff, generation, account, request, Lines.ALL, date)));
    }

    private record Loaded(Optional<AccountTerms> terms, List<StockedVariant> variants) {}

    private Outcome<PriceFacts> load(
            Caller caller, Generation generation, AccountId buyer, PriceRequest request, Lines lines) {
        LocalDate today = clock.today(generation.vendor().descriptor().seller().zone());
        return load(caller, generation, buyer, request, lines, today);
    }

    private Outcome<PriceFacts> load(
            Caller caller, Generation generation, AccountId buyer, PriceRequest request, Lines lines, LocalDate date) {
        GuardedVendor vendor = generation.vendor();
        VendorId id = vendor.descriptor().id();
        Set<Sku> skus = new LinkedHashSet<>();
        request.lines().forEach(line -> skus.add(line.sku()));
        Loaded loaded = stores.transactions()
                .read(tx -> new Loaded(
                        stores.accounts().terms(tx, buyer, id), stores.catalog().variants(tx, id, skus)));
        if (loaded.terms().isEmpty()) {
            return Outcome.refused(Refusal.notFound("account"));
        }
        CurrentParameters current = generation.parameters(date);
        Articles articles = new Articles(loaded.variants(), more -> stores.transactions()
                .read(tx -> stores.catalog().variants(tx, id, more)));
        return LineExpansion.of(
                        request,
                        lines,
                        articles,
                        (product, answers) -> configurator.guide(vendor, current, date, product, answers))
                .map(expanded ->
                        facts(caller, vendor, current, date, loaded.terms().get(), request, expanded));
    }

    private PriceFacts facts(
            Caller caller,
            GuardedVendor vendor,
            CurrentParameters current,
            LocalDate date,
            AccountTerms terms,
            PriceRequest request,
            LineExpansion.Expanded expanded) {
        Account account = AddressBook.seenBy(caller, terms.account());
        return new PriceFacts(
                vendor,
                current,
                date,
                account,
                terms.agreement(),
                tier(vendor, current.parameters(), terms.agreement()),
                new PriceRequest(
                        request.vendor(),
                        request.currency(),
                        expanded.lines(),
                        request.destination(),
                        request.deliveryOption()),
                expanded.variants(),
                request.destination().orElseGet(() -> destination(account)),
                terms.approvals(),
                expanded.expansion());
    }

    /** The agreed tier; the programme's first where nothing, or a tier that it does not know, was agreed (L08). */
    static Optional<Tier> tier(Vendor vendor, Parameters parameters, Agreement agreement) {
        Optional<LoyaltyProgram> program = vendor.loyalty();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        List<Tier> tiers = program.get().tiers(parameters);
        for (Tier tier : tiers) {
            if (agreement.tier().filter(tier.code()::equals).isPresent()) {
                return Optional.of(tier);
            }
        }
        return tiers.stream().findFirst();
    }

    static Destination destination(Account account) {
        Address address = account.deliveries().get(0).address();
        return new Destination(address.country(), address.postcode(), Destination.Kind.BUSINESS);
    }

    /**
     * Computes today's price: one statement for the price rows. Refused with {@code price-missing},
     * {@code delivery-option-unknown}, {@code amount-too-large}, {@code country-not-served}, {@code tax-rate-missing},
     * {@code vendor-failed}.
     */
    public Outcome<Priced> price(PriceFacts facts) {
        return price(facts, Map.of());
    }

    /**
     * {@link #price(PriceFacts)} with prices that staff offer.
     *
     * @param quoted net price of one, by line as it was asked for: of a configured one, of all its parts together
     */
    public Outcome<Priced> price(PriceFacts facts, Map<LineId, BigMoney> quoted) {
        Optional<Refusal> unserved = unserved(facts);
        if (unserved.isPresent()) {
            return Outcome.refused(unserved.get());
        }
        Set<Sku> skus = new LinkedHashSet<>();
        facts.variants().forEach(variant -> skus.add(variant.variant().sku()));
        List<PriceRow> rows = stores.transactions().read(tx -> stores.prices()
                .prices(
                        tx,
                        facts.vendorId(),
                        skus,
                        facts.account().id(),
                        facts.agreement().groups(),
                        facts.date()));
        var now = clock.now();
        PriceInput input = new PriceInput(
                facts.vendor(),
                facts.parameters().generation(),
                facts.parameters().parameters(),
                facts.date(),
                facts.buyer(),
                facts.tier(),
                lines(facts, rows, quoted),
                Optional.of(facts.destination()),
                facts.destination().country(),
                facts.request().deliveryOption(),
                now,
                now.plus(snapshots.lifetime()));
        // Here and not on the vendor's threads, whose time a slow database must not take.
        facts.variants().stream()
                .map(variant -> variant.variant().vatCategory())
                .distinct()
                .forEach(category -> rates.rate(facts.destination().country(), category, facts.date()));
        Outcome<Priced> priced = guarded(() -> facts.vendor()
                .evaluate(() -> PriceCalculation.calculate(input, rates))
                .map(result -> new Priced(facts, result.cart(), result.options())));
        return pointed(facts, priced);
    }

    /** A part is not known to who asked: what is wrong with it is wrong with the line that yields it. */
    private static <T> Outcome<T> pointed(PriceFacts facts, Outcome<T> outcome) {
        return outcome instanceof Outcome.Refused<T> refused
                ? Outcome.refused(facts.expansion().pointed(refused.refusal()))
                : outcome;
    }

    private static List<PriceInput.Line> lines(PriceFacts facts, List<PriceRow> rows, Map<LineId, BigMoney> quoted) {
        Map<Sku, List<PriceRow>> bySku = bySku(rows);
        List<PriceInput.Line> lines = new ArrayList<>(facts.variants().size());
        for (int i = 0; i < facts.variants().size(); i++) {
            PriceRequest.Line line = facts.request().lines().get(i);
            lines.add(new PriceInput.Line(
                    line.id(),
                    line.quantity(),
                    facts.variants().get(i).variant(),
                    bySku.getOrDefault(line.sku(), List.of()),
                    quoted(facts.expansion(), i, quoted),
                    facts.expansion().partOf(i)));
        }
        return lines;
    }

    /** What is offered for a configured line is offered for all that it yields together. */
    private static Optional<PriceInput.Quoted> quoted(Expansion expansion, int priced, Map<LineId, BigMoney> quoted) {
        PriceRequest.Line asked = expansion.asked().get(expansion.origin(priced));
        return Optional.ofNullable(quoted.get(asked.id())).map(price -> new PriceInput.Quoted(price, asked.quantity()));
    }

    static Map<Sku, List<PriceRow>> bySku(List<PriceRow> rows) {
        Map<Sku, List<PriceRow>> bySku = new HashMap<>();
        for (PriceRow row : rows) {
            bySku.computeIfAbsent(row.sku(), sku -> new ArrayList<>()).add(row);
        }
        return bySku;
    }

    private static Optional<Refusal> unserved(PriceFacts facts) {
        if (facts.vendor().descriptor().markets().contains(facts.destination().country())) {
            return Optional.empty();
        }
        String why = "This vendor does not deliver to that country.";
        return Optional.of(Refusal.of(Refusal.Kind.UNPROCESSABLE, "country-not-served", why)
                .with(List.of(Refusal.detail("/destination/country", "country-not-served", why))));
    }

    /**
     * Takes a price that was shown earlier instead of today's, without a statement. A vendor may choose to have it computed
     * anew when modules or parameters have changed since. Refused with {@code snapshot-mismatch} unless vendor, account,
     * country, delivery option and lines are the same, and with {@code price-changed} by a vendor that prices anew.
     *
     * @param shown from a snapshot that has been opened, which is to say: verified and not expired
     */
    public Outcome<Priced> honour(PriceFacts facts, PricedCart shown) {
        List<Refusal.Detail> differences = ShownPrice.differences(facts, shown);
        if (!differences.isEmpty()) {
            return pointed(
                    facts,
                    Outcome.refused(Refusal.of(
                                    Refusal.Kind.UNPROCESSABLE,
                                    "snapshot-mismatch",
                                    "The price was shown for something else.")
                            .with(differences)));
        }
        Outcome<SnapshotPolicy> policy = guarded(() -> Outcome.done(policy(facts, shown)));
        return policy.flatMap(known -> known == SnapshotPolicy.REPRICE
                ? reprice(facts, shown)
                : Outcome.done(
                        new Priced(facts, shown, shown.deliveryOption().stream().toList())));
    }

    /**
     * Takes the price of an offer, whatever has changed since. Refused with {@code quote-mismatch} unless it is for the same.
     */
    public Outcome<Priced> keep(PriceFacts facts, PricedCart offered) {
        List<Refusal.Detail> differences = ShownPrice.differences(facts, offered);
        return differences.isEmpty()
                ? Outcome.done(new Priced(
                        facts, offered, offered.deliveryOption().stream().toList()))
                : Outcome.refused(
                        Refusal.of(Refusal.Kind.UNPROCESSABLE, "quote-mismatch", "The quote is for something else.")
                                .with(differences));
    }

    private static SnapshotPolicy policy(PriceFacts facts, PricedCart shown) {
        return shown.generation() == facts.parameters().generation()
                ? SnapshotPolicy.HONOUR
                : facts.vendor().snapshots(facts.parameters().parameters());
    }

    private Outcome<Priced> reprice(PriceFacts facts, PricedCart shown) {
        return price(facts.with(shown.deliveryOption().map(DeliveryOption::code)))
                .flatMap(now -> {
                    List<Refusal.Detail> changes = ShownPrice.changes(shown, now.cart());
                    return changes.isEmpty()
                            ? Outcome.done(now)
                            : pointed(
                                    facts,
                                    Outcome.refused(Refusal.of(
                                                    Refusal.Kind.CONFLICT,
                                                    "price-changed",
                                                    "The price has changed since it was shown: it was {0} and is {1}.",
                                                    Argument.amount(shown.gross()),
                                                    Argument.amount(now.cart().gross()))
                                            .with(changes)));
                });
    }

    /**
     * What the vendor's cart rules have against it; empty when nothing stands in the way. Refused with
     * {@code vendor-failed}.
     *
     * @param delivery what was chosen; empty before that
     * @param contact of the order; empty before checkout
     */
    public Outcome<List<Objection>> objections(
            Priced priced, Optional<DeliveryChoice> delivery, Optional<Contact> contact) {
        return guarded(() -> {
            PricingRequest goods = ShownPrice.goods(priced, delivery);
            Expansion expansion = priced.facts().expansion();
            CartFacts facts = new CartFacts(
                    goods, delivery, priced.cart().deliveryOption(), contact, ShownPrice.configured(expansion));
            GuardedVendor vendor = priced.facts().vendor();
            return vendor.evaluate(() -> {
                List<Objection> objections = new ArrayList<>();
                for (CartRule rule : vendor.cartRules()) {
                    objections.addAll(rule.check(facts));
                }
                return Outcome.done(asked(priced, objections));
            });
        });
    }

    /** An objection to a part is one to the line that yields it. */
    private static List<Objection> asked(Priced priced, List<Objection> objections) {
        Map<LineId, LineId> origins = new HashMap<>();
        priced.cart().lines().forEach(line -> origins.put(line.id(), line.bought()));
        return objections.stream()
                .map(objection -> new Objection(
                        objection.code(),
                        objection.message(),
                        objection.line().map(line -> origins.getOrDefault(line, line))))
                .distinct()
                .toList();
    }

    private static <T> Outcome<T> guarded(Supplier<Outcome<T>> evaluation) {
        try {
            return evaluation.get();
        } catch (VendorFailure e) {
            return Outcome.refused(VendorRegistry.failed());
        }
    }
}
