package org.torg.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Line(String sku, int quantity, Money price, Optional<Instant> at) {}

    private final ObjectMapper json = Json.MAPPER;

    @Test
    void writesMoneyAsTextWithItsCurrency() throws JacksonException {
        assertThat(json.writeValueAsString(Money.parse("NOK 129.00")))
                .isEqualTo("{\"amount\":\"129.00\",\"currency\":\"NOK\"}");
        assertThat(json.writeValueAsString(BigMoney.parse("NOK 0.1234")))
                .isEqualTo("{\"amount\":\"0.1234\",\"currency\":\"NOK\"}");
    }

    @Test
    void readsWhatItWrites() throws JacksonException {
        Line line = new Line(
                "L-1", 2, Money.of(CurrencyUnit.of("NOK"), 12), Optional.of(Instant.parse("2026-01-02T03:04:05Z")));
        String text = json.writeValueAsString(line);
        assertThat(text).contains("\"at\":\"2026-01-02T03:04:05Z\"");
        assertThat(json.readValue(text, Line.class)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":129.00,\"currency\":\"NOK\"}",
                "{\"amount\":\"129.001\",\"currency\":\"NOK\"}",
                "{\"amount\":\"1e3\",\"currency\":\"NOK\"}",
                "{\"amount\":\"12,50\",\"currency\":\"NOK\"}",
                "{\"amount\":\"1\",\"currency\":\"KRONE\"}",
                "{\"amount\":\"1\"}",
                "{\"currency\":\"NOK\"}",
                "{\"amount\":\"1\",\"currency\":\"NOK\",\"vat\":1}",
                "\"1 NOK\""
            })
    void refusesMoneyInAnyOtherShape(String text) {
        assertThatThrownBy(() -> json.readValue(text, Money.class)).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sku\":\"L-1\",\"quantity\":1,\"colour\":\"red\"}",
                "{\"sku\":\"L-1\",\"quantity\":1.5}",
                "{\"sku\":\"L-1\",\"quantity\":\"1\"}",
                "{\"sku\":\"L-1\"}",
                "{\"sku\":\"L-1\",\"quantity\":1,\"quantity\":2}",
                "{\"sku\":\"L-1\",\"quantity\":1} {}",
                "{\"sku\":\"L-1\",\"quantity\":99999999999}"
            })
    void refusesWhatItDoesNotUnderstandFully(String text) {
        assertThatThrownBy(() -> json.readValue(text, Line.class)).isInstanceOf(JacksonException.class);
    }
}
