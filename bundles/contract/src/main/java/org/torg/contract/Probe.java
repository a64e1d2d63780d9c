package org.torg.contract;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.torg.api.Message;

/**
 * One part, as the checks ask it.
 *
 * @param ask what it answers in this case
 * @param judges what is asked of an answer besides, by check; each throws {@link Rejection} where it does not hold
 * @param messages all that are in an answer
 */
record Probe<A>(
        Part<?> part,
        Function<Sample, A> ask,
        Map<Check, BiConsumer<Sample, A>> judges,
        Function<A, List<Message>> messages) {

    /** An answer that does not hold. */
    static final class Rejection extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Rejection(String reason) {
            super(reason, null, false, false);
        }

        static void unless(boolean holds, String otherwise) {
            if (!holds) {
                throw new Rejection(otherwise);
            }
        }
    }
}
