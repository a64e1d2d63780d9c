package org.torg.kernel.order;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts working days: Monday to Friday. Public holidays are not looked at, so a date in their week is optimistic. */
final class WorkingDays {
    private WorkingDays() {}

    /**
     * The working day that many working days after a date; the date itself does not count.
     *
     * @param days 0 or more; 0 answers the date itself, or the next Monday when it falls on a weekend
     */
    static LocalDate after(LocalDate date, int days) {
        LocalDate day = date;
        while (isWeekend(day)) {
            day = day.plusDays(1);
        }
        boolean startedOnWeekend = !day.equals(date);
        int left = startedOnWeekend && days > 0 ? days - 1 : days;
        // Whole weeks in one step: a lead time may be long.
        day = day.plusWeeks(left / 5);
        for (int i = 0; i < left % 5; i++) {
            day = day.plusDays(1);
            while (isWeekend(day)) {
                day = day.plusDays(1);
            }
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
