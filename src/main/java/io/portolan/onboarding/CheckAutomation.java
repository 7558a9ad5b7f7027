package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.PORTAL;

import io.portolan.leg.Means;
import io.portolan.onboarding.AskedRoute.AskedLeg;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Playbook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether a machine may and can work the portal, where legs are done there. */
@Component
@Order(10)
class CheckAutomation implements PreflightCheck {

    private final ObjectProvider<Means> means;

    CheckAutomation(ObjectProvider<Means> means) {
        this.means = means;
    }

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var portal = asked.wish().environment().portal();
        var name = portal == null ? asked.wish().playbook().playbook().bank() : portal.name();
        // a playbook that forbids it is read with a person's legs in place of those by portal
        if (asked.wish().playbook().playbook().automation() == Playbook.Automation.FORBIDDEN && portal != null) {
            findings.warning(PORTAL, "automation-forbidden", name, "The terms of the portal " + name + " forbid automation, so a person does what is done there.");
            return;
        }
        var legs = asked.titles(AskedLeg::isByPortal);
        if (legs.isEmpty()) {
            return;
        }
        if (asked.legs().stream().anyMatch(leg -> leg.isByPortal() && leg.isByPerson())) {
            findings.warning(PORTAL, "automation-unknown", name, "The terms of the portal " + name + " say nothing of automation, and " + asked.wish().tpp()
                    + " has not consented to it: until it does, a person does " + AskedRoute.said(legs) + ".");
        } else if (means.stream().noneMatch(one -> one.name() == MeansName.PORTAL && one.isHere())) {
            findings.warning(PORTAL, "browser-missing", name, "There is no browser on this machine, so a person does " + AskedRoute.said(legs) + ".");
        } else {
            findings.fine(PORTAL, "automation-allowed", name, "A machine may do " + AskedRoute.said(legs) + " at the portal " + name + ".");
        }
    }
}
