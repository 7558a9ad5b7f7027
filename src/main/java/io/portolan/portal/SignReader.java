package io.portolan.portal;

import io.portolan.playbook.Hosts;
import io.portolan.playbook.Seen;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads signs off the page that is shown, if it is the bank's; texts are compared as a person sees them: whole words, without regard to
 * case or spacing.
 */
final class SignReader {

    /** For so long an element must not show to count as gone. */
    private static final Patience DRAWN = new Patience(Duration.ofMillis(600));

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
}
