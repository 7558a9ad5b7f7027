package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Step;

/** Knows the pages that interrupt a leg: errors of the server, the log-in, and answers of the bank in place of a form. */
final class PortalWatch implements Finder.Watch {

    private final LegRun run;
    private final Browser browser;
    private final SignReader signs;
    private final Quotes quotes;
    private final RunPlaces places;
    private final LooseSecrets secrets;

    PortalWatch(LegRun run, Browser browser, SignReader signs, Quotes quotes, RunPlaces places, LooseSecrets secrets) {
        this.run = run;
        this.browser = browser;
        this.signs = signs;
        this.quotes = quotes;
        this.places = places;
        this.secrets = secrets;
    }

    @Override
    public void check(Page page, boolean patienceIsOver) {
        if (page.isOutOfOrder()) {
            throw new Stop(new Outcome.Fault("The bank's page answered with status " + page.status()));
        }
        if (page.url().startsWith("chrome-error:")) {
            throw new Stop(new Outcome.Fault("The bank's page could not be loaded"));
        }
        var leg = run.order().leg();
        if (leg.work() instanceof PortalWork work && !Boolean.FALSE.equals(work.signedIn()) && showsLogIn(page)) {
            throw new SignedOut();
        }
        if (patienceIsOver) {
            Standing.read(leg, signs, quotes, page, false).ifPresent(outcome -> {
                throw new Stop(outcome);
            });
        }
    }

    @Override
    public boolean mayShowASecret(Step last) {
        return secrets.mayShow(last);
    }

    private boolean showsLogIn(Page page) {
        var portal = run.order().environment().portal();
        return portal != null && SignIn.field(portal).isPresent() && !signs.shows(portal.signedIn(), page)
                && browser.find(places.look(SignIn.field(portal).get(), Look.Use.FIELD)).isPresent();
    }
}
