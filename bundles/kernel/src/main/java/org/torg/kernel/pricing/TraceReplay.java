package org.torg.kernel.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.pricing.TraceEntry.Standing;

/**
 * Recomputes a price from its trace alone: what each step asked for is applied again, and what it is said to have given is
 * compared. It shares no arithmetic with the calculation, so that one checks the other.
 */
public final class TraceReplay {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CurrencyUnit currency;
    private final Map<LineId, Line> lines = new LinkedHashMap<>();
    private final List<Charge> charges = new ArrayList<>();
    private final SortedMap<String, BigDecimal> vat = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private boolean optionsClosed;

    private static final class Line {
        private final String vatCategory;
        private BigDecimal base;
        private BigDecimal running;

        Line(String vatCategory, BigDecimal amount) {
            this.vatCategory = vatCategory;
            this.base = amount;
            this.running = amount;
        }
    }

    private static final class Charge {
        private final ChargeKind kind;
        private final String vatCategory;
        private BigDecimal net;

        Charge(ChargeKind kind, String vatCategory, BigDecimal net) {
            this.kind = kind;
            this.vatCategory = vatCategory;
            this.net = net;
        }
    }

    /**
     * What a trace comes to.
     *
     * @param lines net of each, in the order of the trace
     * @param charges net of each kind that occurs
     * @param vat of each category
     * @param differences in English, for support: where a step is said to have given something else than it does; empty
     *     for every trace that the kernel has written
     */
    public record Replayed(
            Map<LineId, Money> lines,
            Map<ChargeKind, Money> charges,
            SortedMap<String, Money> vat,
            Money net,
            Money vatTotal,
            Money gross,
            List<String> differences) {}

    private TraceReplay(CurrencyUnit currency) {
        this.currency = currency;
    }

    /** @param trace of one price, in its order */
    public static Replayed replay(CurrencyUnit currency, List<TraceEntry> trace) {
        TraceReplay replay = new TraceReplay(currency);
        for (TraceEntry entry : trace) {
            replay.step(entry);
        }
        return replay.result();
    }

    private void step(TraceEntry entry) {
        if (!entry.counts()) {
            compare(entry, BigDecimal.ZERO, entry.base().getAmount(), "rejected");
            return;
        }
        if (!optionsClosed && entry.phase().compareTo(Phase.OPTION) > 0) {
            optionsClosed = true;
            lines.values().forEach(line -> line.base = line.running);
        }
        Value value = entry.value()
                .orElseThrow(() -> new IllegalArgumentException("a step that counts has a value: " + entry.rule()));
        if (entry.phase() == Phase.TAX) {
            tax(entry, value);
        } else if (entry.charge().isPresent()) {
            charge(entry, entry.charge().get(), value);
        } else if (entry.line().isPresent()) {
            line(entry, entry.line().get(), value);
        } else {
            goods(entry, value);
        }
    }

    private void line(TraceEntry entry, LineId id, Value value) {
        if (entry.phase() == Phase.LIST) {
            BigDecimal amount =
                    round(((Value.UnitPrice) value).price().getAmount().multiply(quantity(entry)));
            compare(entry, amount, BigDecimal.ZERO, "list");
            lines.put(id, new Line(entry.vatCategory(), amount));
            return;
        }
        Line line = lines.get(id);
        if (line == null) {
            differences.add(entry.rule() + ": no line " + id.value());
            return;
        }
        BigDecimal base = isOfList(value) ? line.base : line.running;
        BigDecimal wanted = value instanceof Value.UnitPrice price
                ? round(price.price().getAmount().multiply(quantity(entry))).subtract(line.running)
                : effect(value, base);
        BigDecimal result = limited(entry, wanted, line.running);
        compare(entry, result, base, "line " + id.value());
        line.running = line.running.add(result);
    }

    private void goods(TraceEntry entry, Value value) {
        BigDecimal running = goods(false);
        BigDecimal base = goods(isOfList(value));
        BigDecimal result = limited(entry, effect(value, base), running);
        compare(entry, result, base, "order");
        // Running totals are rounded, not shares: the shares close by themselves.
        boolean alike = running.signum() == 0;
        BigDecimal whole = alike ? BigDecimal.valueOf(lines.size()) : running;
        BigDecimal upTo = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (Line line : lines.values()) {
            upTo = upTo.add(alike ? BigDecimal.ONE : line.running);
            BigDecimal next = share(result, upTo, whole);
            line.running = line.running.add(next.subtract(given));
            given = next;
        }
    }

    private void charge(TraceEntry entry, ChargeKind kind, Value value) {
        BigDecimal ofKind = charged(kind);
        BigDecimal base = value instanceof Value.Rate ? goods(isOfList(value)) : ofKind;
        BigDecimal wanted = effect(value, base);
        BigDecimal result = limited(entry, wanted, ofKind);
        compare(entry, result, base, kind.name());
        if (wanted.signum() >= 0) {
            charges.add(new Charge(kind, entry.vatCategory(), result));
            return;
        }
        BigDecimal left = result.negate();
        for (Charge charge : charges) {
            if (charge.kind == kind) {
                BigDecimal taken = left.min(charge.net);
                charge.net = charge.net.subtract(taken);
                left = left.subtract(taken);
            }
        }
    }

