package io.portolan.portal;

import io.portolan.playbook.Hosts;
import io.portolan.playbook.Seen;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads signs off the page that is shown, if it is the bank's; texts are compared as a person sees them: whole words, without regard to
 * case or spacing.
 */
final class SignReader {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    /** What explains goes on in sentences or has a name before a colon; what navigates does neither. */
    private static final Pattern A_SENTENCE = Pattern.compile("[.!?]$|:\\s");
    /** For so long an element must not show to count as gone. */
    private static final Patience DRAWN = new Patience(Duration.ofMillis(600));
    private static final int LONG_LINE = 160;
    private static final int REASON_LINES = 3;
    private static final int REASON_LENGTH = 400;

    private final Browser browser;
    private final Hosts hosts;
    private final RunPlaces places;

    SignReader(Browser browser, Hosts hosts, RunPlaces places) {
        this.browser = browser;
        this.hosts = hosts;
        this.places = places;
    }

    /** The first of these alternatives that shows on the page. */
    Optional<Sign> first(List<Sign> alternatives, Page page) {
        return alternatives == null ? Optional.empty()
                : alternatives.stream().filter(sign -> shows(sign, page)).findFirst();
    }

    /** Whether this page may be believed: only one of the bank's own hosts says anything of a leg. */
    boolean believes(Page page) {
        return hosts.allow(page.url());
    }

    /** Whether all conditions of the sign hold; those that only a mail or an API's answer can meet never do, and none does elsewhere. */
    boolean shows(Sign sign, Page page) {
        if (sign == null || !believes(page) || sign.subject() != null || sign.json() != null && !sign.json().isEmpty()) {
            return false;
        }
        boolean hasStatus = sign.status() != null && !sign.status().isEmpty();
        if (sign.text() == null && sign.visible() == null && sign.url() == null && !hasStatus) {
            return false;
        }
        return (sign.url() == null || page.url().contains(sign.url()))
                && (!hasStatus || sign.status().contains(page.status()))
                && (sign.text() == null || says(page, places.fill(sign.text()).text()))
                && (sign.visible() == null || isVisible(places.look(sign.visible(), Look.Use.SIGN)))
                && (sign.gone() == null || isGone(places.look(sign.gone(), Look.Use.SIGN)));
    }

    /** Words that an icon or a style sets apart, and the page's text does not, are an element's own. */
    private boolean says(Page page, String words) {
        return Seen.says(page.text(), words) || Seen.plain(page.text()).contains(Seen.plain(words))
                && isVisible(Look.forUse(new Target(null, null, null, new Template(words), null, List.of(), null), Look.Use.SIGN));
    }

    private boolean isVisible(Look look) {
        return browser.find(look).filter(found -> found.isOn(hosts)).isPresent();
    }

    /** Not only not there yet: a page may draw its rows after its headings. */
    private boolean isGone(Look look) {
        return DRAWN.until(() -> browser.find(look)).isEmpty();
    }

    /** What shows that a leg is done or waits, such as {@code "Pending" on the page "Applications"}, masked. */
    String seen(Sign sign, Page page) {
        var said = words(sign).flatMap(words -> line(words, page)).map(line -> sentence(line, words(sign).orElse("")));
        var where = page.title().isBlank() ? "the page" : "the page \"" + page.title() + "\"";
        if (said.isPresent()) {
            return places.masked("\"" + said.get() + "\" on " + where);
        }
        if (sign.visible() == null) {
            return places.masked("The address of " + where);
        }
        var described = places.filled(sign.visible()).described();
        return places.masked(described.substring(0, 1).toUpperCase(Locale.ROOT) + described.substring(1) + " on " + where);
    }

    /** What the page says around a sign: what holds it and the sentences that follow, masked. */
    String around(Sign sign, Page page) {
        var words = words(sign);
        var held = words.flatMap(sought -> line(sought, page));
        if (held.isEmpty()) {
            return seen(sign, page);
        }
        var said = new StringBuilder(held.get());
        lines(page).dropWhile(line -> !line.contains(held.get())).skip(1).limit(REASON_LINES - 1L)
                .takeWhile(line -> A_SENTENCE.matcher(line).find()).forEach(line -> said.append(' ').append(line));
        var masked = places.masked(said.toString());
        return masked.length() > REASON_LENGTH ? masked.substring(0, REASON_LENGTH) + "…" : masked;
    }

    /** The words by which a sign is found, where it is found by words. */
    private Optional<String> words(Sign sign) {
        return sign.text() != null ? Optional.of(places.fill(sign.text()).text())
                : Optional.ofNullable(sign.visible() == null || sign.visible().text() == null ? null : places.fill(sign.visible().text()).text());
    }

    /** The line, or the cell of a table's row, that holds these words. */
    private static Optional<String> line(String words, Page page) {
        return lines(page).filter(line -> Seen.says(line, words)).findFirst()
                .map(line -> Stream.of(line.split("\t")).map(String::strip).filter(cell -> Seen.says(cell, words)).findFirst().orElse(line));
    }

    private static Stream<String> lines(Page page) {
        return page.text().lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /** Of a long line only the sentence that holds the words; they stand as they were sought where the page's style changes their case. */
    private static String sentence(String line, String words) {
        if (Seen.plain(line).equals(Seen.plain(words))) {
            return words;
        }
        return line.length() <= LONG_LINE ? line : SENTENCE_END.splitAsStream(line)
                .filter(sentence -> Seen.says(sentence, words)).findFirst().orElse(words);
    }

}
