package io.portolan.portal;

import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Signs;
import io.portolan.playbook.Step;
import io.portolan.playbook.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Waits for what a step needs, on the bank's own hosts only, and says what is there instead where it does not come. */
final class Finder {

    /** After so many misses, a quarter of a second or so, it is worth asking what page this is, and again after as many. */
    private static final int MISSES_BEFORE_A_CHECK = 12;
    private static final int NEAREST = 5;
    /** For so long something must show that only holds the name: the one of just that name may still be drawn. */
    private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(400);
    /** A page that has had all its answers for so long has nothing more to ask. */
    private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(150);
    /** What pages show in place of a secret. */
    private static final Pattern DOTS = Pattern.compile("[•●∙·*.\\-–—xX…\\s]*");
    private static final Pattern OUT_OF_SERVICE = Pattern.compile("(?i)maintenance|temporarily unavailable|service unavailable|bad gateway"
            + "|gateway time-?out|try again later|wartungsarbeiten|nicht verfügbar|údržb|mantenimiento|manutenzione|onderhoud|konserwac");
    /** A page that says only this is no page that talks of it. */
    private static final int SHORT_PAGE = 600;

    /** Said in place of what a page says. */
    static final String LEFT_OUT = "What the page says is left out, since a secret may be among it.";

    private final Browser browser;
    private final Hosts hosts;
    private final Patience patience;
    private final SignReader signs;
    private final RunPlaces places;
    private final Watch watch;
    private final List<Target> dismissed;

    /** Knows what a page means on which a step finds nothing. */
    interface Watch {

        /**
         * Throws where the page is one that only an interruption shows: an error, a log-in, and, once patience is over, an
         * answer of the bank.
         */
        void check(Page page, boolean patienceIsOver);

        /** Whether a secret may show that nobody can point at, so that nothing may be told of what the page says. */
        default boolean mayShowASecret(Step last) {
            return false;
        }
    }

    /** What is in {@code dismissed} is clicked away where it stands in the way. */
    Finder(Browser browser, Hosts hosts, Patience patience, SignReader signs, RunPlaces places, Watch watch, List<Target> dismissed) {
        this.browser = browser;
        this.hosts = hosts;
        this.patience = patience;
        this.signs = signs;
        this.places = places;
        this.watch = watch;
        this.dismissed = dismissed;
    }

    /** The element, once it is there and, where asked, has a value. */
    Element await(Step step, Look look, boolean withValue) {
        return await(look, withValue, patience).map(found -> ours(step, found)).orElseThrow(() -> missing(step, look));
    }

    /** The same within a shorter time, or nothing. */
    Optional<Element> within(Duration time, Step step, Look look, boolean withValue) {
        return await(look, withValue, patience.atMost(time)).map(found -> ours(step, found));
    }

    private Optional<Element> await(Look look, boolean withValue, Patience howLong) {
        var partlyFrom = new long[1];
        var partly = new Element[1];
        var checks = new int[1];
        var found = howLong.until(() -> {
            var element = browser.find(look).filter(each -> !withValue || isValue(each.value()));
            if (element.isEmpty() || element.get().isExact()) {
                partlyFrom[0] = 0;
                return element;
            }
            partly[0] = element.get();
            partlyFrom[0] = partlyFrom[0] == 0 ? System.nanoTime() : partlyFrom[0];
            return element.filter(each -> System.nanoTime() - partlyFrom[0] >= SETTLING);
        }, MISSES_BEFORE_A_CHECK, () -> search(++checks[0]));
        return found.or(() -> partlyFrom[0] == 0 ? Optional.empty() : Optional.of(partly[0]));
    }

    /** What a person does who does not see it: asks what page this is, clears the way, looks into other windows, scrolls on. */
    private void search(int time) {
        watch.check(browser.page(), false);
        clearTheWay();
        browser.turnToAnotherWindow();
        if (time > 1) {
            browser.scrollOn();
        }
    }

    /** Clicks away what the playbook says may stand in the way; tells whether there was anything. */
    boolean clearTheWay() {
        boolean any = false;
        for (var target : dismissed) {
            var inTheWay = browser.find(Look.forUse(places.filled(target), Look.Use.CLICK)).filter(each -> each.isOn(hosts));
            if (inTheWay.isPresent()) {
                try {
                    inTheWay.get().click();
                    any = true;
                } catch (BrowserTrouble trouble) {
                    if (trouble.isGone()) {
                        throw trouble;
                    }
                }
            }
        }
        return any;
    }

