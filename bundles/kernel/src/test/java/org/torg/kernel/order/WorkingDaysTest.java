package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    @Test
    void weekendsDoNotCount() {
        assertThat(WorkingDays.after(FRIDAY, 0)).isEqualTo(FRIDAY);
        assertThat(WorkingDays.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(WorkingDays.after(FRIDAY, 5)).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(WorkingDays.after(FRIDAY, 6)).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(WorkingDays.after(FRIDAY.plusDays(1), 0)).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(WorkingDays.after(FRIDAY.plusDays(1), 1)).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(WorkingDays.after(FRIDAY.plusDays(2), 2)).isEqualTo(LocalDate.of(2026, 3, 10));
    }

    @Property(tries = 500)
    void soManyWorkingDaysLieBetween(
            @ForAll @IntRange(max = 2000) int offset, @ForAll @IntRange(min = 1, max = 400) int days) {
        LocalDate from = FRIDAY.plusDays(offset);
        LocalDate to = WorkingDays.after(from, days);
        long counted = Stream.iterate(from.plusDays(1), day -> !day.isAfter(to), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
        assertThat(counted).isEqualTo(days);
    }
}
