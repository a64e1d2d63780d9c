package org.torg.contract;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a null inside a value of the api. */
final class Nulls {

    /** Asking a class for them again and again takes longer than most vendor code. */
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
        }
    };

    private Nulls() {}

    /** The path to the first null, such as {@code seller.address}; empty when there is none. */
    static Optional<String> in(@Nullable Object value) {
        return value == null ? Optional.of("it") : find(value).map(path -> path.substring(1));
    }

    /** Each step after a dot. */
    private static Optional<String> find(@Nullable Object value) {
        if (value == null) {
            return Optional.of("");
        }
        if (value instanceof Record whole && whole.getClass().getName().startsWith("org.torg.api.")) {
            return components(whole);
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? find(optional.get()) : Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return each(map.values()).or(() -> each(map.keySet()));
        }
        return value instanceof Iterable<?> several ? each(several) : Optional.empty();
    }

    private static Optional<String> each(Iterable<?> several) {
        int index = 0;
        for (Object one : several) {
            Optional<String> found = find(one);
            if (found.isPresent()) {
                return Optional.of("." + index + found.get());
            }
            index++;
        }
        return Optional.empty();
    }

    private static Optional<String> components(Record whole) {
        for (Method accessor : ACCESSORS.get(whole.getClass())) {
            Object part;
            try {
                part = accessor.invoke(whole);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record of the api that cannot be read: " + whole.getClass(), e);
            }
            Optional<String> found = find(part);
            if (found.isPresent()) {
                return Optional.of("." + accessor.getName() + found.get());
            }
        }
        return Optional.empty();
    }
}
