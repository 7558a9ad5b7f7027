package io.portolan.portal;

import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Step;
import java.util.Optional;
import java.util.regex.Pattern;

/** Waits for what a step needs, on the bank's own hosts only, and says what is there instead where it does not come. */
final class Finder {

    /** After so many misses, a quarter of a second or so, it is worth asking what page this is. */
    private static final int MISSES_BEFORE_A_CHECK = 12;
    private static final int NEAREST = 5;
    /** What pages show in place of a secret. */
    private static final Pattern DOTS = Pattern.compile("[•●∙·*.\\-–—xX…\\s]*");

    private final Browser browser;
    private final Hosts hosts;
    private final Patience patience;
    private final SignReader signs;
    private final RunPlaces places;
    private final Watch watch;

    /** Knows what a page means on which a step finds nothing. */
    interface Watch {

        /**
         * Throws where the page is one that only an interruption shows: an error, a log-in, and, once patience is over, an
         * answer of the bank.
         */
        void check(Page page, boolean patienceIsOver);
    }

    Finder(Browser browser, Hosts hosts, Patience patience, SignReader signs, RunPlaces places, Watch watch) {
        this.browser = browser;
        this.hosts = hosts;
        this.patience = patience;
        this.signs = signs;
        this.places = places;
        this.watch = watch;
    }

    /** The element, once it is there and, where asked, has a value. */
    Element await(Step step, Look look, boolean withValue) {
        var found = patience.until(() -> {
            var element = browser.find(look);
            if (element.isEmpty()) {
                browser.followNewWindow();
            }
            return element.filter(each -> !withValue || isValue(each.value()));
        }, MISSES_BEFORE_A_CHECK, this::check).orElseThrow(() -> missing(step, soughtIn(look), wanted(look)));
        if (!found.isOn(hosts)) {
            throw elsewhere(step, hosts.allow(found.topUrl()) ? found.frameUrl() : found.topUrl());
        }
        return found;
    }

    /** Returns when the sign shows. */
    void await(Step step, Sign sign) {
        patience.until(() -> signs.shows(sign, browser.page()) ? Optional.of(sign) : Optional.empty(),
                MISSES_BEFORE_A_CHECK, this::check)
                .orElseThrow(() -> missing(step, sign.text() == null ? "what shows this page" : "the text \"" + sign.text() + "\"",
                        sign.text() == null ? "" : sign.text().written()));
    }

    /** What shows right now, if it has a value. */
    Optional<Element> now(Look look) {
        return browser.find(look).filter(element -> element.isOn(hosts)).filter(element -> isValue(element.value()));
    }

    boolean isOurs(String url) {
        return hosts.allow(url);
    }

    /** Refuses an address that is not the bank's. */
    void requireOurs(String url) {
        if (!hosts.allow(url)) {
            throw elsewhere(null, url);
        }
    }

    private void check() {
        watch.check(browser.page(), false);
    }

    /** Dots in place of a secret are no value. */
    private static boolean isValue(String value) {
        return !DOTS.matcher(value).matches();
    }

    private static Stop elsewhere(Step step, String url) {
        return Stop.person(Reason.PAGE_CHANGED, "The portal left the bank's hosts, so nothing was typed there",
                (step == null ? "" : "Step: " + step.described() + "\n") + "It led to: " + Hosts.named(url));
    }

    private Stop missing(Step step, String what, String wanted) {
        var page = browser.pageInDetail();
        watch.check(page, true);
        if (page.captcha()) {
            return Stop.person(Reason.CAPTCHA, "The portal asks for a captcha", "Step: " + step.described());
        }
        if (!hosts.allow(page.url())) {
            return elsewhere(step, page.url());
        }
        var near = NamesNearby.to(wanted, page.named(), NEAREST);
        return Stop.person(Reason.PAGE_CHANGED, "The portal has changed: " + what + " is not there", places.masked(
                "Step: " + step.described() + "\nLooked for: " + what + "\nNearest on the page: "
                        + (near.isEmpty() ? "nothing" : String.join(", ", near)) + "\nPage: \"" + page.title() + "\""
                        + (page.status() >= 400 ? ", status " + page.status() : "")));
    }

    /** What is missing: an option of a list that is there, or the element itself. */
    private String soughtIn(Look look) {
        var target = look.target();
        return look.option() != null && browser.find(Look.forUse(target, Look.Use.ANY)).isPresent()
                ? "the option asked for in " + target.described() : target.described();
    }

    private static String wanted(Look look) {
        var target = look.target();
        return target.label() != null ? target.label() : target.role() != null ? target.name()
                : target.text() != null ? target.text() : target.css();
    }
}
