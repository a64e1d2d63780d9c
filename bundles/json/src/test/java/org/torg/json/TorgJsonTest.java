package org.torg.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.event.Event;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.store.VendorStore.Content;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;

class TorgJsonTest {

    private final ObjectMapper mapper = TorgJson.mapper();

    private <T> T thereAndBack(T value, Class<? super T> type) throws JsonProcessingException {
        String json = mapper.writerFor(type).writeValueAsString(value);
        @SuppressWarnings("unchecked")
        T read = (T) mapper.readValue(json, type);
        assertThat(read).isEqualTo(value);
        assertThat(mapper.writerFor(type).writeValueAsString(read)).isEqualTo(json);
        return read;
    }

    @Test
    void moneyIsTwoStrings() throws Exception {
        assertThat(mapper.writeValueAsString(Money.of(CurrencyUnit.of("NOK"), new BigDecimal("129.00"))))
                .isEqualTo("{\"amount\":\"129.00\",\"currency\":\"NOK\"}");
        thereAndBack(BigMoney.parse("NOK 0.1234"), BigMoney.class);
    }

    @Test
    void moneyAsANumberOrInExponentFormOrWithTooManyDecimalsIsRefused() {
        for (String bad : List.of(
                "{\"amount\":129.00,\"currency\":\"NOK\"}",
                "{\"amount\":\"1E9\",\"currency\":\"NOK\"}",
                "{\"amount\":\"1.001\",\"currency\":\"NOK\"}",
                "{\"amount\":\"1.00\",\"currency\":\"XYZ1\"}",
                "{\"amount\":\"1.00\",\"currency\":\"NOK\",\"x\":1}",
                "\"1.00\"")) {
            assertThatThrownBy(() -> mapper.readValue(bad, Money.class)).isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void equalSetsAreTheSameTextWhateverTheirOrder() throws Exception {
        record Named(Set<OrderId> orders, Set<Phase> phases, Set<Set<Integer>> nested) {}

        Named one = new Named(
                ordered(new OrderId("b"), new OrderId("a")),
                ordered(Phase.TAX, Phase.LIST),
                ordered(ordered(10, 9), Set.of(3)));
        Named other = new Named(
                ordered(new OrderId("a"), new OrderId("b")),
                ordered(Phase.LIST, Phase.TAX),
                ordered(Set.of(3), ordered(9, 10)));
        assertThat(mapper.writeValueAsString(one))
                .isEqualTo(mapper.writeValueAsString(other))
                .isEqualTo("{\"nested\":[[10,9],[3]],\"orders\":[\"a\",\"b\"],\"phases\":[\"LIST\",\"TAX\"]}");
        assertThat(mapper.writeValueAsString(Set.of())).isEqualTo("[]");
    }

    private static <T> Set<T> ordered(T first, T second) {
        return new LinkedHashSet<>(List.of(first, second));
    }

    @Test
    void namesAreStringsAndSealedTypesAreTagged() throws Exception {
        TraceEntry entry = new TraceEntry(
                Phase.LOYALTY,
                Optional.of(new LineId("1")),
                1,
                Optional.empty(),
                new ModuleRef("lighting", "1.0.0"),
                "lighting.loyalty.gold",
                Message.of(
                        "k",
                        "Gold {0}",
                        Argument.percent(new BigDecimal("10")),
                        Argument.date(LocalDate.of(2026, 1, 2))),
                Optional.of(new Adjustment.Value.Rate(new BigDecimal("-10"), Adjustment.Base.RUNNING)),
                Money.parse("NOK 100.00"),
                Money.parse("NOK -10.00"),
                "standard",
                TraceEntry.Standing.APPLIED);
        thereAndBack(entry, TraceEntry.class);
        assertThat(mapper.writeValueAsString(entry))
                .contains("\"line\":\"1\"", "\"type\":\"rate\"", "\"type\":\"percent\"");
    }

    @Test
    void eventsContentsAndChoicesComeBackAsTheyWere() throws Exception {
        thereAndBack(
                new Event.OrderPlaced(
                        new VendorId("lighting"),
                        Optional.of(new AccountId("a")),
                        new OrderId("o"),
                        "L1",
                        Money.parse("NOK 1.00")),
                Event.class);
        thereAndBack(
                new Content.TextsContent(
                        new Texts(Map.of("nb", Map.of("a", "b"))), new Workflow("new", List.of(), List.of())),
                Content.class);
        thereAndBack(
                new DeliveryChoice(
                        new Address("A", Optional.empty(), "B 1", Optional.of("C"), "0150", "Oslo", "NO"),
                        Destination.Kind.BUSINESS,
                        Optional.empty(),
                        new DeliveryChoice.Timing.Requested(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3))),
                DeliveryChoice.class);
        thereAndBack(new Parameters(CurrencyUnit.of("NOK"), Map.of("b", "1", "a", "2")), Parameters.class);
    }

    record Offer(Optional<Money> total, String name) {}

    @Test
    void moneyInsideAnotherValueIsReadWhereTextAfterTheValueIsAFault() throws Exception {
        ObjectMapper strict = TorgJson.builder()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        assertThat(strict.readValue(
                        "{\"total\":{\"amount\":\"1.00\",\"currency\":\"NOK\"},\"name\":\"a\"}", Offer.class))
                .isEqualTo(new Offer(Optional.of(Money.parse("NOK 1.00")), "a"));
    }

    @Test
    void anUnknownPropertyIsRefused() {
        assertThatThrownBy(() -> mapper.readValue("{\"name\":\"a\",\"version\":\"1\",\"x\":1}", ModuleRef.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
