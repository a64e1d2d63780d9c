package org.torg.persistence.order;

import java.util.OptionalLong;
import org.osgi.service.component.annotations.Component;
import org.torg.api.store.NumberStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Taking numbers costs two statements: the first locks the series, the second reads it. A new series costs one more. */
@Component(service = NumberStore.class)
public final class JdbcNumberStore implements NumberStore {

    @Override
    public long take(Tx tx, String series, long first, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one number");
        }
        OpenTransaction open = OpenTransaction.of(tx);
        OptionalLong taken = takeFromExisting(open, series, count);
        if (taken.isPresent()) {
            return taken.getAsLong();
        }
        boolean begun = open.insertIfAbsent(
                Sql.of("INSERT INTO number_series (series, next_number) VALUES (?, ?)", series, first + count));
        // Somebody else may have begun it at the same time; then it exists now.
        return begun ? first : takeFromExisting(open, series, count).orElseThrow();
    }

    private static OptionalLong takeFromExisting(OpenTransaction open, String series, int count) {
        int updated = open.update(Sql.of(
                "UPDATE number_series SET next_number = next_number + ? WHERE series = ?", (long) count, series));
        if (updated == 0) {
            return OptionalLong.empty();
        }
        return open
                .list(
                        Sql.of("SELECT next_number FROM number_series WHERE series = ?", series),
                        row -> row.number("next_number"))
                .stream()
                .mapToLong(next -> next - count)
                .findFirst();
    }
}
