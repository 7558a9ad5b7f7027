package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.Portal;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Step;
import io.portolan.playbook.Target;
import java.util.List;
import java.util.Optional;

/** Signs in to a portal by the environment's log-in steps, where we are not signed in yet. */
final class SignIn {

    /** We turned out to be signed in while the log-in was still under way. */
    private static final class AlreadyIn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AlreadyIn() {
            super(null, null, false, false);
        }
    }

    private final LegRun run;
    private final Portal portal;
    private final Browser browser;
    private final Hosts hosts;
    private final Desk desk;
    private final SignReader signs;
    private final RunPlaces places;
    private final AccountKeeper keeper;
    private boolean isFresh;

    SignIn(LegRun run, Browser browser, boolean isFresh, Hosts hosts, Desk desk, SignReader signs,
            RunPlaces places, AccountKeeper keeper) {
        this.run = run;
        this.portal = run.order().environment().portal();
        this.browser = browser;
        this.isFresh = isFresh;
        this.hosts = hosts;
        this.desk = desk;
        this.signs = signs;
        this.places = places;
        this.keeper = keeper;
    }

    /** Returns signed in; throws {@link Stop} where the portal does not let us in. */
    void ensure() {
        if (portal == null || portal.logIn() == null || portal.logIn().isEmpty()
                || !isFresh && signs.shows(portal.signedIn(), browser.page())) {
            return;
        }
        isFresh = false;
        var finder = new Finder(browser, hosts, desk.patience(), signs, places, this::check, dismissed(portal));
        try (var steps = new StepRunner(run, browser, places, new Acts(run), finder, desk, desk.clock().instant())) {
            steps.take(portal.logIn());
        } catch (AlreadyIn in) {
            return;
        }
        if (portal.signedIn() != null) {
            desk.patience().until(() -> {
                var page = browser.page();
                outOfOrder(page);
                return signs.shows(portal.signedIn(), page) ? Optional.of(page) : Optional.empty();
            }).orElseThrow(this::notLetIn);
        }
        keeper.signedIn(places.account());
    }

    /** Whether the portal may know us before this leg signs us up: by another bank of its group, or from before our time. */
    boolean mayBeKnown() {
        var first = run.order().route().legs().stream().filter(leg -> leg.stage() == Stage.SIGN_UP && leg.work() instanceof PortalWork).findFirst();
        return first.filter(leg -> leg.id().equals(run.order().leg().id())).isPresent() && keeper.hasAccount(run);
    }

    /**
     * Whether the portal lets us in with an account that is older than this onboarding, or has let us in before; it is seen by signing
     * in. Throws {@link Stop} where the portal is out of order or asks for a captcha.
     */
    boolean letsUsIn() {
        if (portal == null || portal.logIn() == null || portal.logIn().isEmpty() || portal.signedIn() == null || !mayBeKnown()
                || !keeper.isFromBefore(places.account(), run)) {
            return false;
        }
        try {
            ensure();
            return true;
        } catch (LegRun.MissingData noSecondFactorYet) {
            return false;
        } catch (Stop stop) {
            if (stop.outcome() instanceof Outcome.NeedsPerson person && person.reason() != Reason.CAPTCHA) {
                return false;
            }
            throw stop;
        }
    }

    /** What stands in the way on the pages of this portal. */
    static List<Target> dismissed(Portal portal) {
        return portal == null || portal.dismiss() == null ? List.of() : portal.dismiss();
    }

    /** The first field of the log-in, by which its page is known. */
    static Optional<Target> field(Portal portal) {
        return portal.logIn() == null ? Optional.empty() : portal.logIn().stream().filter(Step.Fill.class::isInstance)
                .map(step -> ((Step.Fill) step).target()).findFirst();
    }

    private void check(Page page, boolean patienceIsOver) {
        outOfOrder(page);
        if (signs.shows(portal.signedIn(), page)) {
            throw new AlreadyIn();
        }
    }

    private static void outOfOrder(Page page) {
        if (page.isOutOfOrder()) {
            throw new Stop(new Outcome.Fault("The portal's log-in answered with status " + page.status()));
        }
    }

    private Stop notLetIn() {
        var page = browser.page();
        return page.captcha() ? Stop.person(Reason.CAPTCHA, "The portal asks for a captcha at its log-in", null)
                : Stop.person(Reason.PAGE_CHANGED, "The portal did not let us in",
                        "Signed in as " + places.account().login() + ".\nPage: \"" + places.masked(page.title()) + "\"");
    }
}
