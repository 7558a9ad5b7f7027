package io.portolan.handout;

import io.portolan.journal.Entry;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Route;
import io.portolan.playbook.Wait;
import io.portolan.playbook.WaitingFor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A time in which a step waited for somebody else to act.
 *
 * @param whom who had to act: {@code bank}, {@code other}, or {@code us}
 * @param usually how long it usually takes at this bank, in words, or null where nobody has written that down
 * @param expectedBy by when it would have been over then, or null
 * @param until when it was over, or null while it goes on
 * @param workingDays how many working days it has taken, or has lasted so far
 * @param over how many of these came after {@code expectedBy}
 * @param reminders how often the bank was reminded or talked to in this time
 * @param came what ended it, in words
 */
record BankWait(String leg, String title, String whom, Instant since, String usually, Instant expectedBy, Instant until, long workingDays, long over,
        int reminders, Instant acknowledgedAt, String came, String calendar) {

    private static final Set<String> ANSWERS = Set.of("done", "rejected", "not-needed", "give-up", "account-exists");

    /** The waits that these entries, oldest first, tell of. */
    static List<BankWait> of(List<Entry> entries, Route route, Instant end) {
        var open = new HashMap<String, Entry>();
        var waits = new ArrayList<BankWait>();
        for (var entry : entries) {
            var leg = entry.act().leg();
            if (leg != null && isWaiting(entry)) {
                open.putIfAbsent(leg, entry);
            } else if (leg != null && open.containsKey(leg) && ending(entry) != null) {
                waits.add(of(open.remove(leg), entry.at(), ending(entry), entries, route, end));
            }
        }
        open.values().forEach(begun -> waits.add(of(begun, null, null, entries, route, end)));
        waits.sort(java.util.Comparator.comparing(BankWait::since));
        return waits;
    }

    private static boolean isWaiting(Entry entry) {
        return "leg-waits".equals(entry.act().name()) || "person-answered".equals(entry.act().name()) && said(entry).equals("handed-in");
    }

    private static String ending(Entry entry) {
        return switch (entry.act().name()) {
            case "leg-done" -> "it was granted";
            case "rejected-by-bank" -> "the bank has rejected";
            case "began-again" -> "the step began again";
            case "person-answered" -> ANSWERS.contains(said(entry)) ? Map.of("done", "it was granted", "rejected", "the bank has rejected").getOrDefault(said(entry), "a person has ended it") : null;
            default -> null;
        };
    }

    private static String said(Entry entry) {
        return entry.act().detail() == null ? "" : entry.act().detail().split("[^a-z-]", 2)[0];
    }

    private static BankWait of(Entry begun, Instant until, String came, List<Entry> entries, Route route, Instant end) {
        var leg = route == null ? null : route.leg(begun.act().leg()).orElse(null);
        var wait = leg == null || leg.waiting() == null ? Wait.SILENT : leg.waiting();
        var since = begun.at();
        var last = until == null ? end : until;
        var expectedBy = wait.forUpTo() == null ? null : wait.after(wait.forUpTo(), since);
        var over = expectedBy == null || !last.isAfter(expectedBy) ? 0 : wait.workingDays(expectedBy, last);
        return new BankWait(begun.act().leg(), title(leg, begun), (leg == null ? WaitingFor.BANK : leg.waitsFor()).name().toLowerCase(Locale.ROOT), since,
                wait.forUpTo() == null ? null : wait.forUpTo().toString(), expectedBy, until, wait.workingDays(since, last), over,
                (int) entries.stream().filter(each -> isReminder(each, begun) && isWithin(each, since, last)).count(),
                entries.stream().filter(each -> isAcknowledgement(each) && isWithin(each, since, last)).map(Entry::at).findFirst().orElse(null), came,
                wait.calendar() == null ? "Monday to Friday" : wait.calendar());
    }

    private static String title(Leg leg, Entry begun) {
        return leg == null ? begun.act().leg() : leg.title();
    }

    private static boolean isReminder(Entry entry, Entry begun) {
        return Set.of("bank-reminded", "bank-contacted").contains(entry.act().name()) && begun.act().leg().equals(entry.act().leg());
    }

    private static boolean isAcknowledgement(Entry entry) {
        return "bank-answered".equals(entry.act().name()) && entry.act().detail() != null && entry.act().detail().toLowerCase(Locale.ROOT).contains("acknowledged");
    }

    private static boolean isWithin(Entry entry, Instant from, Instant to) {
        return !entry.at().isBefore(from) && !entry.at().isAfter(to);
    }
}
