package io.portolan.playbook;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Places that stand for several things, which a template parts by a space or, where the place ends in {@code .lines} or {@code .commas}, so. */
public final class ListedPlaces {

    /** What a place ends in whose values stand on lines of their own. */
    public static final String LINES = ".lines";
    /** What a place ends in whose values have a comma between. */
    public static final String COMMAS = ".commas";
    private static final Pattern ENDS = Pattern.compile("\\.(?:lines|commas)$");

    private ListedPlaces() { }

    /** The place without what says how its values are parted. */
    public static String base(String place) {
        return ENDS.matcher(place).replaceFirst("");
    }

    /** Whether the place, so written in this route, which may be null, stands for several things. */
    public static boolean isOne(String base, Playbook playbook, Route route) {
        if (base.startsWith(Places.ASK)) {
            var fact = playbook.ask().get(base.substring(Places.ASK.length()));
            return fact != null && fact.list();
        }
        return Places.LISTS.contains(base) || isCaptured(base, route, ValueType.LIST);
    }

    /** Whether the place stands for a number, or for several. */
    public static boolean isNumber(String base, Playbook playbook, Route route) {
        var fact = base.startsWith(Places.ASK) ? playbook.ask().get(base.substring(Places.ASK.length())) : null;
        return fact != null && fact.number() || isCaptured(base, route, ValueType.NUMBER);
    }

    private static boolean isCaptured(String base, Route route, ValueType type) {
        return base.startsWith(Places.CAPTURED) && route != null && route.legs().stream()
                .map(leg -> leg.captures().get(base.substring(Places.CAPTURED.length()))).anyMatch(capture -> capture != null && capture.type() == type);
    }

    /** The values that a kept text holds: those of ours have spaces between, what people and banks have told stands on lines. */
    public static List<String> items(String base, String kept) {
        return Stream.of(kept.split(Places.LISTS.contains(base) ? " " : "\\R")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    /** The same as the place wants them parted. */
    public static String parted(String place, String kept) {
        return String.join(place.endsWith(LINES) ? "\n" : place.endsWith(COMMAS) ? "," : " ", items(base(place), kept));
    }

    /** Checks that only what is several things says how it is parted. */
    static void check(Findings findings, Playbook playbook, Route route, Template template, String path) {
        template.written().lines().flatMap(line -> Template.named(line)).filter(place -> !place.equals(base(place)) && !isOne(base(place), playbook, route))
                .forEach(place -> findings.add(path, "{{" + base(place) + "}} is one value, and nothing parts it", "{{" + base(place) + "}}"));
    }
}
