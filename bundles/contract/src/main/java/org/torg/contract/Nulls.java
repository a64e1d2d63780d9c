package org.torg.contract;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a null inside a value of the api. */
final class Nulls {

    private Nulls() {}

    /** The path to the first null, such as {@code seller.address}; empty when there is none. */
    static Optional<String> in(@Nullable Object value) {
        return find("", value);
    }

    private static Optional<String> find(String path, @Nullable Object value) {
        if (value == null) {
            return Optional.of(path.isEmpty() ? "it" : path.substring(1));
        }
        if (value instanceof Record whole && whole.getClass().getName().startsWith("org.torg.api.")) {
            return components(path, whole);
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? find(path, optional.get()) : Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return each(path, map.values()).or(() -> each(path, map.keySet()));
        }
        return value instanceof Iterable<?> several ? each(path, several) : Optional.empty();
    }

    private static Optional<String> each(String path, Iterable<?> several) {
        int index = 0;
        for (Object one : several) {
            Optional<String> found = find(path + "." + index++, one);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> components(String path, Record whole) {
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
            Object part;
            try {
                part = component.getAccessor().invoke(whole);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record of the api that cannot be read: " + whole.getClass(), e);
            }
            Optional<String> found = find(path + "." + component.getName(), part);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
