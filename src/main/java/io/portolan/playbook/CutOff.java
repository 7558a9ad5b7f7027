package io.portolan.playbook;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** The time of day by which a bank still does something on the same working day, and when it does it otherwise. */
public record CutOff(
        @Doc(value = "What is handed in on a working day before this time of the bank's day is done on that day.",
                example = "before: '09:59'", required = true) LocalTime before,
        @Doc(value = "At what time of that day it is done; without it, at once.", example = "then: '14:00'") LocalTime then,
        @Doc(value = "At what time of the next working day everything else is done.", example = "next: '14:00'", required = true)
                LocalTime next,
        @Doc(value = "The bank's time zone; without it, that of the wait, or else Brussels.", example = "zone: Europe/Paris") ZoneId zone,
        @Doc(value = "Whose working days count, as in wait.", example = "calendar: FR") String calendar) {

    /** When something that is handed in at this moment is done. */
    public Instant doneFor(Instant handedIn) {
        return doneFor(handedIn, zone == null ? Wait.USUAL_ZONE : zone, calendar);
    }

    /** The same by the zone and calendar of a wait, where this one names none. */
    Instant doneFor(Instant handedIn, ZoneId otherZone, String otherCalendar) {
        var local = handedIn.atZone(zone == null ? otherZone : zone);
        var days = BusinessDays.of(calendar == null ? otherCalendar : calendar);
        if (!days.include(local.toLocalDate()) || !local.toLocalTime().isBefore(before)) {
            return days.next(local.toLocalDate()).atTime(next).atZone(local.getZone()).toInstant();
        }
        var sameDay = then == null ? handedIn : local.toLocalDate().atTime(then).atZone(local.getZone()).toInstant();
        return sameDay.isBefore(handedIn) ? handedIn : sameDay;
    }
}
