package io.portolan.access;

import io.portolan.refusal.Refused;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * How somebody wishes to see pages.
 *
 * @param look {@code light} or {@code dark}; null as the system of the browser is
 * @param zone the name of the time zone of times, such as Europe/Berlin; null for that of the browser
 */
public record Look(String look, String zone) {

    private static final Set<String> LOOKS = Set.of("light", "dark");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    /** What was wished in words, {@code system} and nothing being as the browser has it; refused where there is no such thing ({@code invalid-look}). */
    public static Look of(String look, String zone) {
        var wrong = new LinkedHashMap<String, String>();
        var wished = look == null || look.isBlank() || look.equals("system") ? null : look;
        if (wished != null && !isLook(wished)) {
            wrong.put("look", "light, dark or system.");
        }
        var there = zone == null || zone.isBlank() ? null : zone.strip();
        if (there != null && !isZone(there)) {
            wrong.put("zone", "There is no such time zone. One looks like Europe/Berlin.");
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-look", "Pages cannot look so: " + String.join(" ", wrong.values()), wrong);
        }
        return new Look(wished, there);
    }

    /** Whether this is the name of a look. */
    public static boolean isLook(String look) {
        return look != null && LOOKS.contains(look);
    }

    /** Whether this is the name of a time zone. */
    public static boolean isZone(String zone) {
        return zone != null && ZONES.contains(zone);
    }
}
