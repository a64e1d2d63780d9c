package org.torg.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one way in which records of the api become JSON and back: money as
 * {@code {"amount":"129.00","currency":"NOK"}}, times as RFC 3339, sealed interfaces tagged by {@code type}, records of one
 * string as plain strings, absent optionals left out, keys and sets sorted, unknown properties refused.
 */
public final class TorgJson {

    private TorgJson() {}

    /** A new mapper; make it once and keep it. */
    public static JsonMapper mapper() {
        return builder().build();
    }

    /** For those who need to add to it. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .annotationIntrospector(new ApiIntrospector())
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(new MoneyModule())
                .addModule(new SetModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }
}
