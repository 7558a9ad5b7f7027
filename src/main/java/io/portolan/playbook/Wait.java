package io.portolan.playbook;

import java.time.Instant;
import java.time.ZoneId;

/** How long a leg waits and how often it looks; working days follow the calendar, and days the bank's time zone. */
public record Wait(
        @Doc(value = "How long the bank usually takes; a person is asked when it is over, and the looking goes on.",
                key = "for", example = "for: 10 business days") Span forUpTo,
        @Doc(value = "How often to look.", example = "look-every: 15 minutes") Span lookEvery,
        @Doc(value = "How often to remind the bank: by letter where there is somebody to write to, else by a person.",
                example = "remind-every: 5 business days") Span remindEvery,
        @Doc(value = "After how long what we wait with is no longer good, such as a mailed link.",
                example = "deadline: 72 hours") Span deadline,
        @Doc(value = "The earlier leg that gets a new one after the deadline: by itself where nothing can be done twice by that, else once a person agrees.",
                example = "back-to: request-link") String backTo,
        @Doc(value = "After how long somebody of ours is to talk to the bank; the looking goes on.",
                example = "escalate-after: 15 business days") Span escalateAfter,
        @Doc(value = "The time of day by which the bank still acts on the same working day: there is nothing to see before it does.",
                example = "cut-off: {before: '09:59', next: '14:00'}") CutOff cutOff,
        @Doc(value = "The agreed date and time before which the leg does not act.", example = "until: '{{captured.slot}}'") Template until,
        @Doc(value = "Whose working days count: TARGET, without its closing days, or a country or region by its ISO 3166 code such as FR or GB-ENG, without its public holidays; without it, all weekdays.", example = "calendar: TARGET")
                String calendar,
        @Doc(value = "The bank's time zone; without it, Brussels.", example = "zone: Europe/Prague") ZoneId zone,
        @Doc(value = "Whom we wait for, where it is not the bank.", example = "waiting-for: other") WaitingFor waitingFor) {

    /** The time zone of banks that name none. */
    public static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Brussels");

    /** A wait of which the playbook says nothing. */
    public static final Wait SILENT = new Wait(null, null, null, null, null, null, null, null, null, null, null);

    /** Without another word it is Brussels, where T2 keeps its days. */
    public Wait {
        zone = zone == null ? USUAL_ZONE : zone;
    }

    /** The moment this span after the given one, by the calendar and in the zone of this wait. */
    public Instant after(Span span, Instant start) {
        return span.after(start.atZone(zone), BusinessDays.of(calendar)).toInstant();
    }

    /** How many working days of the bank have begun between these moments, by its calendar and clocks; the day of the first does not count. */
    public long workingDays(Instant from, Instant to) {
        var first = from.atZone(zone).toLocalDate().plusDays(1);
        var end = to.atZone(zone).toLocalDate().plusDays(1);
        return end.isAfter(first) ? first.datesUntil(end).filter(BusinessDays.of(calendar)::include).count() : 0;
    }

    /** When the bank acts on what was handed in at this moment; the moment itself where there is no cut-off. */
    public Instant bankActsOn(Instant handedIn) {
        return cutOff == null ? handedIn : cutOff.doneFor(handedIn, zone, calendar);
    }
}
