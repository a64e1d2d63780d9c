package org.torg.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Sets in the order of their elements' JSON: those of the JDK are in another order in each life of the process, and what is
 * compared, hashed or cached by its JSON must not be.
 */
final class SetModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    SetModule() {
        super("torg-sets");
        setSerializerModifier(new Ordering());
    }

    private static final class Ordering extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config, CollectionType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return Set.class.isAssignableFrom(type.getRawClass())
                            && !SortedSet.class.isAssignableFrom(type.getRawClass())
                    ? new Sets()
                    : serializer;
        }
    }

    private static final class Sets extends JsonSerializer<Set<?>> {

        @Override
        public boolean isEmpty(SerializerProvider provider, Set<?> value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(Set<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            if (value.size() == 1) {
                provider.defaultSerializeValue(value.iterator().next(), out);
            } else {
                for (TokenBuffer element : ordered(value, out, provider).values()) {
                    element.serialize(out);
                }
            }
            out.writeEndArray();
        }

        @Override
        public void serializeWithType(Set<?> value, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(value, out, provider);
        }

        private static Map<String, TokenBuffer> ordered(Set<?> value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            Map<String, TokenBuffer> ordered = new TreeMap<>();
            for (Object element : value) {
                TokenBuffer json = new TokenBuffer(out.getCodec(), false);
                provider.defaultSerializeValue(element, json);
                ordered.put(text(json), json);
            }
            return ordered;
        }

        private static String text(TokenBuffer json) throws IOException {
            return json.asParser().readValueAsTree().toString();
        }
    }
}
