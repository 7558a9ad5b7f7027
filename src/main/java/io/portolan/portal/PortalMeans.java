package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.mail.AwaitedMails;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.MeansName;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does legs by a browser on the bank's portal. */
@Component
class PortalMeans implements Means {

    private static final Logger LOG = LoggerFactory.getLogger(PortalMeans.class);

    private final Sessions sessions;
    private final AccountKeeper keeper;
    private final Desk desk;
    private final int browsers;

    PortalMeans(Sessions sessions, AccountKeeper keeper, AcceptedTerms terms, AwaitedMails mails, PortalSettings settings, Clock clock) {
        this.sessions = sessions;
        this.keeper = keeper;
        this.desk = new Desk(new Patience(settings.patience()), new Patience(settings.mailPatience()), mails, terms, clock);
        this.browsers = settings.browsers();
        if (!sessions.available()) {
            LOG.warn("There is no browser on this machine: the portal legs of all banks become tasks for people");
        }
    }

    @Override
    public MeansName name() {
        return MeansName.PORTAL;
    }

    @Override
    public int atOnce() {
        return sessions.available() ? browsers : Means.super.atOnce();
    }

    @Override
    public boolean isHere() {
        return sessions.available();
    }

    @Override
    public Outcome perform(LegRun run) {
        if (!sessions.available()) {
            keeper.prepareSignUp(run);
            return new Outcome.NeedsPerson(Reason.NO_BROWSER, "There is no browser for this leg; it is to be done by hand", null);
        }
        Session session;
        try {
            session = sessions.claim(run.order().portalAccount());
        } catch (BrowserTrouble trouble) {
            return new Outcome.Fault(trouble.getMessage());
        }
        try {
            var outcome = perform(run, session);
            if (outcome instanceof Outcome.NeedsPerson) {
                keeper.prepareSignUp(run);
            }
            return outcome;
        } catch (BrowserTrouble trouble) {
            session.markBroken();
            LOG.info("Leg {} of {}: {}", run.order().leg().id(), run.order().onboarding(), trouble.getMessage());
            return new Outcome.Fault(trouble.getMessage());
        } catch (RuntimeException e) {
            session.markBroken();
            throw e;
        } finally {
            sessions.release(session);
        }
    }

    private Outcome perform(LegRun run, Session session) {
        var browser = session.browser();
        var hosts = new Hosts(run.order().environment().hosts());
        keeper.mask(run);
        try (var places = new RunPlaces(run, keeper)) {
            var signs = new SignReader(browser, hosts, places);
            var acts = new Acts(run);
            var loose = new LooseSecrets(run, browser, places, acts);
            var quotes = new Quotes(places, () -> loose.mayShow(acts.last()));
            var watch = new PortalWatch(run, browser, signs, quotes, places, loose);
            var finder = new Finder(browser, hosts, desk.patience(), signs, places, watch,
                    SignIn.dismissed(run.order().environment().portal()));
            try (var steps = new StepRunner(run, browser, places, acts, finder, desk, null)) {
                var state = new Standing(run, browser, signs, quotes, desk.patience(), finder, watch);
                var signIn = new SignIn(run, browser, session.isFresh(), hosts, desk, signs, places, keeper);
                var evidence = new PageEvidence(run, browser, places, loose);
                var outcome = new PortalRun(run, acts, steps, state, signIn, evidence).perform();
                keepEvidence(evidence, steps, session, outcome);
                return outcome;
            }
        }
    }

    /** What came of the leg counts, even where the browser fails at its picture. */
    private static void keepEvidence(PageEvidence evidence, StepRunner steps, Session session, Outcome outcome) {
        try {
            evidence.keep(steps.last(), outcome instanceof Outcome.NeedsPerson);
            session.browser().closeOtherWindows();
        } catch (BrowserTrouble trouble) {
            session.markBroken();
            LOG.info("No evidence of the page could be taken: {}", trouble.getMessage());
        }
    }
}
