package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.FACT;

import io.portolan.playbook.Places;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which facts that the playbook asks for, and that a leg needs, nobody has supplied yet. */
@Component
@Order(9)
class CheckFacts implements PreflightCheck {

    private final Facts facts;

    CheckFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var playbook = asked.wish().playbook().playbook();
        asked.places().forEach((place, legs) -> {
            if (!place.startsWith(Places.ASK)) {
                return;
            }
            var name = place.substring(Places.ASK.length());
            if (facts.find(playbook.bank(), asked.wish().environmentName(), playbook.branchOfFact(name, asked.wish().branch()), name).isPresent()) {
                findings.fine(FACT, "fact-there", name, "Somebody has supplied " + name + ".");
            } else {
                findings.warning(FACT, "fact-open", name, "Nobody has supplied " + name + " yet" + (playbook.ask().get(name) == null ? "" : ": " + playbook.ask().get(name).who())
                        + ". " + AskedRoute.said(legs) + " is a person's until somebody does.");
            }
        });
    }
}
