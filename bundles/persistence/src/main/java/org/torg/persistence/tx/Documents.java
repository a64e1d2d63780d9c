package org.torg.persistence.tx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.torg.api.StoreException;
import org.torg.json.TorgJson;

/** Values as JSON in a column. */
public final class Documents {

    private final ObjectMapper mapper = TorgJson.mapper();

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unusable(value.getClass(), e);
        }
    }

    /** With the type as it was declared: needed for lists of sealed interfaces. */
    public <T> String write(T value, TypeReference<T> type) {
        try {
            return mapper.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unusable(value.getClass(), e);
        }
    }

    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unusable(type, e);
        }
    }

    public <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unusable(Object.class, e);
        }
    }

    /** Without the cause's text, which repeats parts of the document. */
    private static StoreException unusable(Class<?> type, JsonProcessingException cause) {
        cause.clearLocation();
        return new StoreException(
                StoreException.Kind.OTHER, "a document of " + type.getSimpleName() + " cannot be used", cause);
    }
}
