package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.PricedCart.PricedLine;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.TaxRates;
import org.torg.api.pricing.VatAmount;
import org.torg.api.store.PriceStore.PriceRow;

/**
 * The one class that computes money: from facts to a price with its trace, phase by phase. A pure function: modules are
 * asked, nothing is loaded, and the same facts give the same price. Modules answer adjustments; what these come to, how
 * it is rounded, spread, limited and taxed is decided here and in the amounts below ({@link RunningCart}).
 */
final class PriceCalculation {

    /** Names the kernel's own rules in a trace; the version changes when the rules do. */
    static final ModuleRef KERNEL = new ModuleRef("torg.pricing", "3");

    private static final Message LIST_PRICE = Message.of("price.list", "List price");
    private static final Message AGREED = Message.of("price.agreed", "Agreed price");
    private static final Message QUOTED = Message.of("price.quoted", "Quoted price");
    private static final Message NOT_BETTER =
            Message.of("price.agreed-not-better", "The agreed price is not better than the price after the discounts.");
    private static final Message OTHER_BETTER =
            Message.of("price.agreed-other-better", "Another agreed price is better.");

    private final PriceInput input;
    private final TaxRates rates;
    private final CurrencyUnit currency;
    private final RunningCart cart;
    private final ModuleRequests requests;
    private final Set<ModuleRef> asked = new LinkedHashSet<>();

    /**
     * @param cart the price
     * @param options all delivery options, the chosen one among them
     */
    record Result(PricedCart cart, List<DeliveryOption> options) {}

    /** The price of goods alone, without charges. */
    record GoodsPrice(BigMoney list, Money net) {}

    private PriceCalculation(PriceInput input, TaxRates rates) {
        this.input = input;
        this.rates = rates;
        this.currency = input.parameters().currency();
        this.cart = new RunningCart(input, currency);
        this.requests = new ModuleRequests(input, cart);
    }

