package io.portolan.playbook;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The days on which T2, the payment system of the euro, is closed, weekends apart. */
final class TargetDays {

    private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private TargetDays() { }

    static boolean isClosed(LocalDate day) {
        var easter = easter(day.getYear());
        return FIXED.contains(MonthDay.from(day)) || day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1));
    }

    /** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int within = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (within / 4) - epact - within % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
