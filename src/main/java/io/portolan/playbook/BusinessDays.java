package io.portolan.playbook;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The days on which banks work: from Monday to Friday, without the closing days of T2 or the public holidays of a country. */
public interface BusinessDays {

    /** All days but Saturdays and Sundays. */
    BusinessDays WEEKDAYS = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    /** Weekdays without New Year's Day, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
    BusinessDays TARGET = day -> WEEKDAYS.include(day) && !TargetDays.isClosed(day);

    /** Whether banks work on that day. */
    boolean include(LocalDate day);

    /** Those of a calendar as a playbook names it: TARGET, or a country or region by its ISO 3166 code; weekdays without a name or where the country is not known. */
    static BusinessDays of(String calendar) {
        if ("TARGET".equals(calendar)) {
            return TARGET;
        }
        return isKnown(calendar) ? Countries.of(calendar) : WEEKDAYS;
    }

    /** Whether the holidays of this calendar are known. */
    static boolean isKnown(String calendar) {
        return "TARGET".equals(calendar) || calendar != null && calendar.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?") && Countries.knows(calendar);
    }

    /** The first working day after this one. */
    default LocalDate next(LocalDate day) {
        var next = day.plusDays(1);
        while (!include(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The countries and regions of the library, each read when it is first asked for. */
    final class Countries {

        private static final Map<String, BusinessDays> READ = new ConcurrentHashMap<>();

        private Countries() { }

        static boolean knows(String calendar) {
            var parts = calendar.split("-", 2);
            return HolidayManager.getSupportedCalendarCodes().contains(parts[0])
                    && (parts.length == 1 || holidays(parts[0]).getCalendarHierarchy().getChildren().containsKey(parts[1].toLowerCase(Locale.ROOT)));
        }

        static BusinessDays of(String calendar) {
            return READ.computeIfAbsent(calendar, code -> {
                var parts = code.toLowerCase(Locale.ROOT).split("-", 2);
                var holidays = holidays(code.substring(0, 2));
                var region = parts.length == 1 ? new String[0] : new String[] {parts[1]};
                return day -> WEEKDAYS.include(day) && !holidays.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, region)
                        && !holidays.isHoliday(day, HolidayType.BANK_HOLIDAY, region);
            });
        }

        private static HolidayManager holidays(String country) {
            return HolidayManager.getInstance(ManagerParameters.create(country));
        }
    }
}
