package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Rehearsed;
import io.portolan.mail.AwaitedMails;
import io.portolan.playbook.MadeUp;
import io.portolan.playbook.MeansName;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Rehearses legs by portal: the steps are taken as in earnest, on a portal that has all that they look for and is in no browser. */
@Component
class RehearsedPortal implements Rehearsed {

    /** What does not show at once never does. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final AccountKeeper keeper;
    private final AcceptedTerms terms;
    private final Clock clock;

    RehearsedPortal(AccountKeeper keeper, AcceptedTerms terms, Clock clock) {
        this.keeper = keeper;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public MeansName name() {
        return MeansName.PORTAL;
    }

    @Override
    public Outcome perform(LegRun run, Cue cue) {
        var madeUp = new MadeUp(run.order().environment(), run.order().route(), clock);
        var settings = new PortalSettings(1, PATIENCE, Duration.ZERO, PATIENCE, true, null, PortalSettings.Choice.NONE, null, null, false, PATIENCE);
        var sessions = new Sessions(new OneBrowser(new RehearsedBrowser(run, cue, madeUp)), settings);
        AwaitedMails mails = (asking, wanted) -> Optional.of(new AwaitedMails.Found(madeUp.mailed(wanted.take().text()), "Made up", clock.instant(), true));
        try {
            return new PortalMeans(sessions, keeper, terms, mails, settings, clock).perform(run);
        } finally {
            sessions.destroy();
        }
    }

    /** There is this one and no other. */
    private record OneBrowser(Browser browser) implements Browsers {

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public Browser open() {
            return browser;
        }
    }
}
