package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.APPLICATION;
import static io.portolan.onboarding.PreflightReport.Subject.BRANCH;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the application and the branch that were chosen are there, and the branch open. */
@Component
@Order(2)
class CheckChoice implements PreflightCheck {

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var wish = asked.wish();
        var application = asked.tpp().profile().applications().get(wish.application());
        if (application == null) {
            findings.error(APPLICATION, "application-missing", wish.application(),
                    "The TPP's profile does not say what application " + wish.application() + " is to be registered.");
        } else {
            findings.fine(APPLICATION, "application-there", wish.application(), "Application " + wish.application()
                    + (application.name() == null ? "" : ", \"" + application.name() + "\"") + ", is registered.");
        }
        branch(asked, findings);
    }

    private static void branch(AskedRoute asked, PreflightFindings findings) {
        var wish = asked.wish();
        var branches = wish.playbook().playbook().branches();
        if (wish.branch() == null) {
            if (wish.playbook().playbook().registersByBranchOnly()) {
                findings.error(BRANCH, "branch-missing", "branch", "Each branch of this bank registers us by itself, so say which: "
                        + String.join(", ", branches.keySet()) + ".");
            }
            return;
        }
        var branch = branches.get(wish.branch());
        if (branch == null || branch.closesOn() == null) {
            findings.fine(BRANCH, "branch-open", wish.branch(), "The branch " + (branch == null ? wish.branch() : branch.name()) + " is open.");
        } else if (branch.isClosed(asked.today())) {
            findings.error(BRANCH, "branch-closed", wish.branch(), "The branch " + branch.name() + " has been closed since " + branch.closesOn() + ".");
        } else if (branch.closesOn().isBefore(AskedRoute.day(asked.shouldLastUntil()))) {
            findings.warning(BRANCH, "branch-closes-soon", wish.branch(), "The branch " + branch.name() + " closes on " + branch.closesOn() + ".");
        } else {
            findings.fine(BRANCH, "branch-open", wish.branch(), "The branch " + branch.name() + " is open until " + branch.closesOn() + ".");
        }
    }
}
