package org.torg.portal.office.quote;

import java.time.Duration;
import java.time.Instant;
import org.torg.portal.look.Reader;

/**
 * How much of the promised time is left (L15).
 *
 * @param left negative when it is over
 */
public record QuoteClock(Duration left) {

    private static final Duration SOON = Duration.ofHours(4);
    private static final Duration LONG = Duration.ofHours(48);

    static QuoteClock of(Instant due, Instant now) {
        return new QuoteClock(Duration.between(now, due));
    }

    public boolean isOver() {
        return left.isNegative();
    }

    /** The tone of its mark. */
    public String tone() {
        if (isOver()) {
            return "bad";
        }
        return left.compareTo(SOON) < 0 ? "warn" : "info";
    }

    /** Such as "5 h 20 min left": whole minutes, rounded down; over 48 hours whole days. */
    public String words(Reader reader) {
        Duration length = left.abs();
        String time;
        if (length.compareTo(LONG) > 0) {
            time = reader.text("clock.days", reader.number(length.toDays()));
        } else if (length.toHours() > 0) {
            time = reader.text("clock.hours", reader.number(length.toHours()), reader.number(length.toMinutesPart()));
        } else {
            time = reader.text("clock.minutes", reader.number(length.toMinutesPart()));
        }
        return reader.text(isOver() ? "clock.over" : "clock.left", time);
    }
}
