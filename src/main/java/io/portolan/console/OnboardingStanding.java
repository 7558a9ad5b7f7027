package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.BankAnswers;
import io.portolan.onboarding.Leaning;
import io.portolan.onboarding.Leanings;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.worklist.WorklistSettings;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** How an onboarding stands with others: what it leans on, who leans on it, and what the bank has said and granted. */
@Component
class OnboardingStanding {

    private final Leanings leanings;
    private final Onboardings onboardings;
    private final Registrations registrations;
    private final BankAnswers answers;
    private final Catalogue catalogue;
    private final WorklistSettings settings;

    OnboardingStanding(Leanings leanings, Onboardings onboardings, Registrations registrations, BankAnswers answers, Catalogue catalogue,
            WorklistSettings settings) {
        this.leanings = leanings;
        this.onboardings = onboardings;
        this.registrations = registrations;
        this.answers = answers;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /**
     * All of it.
     *
     * @param granted the services that the bank has granted, or empty
     * @param rejected the services that it has rejected, or empty
     */
    record StandingView(List<LeaningLine> leansOn, List<LeaningLine> leanedOnBy, String granted, String rejected, List<SaidLine> said) { }

    /** Another onboarding or registration, with how it stands; the links may be null. */
    record LeaningLine(String name, String environment, String onboarding, String registration, BadgeView state, String note) { }

    /** What the bank has said, in words; what it did not say is null. */
    record SaidLine(TimeView at, String what, String services, String note, String reference, String expectedBy, String effectiveFrom, String by) { }

    StandingView of(Onboarding onboarding, Instant now) {
        var granted = registrations.ofOnboarding(onboarding.id()).map(Registration::granted).map(Wording::joined).orElse("");
        return new StandingView(leanings.of(onboarding.id()).stream().map(this::above).toList(),
                leanings.on(onboarding.id()).stream().map(this::below).toList(), granted, Wording.joined(onboarding.rejected()),
                answers.of(onboarding.id()).stream().map(answer -> said(answer, now)).toList());
    }

    /** What a registration leans on. */
    List<LeaningLine> ofRegistration(String registration) {
        return leanings.ofRegistration(registration).stream().map(this::above).toList();
    }

    /** The onboardings that lean on a registration. */
    List<LeaningLine> onRegistration(String registration) {
        return leanings.onRegistration(registration).stream().map(this::below).distinct().toList();
    }

    /** How the others stand, for seeing whether something has changed. */
    Object states(String onboarding) {
        return List.of(leanings.of(onboarding), leanings.on(onboarding));
    }

    private LeaningLine above(Leaning leaning) {
        var state = leaning.standing() != null ? BadgeView.of(leaning.standing())
                : leaning.awaitedStatus() != null ? BadgeView.of(leaning.awaitedStatus()) : null;
        return new LeaningLine(catalogue.bankName(leaning.unit()), leaning.environment(), leaning.awaited(), leaning.registration(), state, leaning.note());
    }

    private LeaningLine below(Leaning leaning) {
        var other = onboardings.find(leaning.onboarding());
        return new LeaningLine(other.map(o -> catalogue.bankName(o.bank())).orElse(leaning.onboarding()), other.map(Onboarding::environment).orElse(""),
                leaning.onboarding(), null, other.map(o -> BadgeView.of(o.status())).orElse(null), null);
    }

    private SaidLine said(BankAnswer answer, Instant now) {
        var what = switch (answer.kind()) {
            case ACKNOWLEDGED -> say("onboarding.it-has-received-it-and");
            case APPROVED -> say("onboarding.it-has-approved");
            case REJECTED -> say("onboarding.it-has-rejected");
            case QUESTION -> say("onboarding.it-has-asked-a-question");
        };
        return new SaidLine(TimeView.of(answer.at(), now), what, Wording.joined(answer.services()), answer.note(), answer.reference(),
                TimeView.words(answer.expectedBy(), settings.zone()), TimeView.words(answer.effectiveFrom(), settings.zone()),
                Wording.actor(answer.saidBy()));
    }
}
