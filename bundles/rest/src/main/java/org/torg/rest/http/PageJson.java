package org.torg.rest.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.torg.api.Page;

/**
 * A part of a longer list.
 *
 * @param next to be sent as {@code after} for the part that follows; absent at the end
 */
public record PageJson<T>(List<T> items, Optional<String> next) {

    public static <A, T> PageJson<T> of(Page<A> page, Cursor cursor, Function<A, T> shape) {
        return new PageJson<>(
                page.items().stream().map(shape).toList(), page.next().map(cursor::write));
    }
}
