package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Journal;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.StartRequest;
import io.portolan.portal.RealBrowser;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A TPP that comes again to a portal where it has an account: nobody waits there for what signing up brings only once. */
class SignsUpOnceAtBanksIT extends CoastStory {

    @Autowired Journal journal;

    @Test
    void beginsAgainAtHarbourAfterAWithdrawal() {
        var again = beginAgainAfterAWithdrawal("xx-harbour");
        assertThat(passedBy(again)).contains("Wait for the mail with the confirmation link; Confirm the e-mail address");
    }

    @Test
    @Tag("browser")
    void beginsAgainAtLighthouseAfterAWithdrawal() {
        RealBrowser.require();
        var again = beginAgainAfterAWithdrawal("xx-lighthouse");
        assertThat(passedBy(again)).contains("Set up the second factor");
    }

    @Test
    void makesASecondApplicationAtHarbourWithTheSameAccount() {
        var tpp = aTpp();
        var profile = tpps.find(tpp).orElseThrow().profile();
        var main = profile.applications().get(TppProfile.MAIN);
        var second = new TppProfile.Application("Lantern Pay", main.description(), main.platform(), main.type(), main.language(), main.redirectUris(),
                main.logo());
        tpps.save(new Tpp(tpp, with(profile, Map.of(TppProfile.MAIN, main, "second", second))), "user:story");
        awaitStatus(start(tpp, "xx-harbour").id(), Status.DONE);

        var done = awaitStatus(start(new StartRequest(tpp, "xx-harbour", null, "production", "second", List.of("AIS", "PIS"), null)).id(), Status.DONE);

        assertThat(bank("xx-harbour").counts()).matches(counts -> counts.accounts() == 1 && counts.applications() == 2, "one account, two applications");
        assertThat(passedBy(done)).contains("Confirm the e-mail address");
    }

    private Onboarding beginAgainAfterAWithdrawal(String bank) {
        bank(bank).approveAfter(Duration.ofHours(1));
        var tpp = aTpp();
        var first = awaitStatus(start(tpp, bank).id(), Status.WAITING_FOR_BANK);
        awaitLeg(first.id(), "approval");
        withdrawOnboarding.with(first.id(), "begun anew", "user:story");
        bank(bank).approveAfter(Duration.ZERO);

        var done = awaitStatus(start(tpp, bank).id(), Status.DONE);

        assertThat(bank(bank).counts()).matches(counts -> counts.accounts() == 1 && counts.applications() == 1, "one account, one application");
        return done;
    }

    private void awaitLeg(String id, String leg) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> onboardings.legs(id).stream()
                .anyMatch(each -> each.id().equals(leg) && each.state() == io.portolan.leg.LegState.WAITING));
    }

    private String passedBy(Onboarding onboarding) {
        return journal.of(onboarding.id()).stream().map(entry -> entry.act()).filter(act -> act.name().equals("sign-up-passed-by"))
                .map(act -> act.detail()).findFirst().orElse("nothing");
    }

    private static TppProfile with(TppProfile of, Map<String, TppProfile.Application> applications) {
        return new TppProfile(of.legalName(), of.tradingName(), of.legalForm(), of.country(), of.address(), of.website(), of.registerNumber(),
                of.vatNumber(), of.lei(), of.authority(), of.licenceNumber(), of.roles(), of.passportedTo(), of.contacts(), applications);
    }
}
