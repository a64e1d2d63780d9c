package org.torg.kernel.order;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;

/** Walks through lists that are sorted by id, the newest first: the cursor is the id of the last item seen. */
public final class Cursor {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Cursor() {}

    /** The id after which to go on. Refused with {@code cursor-invalid}. */
    public static Outcome<Optional<String>> of(PageRequest page) {
        if (page.after().isPresent() && !ID.matcher(page.after().get()).matches()) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.MALFORMED, "cursor-invalid", "This cursor does not come from an earlier page."));
        }
        return Outcome.done(page.after());
    }

    /**
     * A page of what was found.
     *
     * @param found one more than the limit, where there are more
     */
    public static <T> Page<T> page(List<T> found, PageRequest page, Function<T, String> id) {
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(id.apply(items.get(items.size() - 1))));
    }
}
