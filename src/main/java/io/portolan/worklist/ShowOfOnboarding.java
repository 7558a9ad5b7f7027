package io.portolan.worklist;

import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.playbook.LiveEnvironments;
import io.portolan.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a second person is told before what a live onboarding keeps in the vault is shown to a person: a secret of an earlier leg, or an answer of the bank. */
@Component
class ShowOfOnboarding implements Deed {

    private static final String WHAT = "what";

    private final Onboardings onboardings;
    private final LiveEnvironments environments;
    private final SecondPerson secondPerson;

    ShowOfOnboarding(Onboardings onboardings, LiveEnvironments environments, SecondPerson secondPerson) {
        this.onboardings = onboardings;
        this.environments = environments;
        this.secondPerson = secondPerson;
    }

    /** Comes back where it may be shown now; part of the caller's transaction. */
    void before(String onboarding, String what, String reason, String actor) {
        secondPerson.before(this, onboarding + "/" + what, Map.of(WHAT, what), Vault.Purpose.said(reason), actor);
    }

    @Override
    public String deed() {
        return "reveal-of-onboarding";
    }

    @Override
    public Guarded act() {
        return Guarded.REVEAL;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        return onboardings.find(object.substring(0, object.indexOf('/'))).filter(onboarding -> environments.isLive(onboarding.bank(), onboarding.environment()))
                .map(onboarding -> asked(onboarding, with.get(WHAT)));
    }

    private static Asked asked(Onboarding onboarding, String what) {
        return new Asked(onboarding.tpp(), onboarding.id(), "Show " + what + " of " + onboarding.tpp() + " at " + onboarding.bank(),
                "Whoever has asked sees it once; whoever knows it can act at the bank in our name until it is replaced.", "/onboardings/" + onboarding.id(),
                List.of(new Fact("TPP", onboarding.tpp()), new Fact("Bank", onboarding.bank()), new Fact("Environment", onboarding.environment()), new Fact("What", what)),
                "", List.of());
    }

    @Override
    public boolean isByItself() {
        return false;
    }
}