    /**
     * Prices a cart. Refused with {@code price-missing}, {@code delivery-option-unknown}, {@code amount-too-large},
     * {@code tax-rate-missing}.
     *
     * @throws org.torg.api.vendor.VendorFailure when vendor code fails
     */
    static Outcome<Result> calculate(PriceInput input, TaxRates rates) {
        try {
            return Outcome.done(new PriceCalculation(input, rates).cart());
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }

    /** The price of a cart of one line before charges; refused with {@code price-missing}, {@code amount-too-large}. */
    static Outcome<GoodsPrice> goods(PriceInput input, TaxRates rates) {
        try {
            PriceCalculation calculation = new PriceCalculation(input, rates);
            calculation.goods();
            return Outcome.done(
                    new GoodsPrice(calculation.cart.listPrice(0), calculation.cart.money(calculation.cart.amount(0))));
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }

    private Result cart() {
        goods();
        modules(Phase.CHARGE);
        Freight freight = Freight.of(input, requests, asked);
        freight.charge(cart);
        modules(Phase.FREIGHT);
        freight.waive(cart);
        return result(freight, tax());
    }

    private void goods() {
        asked.add(KERNEL);
        list();
        modules(Phase.OPTION);
        cart.closeOptions();
        loyalty();
        modules(Phase.LOYALTY);
        agreement();
        modules(Phase.AGREEMENT);
        modules(Phase.CAMPAIGN);
        quoted();
    }

    private void list() {
        List<Refusal.Detail> missing = new ArrayList<>();
        for (int i = 0; i < cart.lines(); i++) {
            Optional<PriceRow> row = rows(i).standard();
            if (row.isEmpty()) {
                missing.add(Refusal.detail("/lines/" + i + "/sku", "price-missing", "This article has no price."));
                continue;
            }
            cart.list(
                    i,
                    new Value.UnitPrice(row.get().price()),
                    listStep(row.get(), input.lines().get(i).partOf()));
        }
        if (!missing.isEmpty()) {
            throw new RefusedException(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "price-missing", "An article has no price.")
                            .with(missing));
        }
    }

    private static Step listStep(PriceRow row, Optional<LineId> partOf) {
        Message message = partOf.map(line -> partPrice(row, line)).orElseGet(() -> listPrice(row));
        return new Step(Phase.LIST, KERNEL, "list." + row.list(), message);
    }

    private static Message listPrice(PriceRow row) {
        return row.minQuantity() == 1
                ? LIST_PRICE
                : Message.of("price.list-break", "List price from {0} pieces", Argument.number(row.minQuantity()));
    }

    private static Message partPrice(PriceRow row, LineId line) {
        return row.minQuantity() == 1
                ? Message.of(
                        "price.list-part",
                        "List price of a part of line {0} as configured",
                        Argument.text(line.value()))
                : Message.of(
                        "price.list-break-part",
                        "List price from {0} pieces of a part of line {1} as configured",
                        Argument.number(row.minQuantity()),
                        Argument.text(line.value()));
    }

    private void loyalty() {
        Optional<LoyaltyProgram> program = input.vendor().loyalty();
        if (program.isEmpty() || input.tier().isEmpty()) {
            return;
        }
        Tier tier = input.tier().get();
        ModuleRef module = program.get().info().ref();
        asked.add(module);
        Step step = new Step(
                Phase.LOYALTY,
                module,
                "loyalty." + tier.code(),
                Message.of(
                        "price.loyalty",
                        "Loyalty tier {0}: {1} off",
                        Argument.word(tier.name()),
                        Argument.percent(tier.discountPercent())));
        Value discount = new Value.Rate(tier.discountPercent().negate(), Base.RUNNING);
        for (int i = 0; i < cart.lines(); i++) {
            cart.adjust(i, discount, step);
        }
    }

    /** Agreed prices replace what loyalty left when they are better for the buyer, and never add to it (L19). */
    private void agreement() {
        for (int i = 0; i < cart.lines(); i++) {
            List<PriceRow> agreed = rows(i).agreed(input.buyer());
            if (agreed.isEmpty()) {
                continue;
            }
            PriceRow best = bestForBuyer(i, agreed);
            if (best != null) {
                cart.adjust(i, new Value.UnitPrice(best.price()), agreementStep(best, AGREED));
            }
            Message why = best == null ? NOT_BETTER : OTHER_BETTER;
            for (PriceRow row : agreed) {
                if (!row.equals(best)) {
                    cart.reject(i, Optional.of(new Value.UnitPrice(row.price())), agreementStep(row, why));
                }
            }
        }
    }

    private @Nullable PriceRow bestForBuyer(int line, List<PriceRow> agreed) {
        PriceRow best = null;
        long lowest = 0;
        for (PriceRow row : agreed) {
            long effect = cart.effect(line, new Value.UnitPrice(row.price()));
            if (effect < lowest) {
                lowest = effect;
                best = row;
            }
        }
        return best;
    }

    private static Step agreementStep(PriceRow row, Message message) {
        String rule = row.group().map(group -> "agreement.group." + group).orElse("agreement.account");
        return new Step(Phase.AGREEMENT, KERNEL, rule, message);
    }

    /** What staff have offered takes the place of everything before it, discounts of tier and campaign included (L19). */
    private void quoted() {
        Map<LineId, List<Integer>> parts = new LinkedHashMap<>();
        for (int i = 0; i < cart.lines(); i++) {
            PriceInput.Line line = input.lines().get(i);
            if (line.quoted().isEmpty()) {
                continue;
            }
            if (line.partOf().isPresent()) {
                parts.computeIfAbsent(line.partOf().get(), whole -> new ArrayList<>())
                        .add(i);
            } else {
                cart.adjust(
                        i,
                        new Value.UnitPrice(line.quoted().get().price()),
                        new Step(Phase.CAMPAIGN, KERNEL, "quote", QUOTED));
            }
        }
        parts.forEach(this::quoted);
    }

    /** The parts share the offer as they would have shared the price. */
    private void quoted(LineId whole, List<Integer> parts) {
        PriceInput.Quoted offer = input.lines().get(parts.get(0)).quoted().orElseThrow();
        Message message = Message.of(
                "price.quoted-part",
                "Part of the quoted price of line {0} as configured",
                Argument.text(whole.value()));
        cart.together(parts, offer.price(), offer.quantity(), new Step(Phase.CAMPAIGN, KERNEL, "quote", message));
    }

    private void modules(Phase phase) {
        Contributions contributions = null;
        for (PricingModule module : input.vendor().pricing()) {
            if (module.info().phases().contains(phase)) {
                if (contributions == null) {
                    contributions =
                            new Contributions(input.vendor().descriptor().id(), phase);
                }
                ModuleRef ref = module.info().ref();
                asked.add(ref);
                contributions.add(module.contribute(phase, requests.now()), ref, cart);
            }
        }
        if (contributions != null) {
            contributions.applyTo(cart);
        }
    }

    private List<VatAmount> tax() {
        Map<String, Long> taxable = cart.taxable();
        List<VatAmount> vat = VatCalculation.vat(rates, input.country(), input.date(), currency, taxable)
                .orElseThrow();
        for (VatAmount amount : vat) {
            Message message = Message.of("price.vat", "VAT {0}", Argument.percent(amount.ratePercent()));
            cart.noteTax(
                    amount.category(),
                    new Value.Rate(amount.ratePercent(), Base.RUNNING),
                    amount.taxable(),
                    amount.vat(),
                    new Step(Phase.TAX, KERNEL, "vat." + amount.category(), message));
        }
        return vat;
    }

    private Result result(Freight freight, List<VatAmount> vat) {
        List<PricedLine> lines = new ArrayList<>(cart.lines());
        for (int i = 0; i < cart.lines(); i++) {
            PriceInput.Line line = input.lines().get(i);
            lines.add(new PricedLine(
                    line.id(),
                    line.variant().sku(),
                    line.quantity(),
                    cart.listPrice(i),
                    cart.money(cart.listAmount(i)),
                    cart.money(cart.amount(i)),
                    line.variant().vatCategory(),
                    line.partOf()));
        }
        long net = cart.taxable().values().stream().mapToLong(Long::longValue).sum();
        long tax = vat.stream().mapToLong(amount -> MinorUnits.of(amount.vat())).sum();
        List<ModuleRef> modules = List.copyOf(asked);
        PricedCart priced = new PricedCart(
                input.vendor().descriptor().id(),
                input.buyer().account(),
                input.generation(),
                input.date(),
                input.destination().orElseGet(() -> new Destination(input.country(), "", Destination.Kind.BUSINESS)),
                currency,
                lines,
                cart.charges(),
                vat,
                cart.money(net),
                cart.money(tax),
                cart.money(net + tax),
                freight.chosen().map(Freight.Offered::option),
                cart.trace(),
                modules,
                FactsHash.of(input, modules, vat),
                input.pricedAt(),
                input.expiresAt());
        return new Result(priced, freight.options());
    }

    private PriceRows rows(int line) {
        PriceInput.Line facts = input.lines().get(line);
        return new PriceRows(facts.rows(), facts.quantity(), input.date(), currency);
    }
}
