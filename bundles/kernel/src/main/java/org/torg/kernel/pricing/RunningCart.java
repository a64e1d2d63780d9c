package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.pricing.TraceEntry.Standing;

/**
 * A price in the making: the amounts as the steps so far have left them, and the trace of these steps. No amount falls
 * below zero. Used by one calculation, then thrown away.
 */
final class RunningCart {

    /** Of a step that belongs to no one category: the goods as a whole, or a charge that follows them. */
    private static final String GOODS = "";

    private final PriceInput input;
    private final CurrencyUnit currency;
    private final Map<LineId, Integer> index;
    private final BigMoney[] listPrices;
    private final long[] list;
    private final long[] base;
    private final long[] amounts;
    private final RunningCharges charges = new RunningCharges();
    private final List<TraceEntry> trace;

    RunningCart(PriceInput input, CurrencyUnit currency) {
        int size = input.lines().size();
        this.input = input;
        this.currency = currency;
        this.index = new HashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
            index.put(input.lines().get(i).id(), i);
        }
        this.listPrices = new BigMoney[size];
        this.list = new long[size];
        this.base = new long[size];
        this.amounts = new long[size];
        this.trace = new ArrayList<>(size * 3 + 8);
    }

    /** Where a line stands; empty when there is none with this id. */
    Optional<Integer> indexOf(LineId line) {
        return Optional.ofNullable(index.get(line));
    }

    int lines() {
        return amounts.length;
    }

    long amount(int line) {
        return amounts[line];
    }

    long goods() {
        return sum(amounts);
    }

    Money money(long minor) {
        return MinorUnits.money(currency, minor);
    }

    /** Sets the line's list amount. */
    void list(int line, Value.UnitPrice price, Step step) {
        long amount = times(line, price);
        listPrices[line] = price.price();
        list[line] = amount;
        base[line] = amount;
        set(line, amount);
        note(step, line, Optional.of(price), 0, amount, Standing.APPLIED);
    }

    /** What options have added belongs to the base of the rates that follow. */
    void closeOptions() {
        System.arraycopy(amounts, 0, base, 0, amounts.length);
    }

    /** What this value would add to the line's amount, zero not yet being the limit. */
    long effect(int line, Value value) {
        if (value instanceof Value.UnitPrice price) {
            return times(line, price) - amounts[line];
        }
        return effect(value, base[line], amounts[line]);
    }

    /** What this value would add to the goods or as a charge. */
    long effect(Value value) {
        return effect(value, sum(base), goods());
    }

    private static long effect(Value value, long listBase, long running) {
        if (value instanceof Value.Rate rate) {
            return MinorUnits.percent(rate.base() == Base.LIST ? listBase : running, rate.percent());
        }
        if (value instanceof Value.Amount amount) {
            return MinorUnits.of(amount.amount());
        }
        throw new IllegalArgumentException("a unit price needs a line");
    }

    /** Adjusts one line. */
    void adjust(int line, Value value, Step step) {
        long wanted = effect(line, value);
        long before = amounts[line];
        long result = Math.max(wanted, -before);
        set(line, before + result);
        long applied = value instanceof Value.Rate rate && rate.base() == Base.LIST ? base[line] : before;
        note(step, line, Optional.of(value), applied, result, standing(wanted, result));
    }

    /**
     * Sets what some lines come to together, to the last minor unit, in proportion to what they come to now; alike when that is
     * nothing.
     *
     * @param price of one of what these lines make up
     */
    void together(List<Integer> lines, BigMoney price, int quantity, Step step) {
        long[] before = lines.stream().mapToLong(line -> amounts[line]).toArray();
        long[] shares = Allocation.spread(times(lines.get(0), price, quantity), before);
        for (int i = 0; i < shares.length; i++) {
            adjust(lines.get(i), new Value.Amount(money(shares[i] - before[i])), step);
        }
    }

    /** Adjusts all lines together, each by its share. */
    void adjustGoods(Value value, Step step) {
        long wanted = effect(value);
        long before = goods();
        long result = Math.max(wanted, -before);
        long[] shares = Allocation.spread(result, amounts);
        for (int i = 0; i < amounts.length; i++) {
            set(i, amounts[i] + shares[i]);
        }
        noteOrder(step, Optional.empty(), GOODS, value, appliedTo(value, before), result, standing(wanted, result));
    }

    /**
     * Adds a charge, or takes from the charges of this kind in their order when the value is negative.
     *
     * @param vatCategory of the charge; empty for one that follows the goods
     */
    void charge(ChargeKind kind, Value value, Optional<String> vatCategory, Step step) {
        long wanted = effect(value);
        long ofKind = charged(kind);
        long result = Math.max(wanted, -ofKind);
        long applied = value instanceof Value.Rate ? appliedTo(value, goods()) : ofKind;
        if (wanted >= 0) {
            charges.add(kind, step, vatCategory, limit(result, "/lines"));
        } else {
            charges.take(kind, -result);
        }
        noteOrder(step, Optional.of(kind), vatCategory.orElse(GOODS), value, applied, result, standing(wanted, result));
    }

    /** Sum of the charges of a kind. */
    long charged(ChargeKind kind) {
        return charges.of(kind);
    }

    /** Notes a candidate for a line that does not count; the step's message says why. */
    void reject(int line, Optional<Value> value, Step step) {
        note(step, line, value, amounts[line], 0, Standing.REJECTED);
    }

    /** Notes a candidate for the order that does not count; the step's message says why. */
    void rejectOrder(Optional<ChargeKind> kind, Optional<Value> value, Step step) {
        Money zero = Money.zero(currency);
        trace.add(new TraceEntry(
                step.phase(),
                Optional.empty(),
                1,
                kind,
                step.module(),
                step.rule(),
                step.message(),
                value,
                money(goods()),
                zero,
                GOODS,
                Standing.REJECTED));
    }

    void noteTax(String category, Value.Rate rate, Money taxable, Money vat, Step step) {
        trace.add(new TraceEntry(
                step.phase(),
                Optional.empty(),
                1,
                Optional.empty(),
                step.module(),
                step.rule(),
                step.message(),
                Optional.of(rate),
                taxable,
                vat,
                category,
                Standing.APPLIED));
    }

    /** Goods and charges by VAT category. */
    Map<String, Long> taxable() {
        SortedMap<String, Long> goods = goodsByCategory();
        Map<String, Long> sums = new TreeMap<>(goods);
        for (Charge charge : charges.done(currency, goods)) {
            sums.merge(charge.vatCategory(), MinorUnits.of(charge.net()), Long::sum);
        }
        return sums;
    }

    private SortedMap<String, Long> goodsByCategory() {
        SortedMap<String, Long> sums = new TreeMap<>();
        for (int i = 0; i < amounts.length; i++) {
            sums.merge(input.lines().get(i).variant().vatCategory(), amounts[i], Long::sum);
        }
        return sums;
    }

    BigMoney listPrice(int line) {
        return listPrices[line];
    }

    long listAmount(int line) {
        return list[line];
    }

    List<Charge> charges() {
        return charges.done(currency, goodsByCategory());
    }

    List<TraceEntry> trace() {
        return trace;
    }

    private long appliedTo(Value value, long running) {
        return value instanceof Value.Rate rate && rate.base() == Base.LIST ? sum(base) : running;
    }

    private long times(int line, Value.UnitPrice price) {
        return times(line, price.price(), input.lines().get(line).quantity());
    }

    private static long times(int line, BigMoney price, int quantity) {
        try {
            return MinorUnits.times(price, quantity);
        } catch (ArithmeticException e) {
            return limit(Long.MAX_VALUE, "/lines/" + line + "/quantity");
        }
    }

    private void set(int line, long amount) {
        amounts[line] = amount > MinorUnits.MOST ? limit(amount, "/lines/" + line + "/quantity") : amount;
    }

    private static long limit(long amount, String field) {
        if (amount > MinorUnits.MOST) {
            throw new RefusedException(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "amount-too-large", "The amount is too large.")
                            .with(List.of(Refusal.detail(field, "amount-too-large", "The amount is too large."))));
        }
        return amount;
    }

    private static Standing standing(long wanted, long result) {
        return wanted == result ? Standing.APPLIED : Standing.LIMITED;
    }

    private void note(Step step, int line, Optional<Value> value, long before, long result, Standing standing) {
        PriceInput.Line facts = input.lines().get(line);
        trace.add(new TraceEntry(
                step.phase(),
                Optional.of(facts.id()),
                facts.quantity(),
                Optional.empty(),
                step.module(),
                step.rule(),
                step.message(),
                value,
                money(before),
                money(result),
                facts.variant().vatCategory(),
                standing));
    }

    private void noteOrder(
            Step step,
            Optional<ChargeKind> kind,
            String vatCategory,
            Value value,
            long before,
            long result,
            Standing standing) {
        trace.add(new TraceEntry(
                step.phase(),
                Optional.empty(),
                1,
                kind,
                step.module(),
                step.rule(),
                step.message(),
                Optional.of(value),
                money(before),
                money(result),
                vatCategory,
                standing));
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
