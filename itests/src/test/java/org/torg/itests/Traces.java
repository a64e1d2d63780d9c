package org.torg.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.Message;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.TraceEntry;
import org.torg.kernel.pricing.TraceReplay;

/** Does a price that came over HTTP explain itself? Nothing but its JSON is looked at. */
final class Traces {
    private Traces() {}

    /**
     * What does not hold of an order: steps that do not give what they say, totals that are not what the steps come to, and
     * modules in two versions. Empty for every order that a server may answer.
     */
    static List<String> faults(JsonNode order) {
        JsonNode price = order.get("price");
        List<TraceEntry> trace =
                each(price.get("trace")).stream().map(Traces::entry).toList();
        TraceReplay.Replayed replayed =
                TraceReplay.replay(CurrencyUnit.of(price.get("currency").asText()), trace);
        List<String> faults = new ArrayList<>(replayed.differences());
        compare(faults, "net", replayed.net(), order.get("net"));
        compare(faults, "VAT", replayed.vatTotal(), order.get("vatTotal"));
        compare(faults, "gross", replayed.gross(), order.get("gross"));
        for (JsonNode line : order.get("lines")) {
            LineId id = new LineId(line.get("id").asText());
            Money net = replayed.lines().get(id);
            if (net == null) {
                faults.add("line " + id.value() + " has no step");
            } else {
                compare(faults, "line " + id.value(), net, line.get("net"));
            }
        }
        Map<String, String> versions = versions(price);
        for (TraceEntry entry : trace) {
            String version = versions.get(entry.module().name());
            if (!entry.module().version().equals(version)) {
                faults.add(entry.rule() + " comes from " + entry.module() + ", the price was made with " + version);
            }
        }
        return faults;
    }

    /** The version of each module that a price was made with. */
    static Map<String, String> versions(JsonNode price) {
        Map<String, String> versions = new TreeMap<>();
        price.get("modules")
                .forEach(module -> versions.merge(
                        module.get("name").asText(),
                        module.get("version").asText(),
                        (one, other) -> one + " and " + other));
        return versions;
    }

    private static void compare(List<String> faults, String what, Money replayed, JsonNode said) {
        if (replayed.getAmount().compareTo(Market.amount(said)) != 0) {
            faults.add(what + " is said to be " + said + ", the trace comes to " + replayed);
        }
    }

    private static TraceEntry entry(JsonNode step) {
        return new TraceEntry(
                word(Phase.class, step.get("phase")),
                text(step, "line").map(LineId::new),
                step.get("quantity").asInt(),
                text(step, "charge").map(kind -> word(ChargeKind.class, step.get("charge"))),
                new ModuleRef(
                        step.get("module").get("name").asText(),
                        step.get("module").get("version").asText()),
                step.get("rule").asText(),
                Message.of(step.get("rule").asText(), step.get("text").asText()),
                Optional.ofNullable(step.get("value")).map(Traces::value),
                money(step.get("base")),
                money(step.get("result")),
                step.get("vatCategory").asText(),
                word(TraceEntry.Standing.class, step.get("standing")));
    }

    private static Value value(JsonNode value) {
        return switch (value.get("type").asText()) {
            case "amount" -> new Value.Amount(money(value.get("amount")));
            case "rate" ->
                new Value.Rate(new BigDecimal(value.get("percent").asText()), word(Base.class, value.get("of")));
            default -> {
                JsonNode unit = value.get("unitPrice");
                yield new Value.UnitPrice(BigMoney.of(
                        CurrencyUnit.of(unit.get("currency").asText()),
                        new BigDecimal(unit.get("amount").asText())));
            }
        };
    }

    private static Money money(JsonNode money) {
        return Money.of(
                CurrencyUnit.of(money.get("currency").asText()),
                new BigDecimal(money.get("amount").asText()));
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }

    private static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
