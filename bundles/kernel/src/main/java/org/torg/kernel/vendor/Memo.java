package org.torg.kernel.vendor;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.torg.api.vendor.Parameters;

/**
 * An answer that depends on the parameters alone. The last one is kept: the same parameters are asked for again and again,
 * until one is changed or the day ends.
 */
final class Memo<T> {

    private record Kept<T>(Parameters parameters, T answer) {}

    private final Function<Parameters, T> question;
    private volatile @Nullable Kept<T> kept;

    Memo(Function<Parameters, T> question) {
        this.question = question;
    }

    T of(Parameters parameters) {
        Kept<T> last = kept;
        if (last != null && last.parameters().equals(parameters)) {
            return last.answer();
        }
        T answer = question.apply(parameters);
        kept = new Kept<>(parameters, answer);
        return answer;
    }
}