    private void tax(TraceEntry entry, Value value) {
        BigDecimal taxable = BigDecimal.ZERO;
        for (Line line : lines.values()) {
            taxable = line.vatCategory.equals(entry.vatCategory()) ? taxable.add(line.running) : taxable;
        }
        for (Charge charge : charges) {
            if (charge.vatCategory.isEmpty()) {
                taxable = taxable.add(partOf(charge, entry.vatCategory()));
            } else if (charge.vatCategory.equals(entry.vatCategory())) {
                taxable = taxable.add(charge.net);
            }
        }
        BigDecimal result = effect(value, taxable);
        compare(entry, result, taxable, "VAT " + entry.vatCategory());
        vat.put(entry.vatCategory(), result);
    }

    /** A charge without a category is divided over those of the goods, again by rounding running totals. */
    private BigDecimal partOf(Charge charge, String category) {
        SortedMap<String, BigDecimal> weights = new TreeMap<>();
        for (Line line : lines.values()) {
            weights.merge(line.vatCategory, line.running, BigDecimal::add);
        }
        if (!weights.containsKey(category)) {
            return BigDecimal.ZERO;
        }
        if (goods(false).signum() == 0) {
            weights.replaceAll((each, nothing) -> BigDecimal.ONE);
        }
        BigDecimal before = sum(weights.headMap(category).values());
        return share(charge.net, before.add(weights.getOrDefault(category, BigDecimal.ZERO)), sum(weights.values()))
                .subtract(share(charge.net, before, sum(weights.values())));
    }

    private BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount.multiply(part).divide(whole, currency.getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal limited(TraceEntry entry, BigDecimal wanted, BigDecimal available) {
        boolean cut = wanted.compareTo(available.negate()) < 0;
        if (cut != (entry.standing() == Standing.LIMITED)) {
            differences.add(entry.rule() + ": it is " + (cut ? "" : "not ") + "cut at zero");
        }
        return cut ? available.negate() : wanted;
    }

    private BigDecimal effect(Value value, BigDecimal base) {
        if (value instanceof Value.Rate rate) {
            return base.multiply(rate.percent()).divide(HUNDRED, currency.getDecimalPlaces(), RoundingMode.HALF_UP);
        }
        if (value instanceof Value.Amount amount) {
            return amount.amount().getAmount();
        }
        throw new IllegalArgumentException("a unit price without a line");
    }

    private void compare(TraceEntry entry, BigDecimal result, BigDecimal base, String what) {
        if (entry.result().getAmount().compareTo(result) != 0) {
            differences.add(entry.rule() + " (" + what + "): said to give "
                    + entry.result().getAmount().toPlainString() + ", gives " + result.toPlainString());
        }
        if (entry.base().getAmount().compareTo(base) != 0) {
            differences.add(entry.rule() + " (" + what + "): said to start from "
                    + entry.base().getAmount().toPlainString() + ", starts from " + base.toPlainString());
        }
    }

    private Replayed result() {
        Map<LineId, Money> nets = new LinkedHashMap<>();
        BigDecimal net = BigDecimal.ZERO;
        for (Map.Entry<LineId, Line> line : lines.entrySet()) {
            nets.put(line.getKey(), money(line.getValue().running));
            net = net.add(line.getValue().running);
        }
        Map<ChargeKind, Money> kinds = new EnumMap<>(ChargeKind.class);
        for (Charge charge : charges) {
            kinds.merge(charge.kind, money(charge.net), Money::plus);
            net = net.add(charge.net);
        }
        SortedMap<String, Money> taxes = new TreeMap<>();
        BigDecimal tax = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> category : vat.entrySet()) {
            taxes.put(category.getKey(), money(category.getValue()));
            tax = tax.add(category.getValue());
        }
        return new Replayed(nets, kinds, taxes, money(net), money(tax), money(net.add(tax)), List.copyOf(differences));
    }

    private BigDecimal goods(boolean ofList) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines.values()) {
            sum = sum.add(ofList ? line.base : line.running);
        }
        return sum;
    }

    private BigDecimal charged(ChargeKind kind) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Charge charge : charges) {
            sum = charge.kind == kind ? sum.add(charge.net) : sum;
        }
        return sum;
    }

    private static boolean isOfList(Value value) {
        return value instanceof Value.Rate rate && rate.base() == Base.LIST;
    }

    private static BigDecimal quantity(TraceEntry entry) {
        return BigDecimal.valueOf(entry.quantity());
    }

    private BigDecimal round(BigDecimal amount) {
        return amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    private Money money(BigDecimal amount) {
        return Money.of(currency, amount, RoundingMode.UNNECESSARY);
    }
}
