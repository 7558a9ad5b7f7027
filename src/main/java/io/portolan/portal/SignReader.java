package io.portolan.portal;

import io.portolan.playbook.Sign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads signs off the page that is shown; texts are compared as a person sees them, without regard to case or spacing. */
final class SignReader {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final int REASON_LINES = 3;
    private static final int REASON_LENGTH = 400;

    private final Browser browser;
    private final RunPlaces places;

    SignReader(Browser browser, RunPlaces places) {
        this.browser = browser;
        this.places = places;
    }

    /** The first of these alternatives that shows on the page. */
    Optional<Sign> first(List<Sign> alternatives, Page page) {
        return alternatives == null ? Optional.empty()
                : alternatives.stream().filter(sign -> shows(sign, page)).findFirst();
    }

    /** Whether all conditions of the sign hold; those that only a mail or an API's answer can meet never do. */
    boolean shows(Sign sign, Page page) {
        if (sign == null || sign.subject() != null || sign.json() != null && !sign.json().isEmpty()) {
            return false;
        }
        boolean hasStatus = sign.status() != null && !sign.status().isEmpty();
        if (sign.text() == null && sign.visible() == null && sign.url() == null && !hasStatus) {
            return false;
        }
        return (sign.url() == null || page.url().contains(sign.url()))
                && (!hasStatus || sign.status().contains(page.status()))
                && (sign.text() == null || plain(page.text()).contains(plain(places.fill(sign.text()).text())))
                && (sign.visible() == null || browser.find(Look.forUse(sign.visible(), Look.Use.ANY)).isPresent());
    }

    /** What the page says around a sign: the line that holds it and what follows, masked. */
    String around(Sign sign, Page page) {
        if (sign.text() == null) {
            return "The page \"" + places.masked(page.title()) + "\" shows it";
        }
        var sought = plain(places.fill(sign.text()).text());
        var lines = page.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (plain(lines.get(i)).contains(sought)) {
                var said = String.join(" ", lines.subList(i, Math.min(lines.size(), i + REASON_LINES)));
                return places.masked(said.length() > REASON_LENGTH ? said.substring(0, REASON_LENGTH) + "…" : said);
            }
        }
        return places.masked(places.fill(sign.text()).toString());
    }

    private static String plain(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
