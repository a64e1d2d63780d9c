package org.torg.kernel.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes.Query;
import org.torg.api.quote.Quotes.Summary;
import org.torg.api.store.QuoteStore.After;

/** Where a list of quotes goes on: after {@code <id>}, or after {@code <microseconds of the due time>.<id>}. */
final class QuoteCursor {

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,18})\\.)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final long MICROS = 1_000_000;

    private QuoteCursor() {}

    static Outcome<Optional<After>> of(Query query, PageRequest page) {
        if (page.after().isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        Matcher form = FORM.matcher(page.after().get());
        if (!form.matches() || (form.group(1) != null) != query.waiting()) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.MALFORMED, "cursor-invalid", "This cursor does not come from an earlier page."));
        }
        long micros = form.group(1) == null ? 0 : Long.parseLong(form.group(1));
        Instant due = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
        return Outcome.done(Optional.of(new After(due, new QuoteId(form.group(2)))));
    }

    /** @param found one more than the limit, where there are more */
    static Page<Summary> page(List<Summary> found, Query query, PageRequest page) {
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<Summary> items = found.subList(0, page.limit());
        Summary last = items.get(items.size() - 1);
        String id = last.id().value();
        return new Page<>(
                items,
                Optional.of(
                        query.waiting() && last.dueAt().isPresent()
                                ? micros(last.dueAt().get()) + "." + id
                                : id));
    }

    private static long micros(Instant moment) {
        return moment.getEpochSecond() * MICROS + moment.getNano() / 1_000;
    }
}
