package io.portolan.portal;

import io.portolan.playbook.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names on a page that come nearest to one that is not there. */
final class NamesNearby {

    /** A long word with a digit in it may be a value and not a name. */
    private static final Pattern LIKE_A_SECRET = Pattern.compile("(?=\\S*\\d)\\S{12,}");

    private NamesNearby() {
    }

    /** At most so many of them, the nearest first, each said with its kind. */
    static List<String> to(String wanted, List<Page.Named> named, int most) {
        var sought = wanted.toLowerCase(Locale.ROOT);
        return named.stream().distinct()
                .filter(each -> !LIKE_A_SECRET.matcher(each.name()).find())
                .sorted(Comparator.comparingDouble(each -> distance(sought, each.name().toLowerCase(Locale.ROOT))))
                .limit(most).map(each -> each.kind() + " \"" + each.name() + "\"").toList();
    }

    /** The edit distance in relation to the longer of both, less where one holds the other. */
    static double distance(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 1;
        }
        double share = (double) Nearest.distance(a, b) / Math.max(a.length(), b.length());
        return a.contains(b) || b.contains(a) ? share / 2 : share;
    }
}
