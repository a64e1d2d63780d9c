package org.torg.api;

import java.util.function.Function;

/**
 * What a service answers: a value, or the reason why there is none. A refusal is an expected answer that the
 * caller can act on; a failure (a broken database, a broken module) is an exception.
 *
 * @param <T> what is answered when nothing stands in the way
 */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return flatMap(value -> new Done<>(change.apply(value)));
    }

    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
        if (this instanceof Done<T> done) {
            return next.apply(done.value());
        }
        return new Refused<>(((Refused<T>) this).refusal());
    }

    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /**
     * The value, for callers to whom a refusal would be a programming error.
     *
     * @throws RefusedException if this is a refusal
     */
    default T orElseThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new RefusedException(((Refused<T>) this).refusal());
    }
}
