package org.torg.rest.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Money as {@code {"amount":"129.00","currency":"NOK"}}; the amount is text, so that no reader makes it a double. */
final class MoneyJson extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

    private record Amount(String amount, String currency) {}

    MoneyJson() {
        super("torg-money");
        addSerializer(Money.class, new Writer<>(Money.class));
        addSerializer(BigMoney.class, new Writer<>(BigMoney.class));
        addDeserializer(Money.class, new Reader<>(Money.class) {
            private static final long serialVersionUID = 1L;

            @Override
            Money of(CurrencyUnit currency, BigDecimal amount) {
                return Money.of(currency, amount);
            }
        });
        addDeserializer(BigMoney.class, new Reader<>(BigMoney.class) {
            private static final long serialVersionUID = 1L;

            @Override
            BigMoney of(CurrencyUnit currency, BigDecimal amount) {
                return BigMoney.of(currency, amount);
            }
        });
    }

    private static final class Writer<M extends BigMoneyProvider> extends StdSerializer<M> {
        private static final long serialVersionUID = 1L;

        Writer(Class<M> type) {
            super(type);
        }

        @Override
        public void serialize(M value, JsonGenerator json, SerializerProvider provider) throws IOException {
            BigMoney money = value.toBigMoney();
            json.writeStartObject();
            json.writeStringField("amount", money.getAmount().toPlainString());
            json.writeStringField("currency", money.getCurrencyUnit().getCode());
            json.writeEndObject();
        }
    }

    private abstract static class Reader<M> extends StdDeserializer<M> {
        private static final long serialVersionUID = 1L;

        Reader(Class<M> type) {
            super(type);
        }

        abstract M of(CurrencyUnit currency, BigDecimal amount);

        @Override
        public M deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Amount read = context.readValue(json, Amount.class);
            String amount = read.amount();
            if (amount == null || !AMOUNT.matcher(amount).matches()) {
                return reject(context, amount, "an amount is text such as \"129.00\"");
            }
            try {
                return of(CurrencyUnit.of(String.valueOf(read.currency())), new BigDecimal(amount));
            } catch (IllegalCurrencyException e) {
                return reject(context, read.currency(), "an ISO 4217 currency code is needed");
            } catch (ArithmeticException e) {
                return reject(context, amount, "more decimals than the currency has");
            }
        }

        @SuppressWarnings("unchecked")
        private M reject(DeserializationContext context, String value, String why) throws IOException {
            return (M) context.handleWeirdStringValue(handledType(), String.valueOf(value), why);
        }
    }
}
