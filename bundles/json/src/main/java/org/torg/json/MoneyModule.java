package org.torg.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Money as an object of two strings: no reader takes it for a floating-point number. */
final class MoneyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,8})?");

    MoneyModule() {
        super("torg-money");
        addSerializer(Money.class, new Amounts<>());
        addSerializer(BigMoney.class, new Amounts<>());
        addSerializer(CurrencyUnit.class, new Currencies());
        addDeserializer(BigMoney.class, new BigMoneys());
        addDeserializer(Money.class, new Moneys());
        addDeserializer(CurrencyUnit.class, new CurrencyUnits());
    }

    private static final class Amounts<T extends BigMoneyProvider> extends JsonSerializer<T> {

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            BigMoney money = value.toBigMoney();
            out.writeStartObject();
            out.writeStringField("amount", money.getAmount().toPlainString());
            out.writeStringField("currency", money.getCurrencyUnit().getCode());
            out.writeEndObject();
        }

        @Override
        public void serializeWithType(T value, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(value, out, provider);
        }
    }

    private static final class Currencies extends JsonSerializer<CurrencyUnit> {

        @Override
        public void serialize(CurrencyUnit value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.getCode());
        }
    }

    private static final class BigMoneys extends JsonDeserializer<BigMoney> {

        @Override
        public BigMoney deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(in);
            JsonNode amount = node.get("amount");
            JsonNode currency = node.get("currency");
            if (node.size() != 2
                    || amount == null
                    || currency == null
                    || !amount.isTextual()
                    || !currency.isTextual()
                    || !AMOUNT.matcher(amount.textValue()).matches()) {
                throw JsonMappingException.from(in, "money is {\"amount\":\"129.00\",\"currency\":\"NOK\"}");
            }
            return BigMoney.of(currency(in, currency.textValue()), new BigDecimal(amount.textValue()));
        }
    }

    private static final class Moneys extends JsonDeserializer<Money> {

        private final BigMoneys exact = new BigMoneys();

        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
            BigMoney value = exact.deserialize(in, context);
            try {
                return value.toMoney();
            } catch (ArithmeticException e) {
                throw JsonMappingException.from(in, "too many decimals for the currency", e);
            }
        }
    }

    private static final class CurrencyUnits extends JsonDeserializer<CurrencyUnit> {

        @Override
        public CurrencyUnit deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return currency(in, in.getValueAsString(""));
        }
    }

    private static CurrencyUnit currency(JsonParser in, String code) throws JsonMappingException {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw JsonMappingException.from(in, "currency is an ISO 4217 code", e);
        }
    }
}