    /** Returns when the sign shows. */
    void await(Step step, Sign sign) {
        var checks = new int[1];
        patience.until(() -> signs.shows(sign, browser.page()) ? Optional.of(sign) : Optional.empty(),
                MISSES_BEFORE_A_CHECK, () -> search(++checks[0])).orElseThrow(() -> unseen(step, sign));
    }

    private Stop unseen(Step step, Sign sign) {
        var gone = sign.gone() == null ? null : places.look(sign.gone(), Look.Use.SIGN);
        if (gone != null && browser.find(gone).isPresent()) {
            return unusable(step, gone, Miss.STILL_THERE);
        }
        return sign.visible() != null && sign.text() == null ? missing(step, places.look(sign.visible(), Look.Use.SIGN))
                : missing(step, sign.text() == null ? "what shows this page" : "the text \"" + places.fill(sign.text()).text() + "\"",
                        sign.text() == null ? "" : sign.text().written(), Miss.NOT_THERE);
    }

    /** Whether the page shows that the leg is done. */
    boolean shows(Signs of, Page page) {
        return of != null && signs.first(of.doneWhen(), page).isPresent();
    }

    /** What shows right now, if it has a value. */
    Optional<Element> now(Look look) {
        return browser.find(look).filter(element -> element.isOn(hosts)).filter(element -> isValue(element.value()));
    }

    /** Waits for the answers to what the page itself asks of its server; tells whether it did. */
    boolean letThePageFinish() {
        if (!browser.isCalling()) {
            return false;
        }
        var idleFrom = new long[1];
        patience.until(() -> {
            idleFrom[0] = browser.isCalling() ? 0 : idleFrom[0] == 0 ? System.nanoTime() : idleFrom[0];
            return idleFrom[0] != 0 && System.nanoTime() - idleFrom[0] >= IDLE ? Optional.of(true) : Optional.empty();
        });
        return true;
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

    private Element ours(Step step, Element found) {
        if (!found.isOn(hosts)) {
            throw elsewhere(step, hosts.allow(found.topUrl()) ? found.frameUrl() : found.topUrl());
        }
        return found;
    }

    /** Dots in place of a secret are no value. */
    static boolean isValue(String value) {
        return !DOTS.matcher(value).matches();
    }

    /** A person's, since nothing that this page says may be believed. */
    Outcome elsewhere(Page page) {
        return elsewhere(null, page.url()).outcome();
    }

    private static Stop elsewhere(Step step, String url) {
        return Stop.person(Reason.PAGE_CHANGED, "The portal left the bank's hosts, so nothing was typed or believed there",
                (step == null ? "" : "Step: " + step.described() + "\n") + "It led to: " + Hosts.named(url));
    }

    private Stop missing(Step step, Look look) {
        return missing(step, soughtIn(look), look.wanted(), browser.why(look));
    }

    /** Says that something is there, and cannot be used for this reason. */
    Stop unusable(Step step, Look look, Miss why) {
        return missing(step, look.described(), look.wanted(), why);
    }

    private Stop missing(Step step, String what, String wanted, Miss why) {
        var page = browser.pageInDetail();
        watch.check(page, true);
        if (page.captcha()) {
            return captcha(step);
        }
        if (!hosts.allow(page.url())) {
            return elsewhere(step, page.url());
        }
        if (page.text().length() < SHORT_PAGE && OUT_OF_SERVICE.matcher(page.text()).find()) {
            return new Stop(new Outcome.Fault("The portal says that it is out of service"));
        }
        var said = watch.mayShowASecret(step) ? "\n" + LEFT_OUT : told(page, wanted);
        var question = places.masked("The portal has changed: " + what + " " + why.said());
        var detail = places.masked("Step: " + step.described() + "\nLooked for: " + what + said);
        return why == Miss.NOT_THERE && page.status() < 400 ? Stop.foundNothing(question, detail)
                : Stop.person(Reason.PAGE_CHANGED, question, detail);
    }

    private static String told(Page page, String wanted) {
        var near = NamesNearby.to(wanted, page.named(), NEAREST);
        return "\nNearest on the page: " + (near.isEmpty() ? "nothing" : String.join(", ", near)) + "\nPage: \"" + page.title() + "\""
                + (page.status() >= 400 ? ", status " + page.status() : "")
                + (page.alerts().isEmpty() ? "" : "\nIt says: \"" + page.alerts() + "\"");
    }

    static Stop captcha(Step step) {
        return Stop.person(Reason.CAPTCHA, "The portal asks for a captcha", "Step: " + step.described());
    }

    /** What is missing: an option of a list that is there, or the element itself. */
    private String soughtIn(Look look) {
        return look.option() != null && browser.find(look.as(Look.Use.ANY)).isPresent()
                ? "the option asked for in " + look.described() : look.described();
    }
}
