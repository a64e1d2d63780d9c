package org.torg.kernel.pricing;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A store of which only some methods are needed; every other one fails. Counts the calls. */
final class Stub<T> {

    private final Map<String, Function<Object[], Object>> methods = new HashMap<>();
    private final T proxy;
    private int calls;

    private Stub(Class<T> type) {
        proxy = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Function<Object[], Object> answer = methods.get(method.getName());
            if (answer == null) {
                throw new UnsupportedOperationException(method.getName());
            }
            calls++;
            return answer.apply(args);
        }));
    }

    static <T> Stub<T> of(Class<T> type) {
        return new Stub<>(type);
    }

    Stub<T> on(String method, Function<Object[], Object> answer) {
        methods.put(method, answer);
        return this;
    }

    T get() {
        return proxy;
    }

    int calls() {
        return calls;
    }
}
