package io.portolan.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Playbook.UniqueBy;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import io.portolan.registration.Registration.Health;
import io.portolan.registration.Registration.Method;
import io.portolan.registration.Registration.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a registration is opened, becomes active, grows and ends. */
class RegistrationsIT extends RegistrationTables {

    @Test
    void opensOneAndTakesItUpAgain() {
        var opened = open("xx-harbour", "onboarding-1");
        var again = open("xx-harbour", "onboarding-2");

        assertThat(opened.standing()).isEqualTo(Standing.IN_PROGRESS);
        assertThat(opened.asked()).isEqualTo(BOTH);
        assertThat(again.id()).isEqualTo(opened.id());
        assertThat(registrations.ofOnboarding("onboarding-2")).contains(again);
        assertThat(registrations.ofOnboarding("onboarding-1")).isEmpty();
        assertThat(journal.acts()).containsExactly("registration-opened", "registration-taken-up");
    }

    @Test
    void becomesActiveWithWhatWasProven() {
        var id = open("xx-harbour", "onboarding-1").id();
        credentials.keepValue(id, "client-id", CredentialKind.CLIENT_ID, "abc", null, "portolan");

        var active = registrations.activate(id, new Activation(Set.of(Service.AIS), List.of(PROOF), Map.of(), Method.PORTAL, null), "portolan");

        assertThat(active.standing()).isEqualTo(Standing.ACTIVE);
        assertThat(active.health()).isEqualTo(Health.OK);
        assertThat(active.granted()).containsExactly(Service.AIS);
        assertThat(active.effective()).containsExactly(Service.AIS);
        assertThat(registrations.proofs(id)).containsExactly(PROOF);
        assertThat(registrations.held("lantern", "xx-harbour", null, "sandbox", "main")).contains(active);
        assertThat(credentials.of(id)).extracting(Credential::state).containsExactly(Credential.State.USABLE);
    }

    @Test
    void grantsNothingToUseBeforeItIsEffective() {
        var id = open("xx-harbour", "onboarding-1").id();
        credentials.keepValue(id, "client-id", CredentialKind.CLIENT_ID, "abc", null, "portolan");

        var active = registrations.activate(id, new Activation(BOTH, List.of(), Map.of(), Method.MAIL, NOW.plus(Duration.ofDays(1))), "portolan");

        assertThat(active.granted()).isEqualTo(BOTH);
        assertThat(active.effective()).isEmpty();
        assertThat(active.health()).isEqualTo(Health.UNKNOWN);
        assertThat(credentials.of(id)).extracting(Credential::state).containsExactly(Credential.State.ISSUED);
    }

    @Test
    void takesNoWeakOrUncheckedOrPartialProofForAccess() {
        var id = open("xx-harbour", "onboarding-1").id();
        credentials.keepValue(id, "client-id", CredentialKind.CLIENT_ID, "abc", null, "portolan");
        var connection = new AccessProof(Service.PIS, ProofLevel.CLIENT_KNOWN, true, NOW);
        var unchecked = new AccessProof(Service.PIS, ProofLevel.DATA, false, NOW);

        for (var proofs : List.of(List.of(PROOF), List.of(PROOF, connection), List.of(PROOF, unchecked))) {
            assertThat(registrations.activate(id, new Activation(BOTH, proofs, Map.of(), Method.PORTAL, null), "portolan").health())
                    .isEqualTo(Health.UNKNOWN);
        }
        assertThat(credentials.of(id)).extracting(Credential::state).containsExactly(Credential.State.ISSUED);
        var token = new AccessProof(Service.PIS, ProofLevel.TOKEN, true, NOW);
        assertThat(registrations.activate(id, new Activation(BOTH, List.of(PROOF, token), Map.of(), Method.PORTAL, null), "portolan")
                .health()).isEqualTo(Health.OK);
    }

    @Test
    void refusesASecondOneWhileOneIsHeld() {
        var id = open("xx-harbour", "onboarding-1").id();
        registrations.activate(id, new Activation(BOTH, List.of(PROOF), Map.of(), Method.PORTAL, null), "portolan");

        refused(() -> open("xx-harbour", "onboarding-2"), "already-registered");
        registrations.mark(id, Standing.SUSPENDED, "licence withdrawn", "user:ada");
        refused(() -> open("xx-harbour", "onboarding-2"), "already-registered");
        registrations.mark(id, Standing.WITHDRAWN, "asked by us", "user:ada");

        assertThat(open("xx-harbour", "onboarding-2").id()).isNotEqualTo(id);
        refused(() -> registrations.activate(id, new Activation(BOTH, List.of(), Map.of(), Method.PORTAL, null), "portolan"),
                "registration-ended");
    }

    @Test
    void remembersForGoodWhatABankTakesOnlyOnce() {
        var id = open("fr-example", "onboarding-1").id();
        uses.madeWith(id, UniqueBy.CERTIFICATE, "aa11");
        assertThat(uses.usedBy("fr-example", "sandbox", UniqueBy.CERTIFICATE, "aa11")).contains(id);
        registrations.mark(id, Standing.WITHDRAWN, "moved", "user:ada");
        assertThat(uses.usedBy("fr-example", "sandbox", UniqueBy.CERTIFICATE, "aa11")).isEmpty();

        uses.used(id);

        assertThat(uses.usedBy("fr-example", "sandbox", UniqueBy.CERTIFICATE, "aa11")).isPresent();
        assertThat(uses.usedBy("fr-example", "sandbox", UniqueBy.CERTIFICATE, "bb22")).isEmpty();
        assertThat(uses.usedBy("fr-other", "sandbox", UniqueBy.CERTIFICATE, "aa11")).isEmpty();
    }

    @Test
    void keepsWhatItHasWhenServicesAreAddedAndLetsEachCountFromItsOwnDay() {
        var id = registrations.open(new Opening("lantern", "xx-harbour", null, "sandbox", "main", Set.of(Service.AIS), Method.PORTAL, "onboarding-1"), "portolan").id();
        registrations.activate(id, new Activation(Set.of(Service.AIS), List.of(PROOF), Map.of(), Method.PORTAL, NOW), "portolan");

        assertThat(registrations.extend(id, Set.of(Service.PIS), "onboarding-2", "portolan").asked()).isEqualTo(BOTH);
        var extended = registrations.activate(id, new Activation(Set.of(Service.PIS), List.of(), Map.of(), Method.API, NOW), "portolan");
        registrations.takesEffect(id, Service.PIS, NOW.plus(Duration.ofDays(1)));

        assertThat(extended.granted()).isEqualTo(BOTH);
        assertThat(extended.method()).isEqualTo(Method.PORTAL);
        assertThat(registrations.find(id).orElseThrow().effective()).containsExactly(Service.AIS);
        assertThat(registrations.find(id).orElseThrow().effectiveFrom()).as("the first of its services").isEqualTo(NOW);
        assertThat(new JdbcGrants(database).of(id)).containsExactly(new Grants.Grant(Service.AIS, NOW), new Grants.Grant(Service.PIS, NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void countsAsNeverAskedForWhatTheBankHasNotDecided() {
        var id = registrations.open(new Opening("lantern", "xx-harbour", null, "sandbox", "main", Set.of(Service.AIS), Method.PORTAL, "onboarding-1"), "portolan").id();
        registrations.activate(id, new Activation(Set.of(Service.AIS), List.of(PROOF), Map.of(), Method.PORTAL, NOW), "portolan");
        registrations.extend(id, Set.of(Service.PIS), "onboarding-2", "portolan");

        registrations.notExtended(id, Set.of(Service.PIS), true, "Rejected.", "portolan");
        assertThat(registrations.find(id).orElseThrow().asked()).isEqualTo(BOTH);
        registrations.notExtended(id, BOTH, false, "Withdrawn.", "portolan");
        assertThat(registrations.find(id).orElseThrow().asked()).containsExactly(Service.AIS);
    }

    @Test
    void adoptsOneThatExistsButOnlyOnce() {
        var opening = new Opening("lantern", "cz-example", "at", "production", "main", BOTH, Method.ADOPTED, null);

        var adopted = registrations.adopt(opening, "user:ada");

        assertThat(adopted.standing()).isEqualTo(Standing.IN_PROGRESS);
        assertThat(adopted.method()).isEqualTo(Method.ADOPTED);
        refused(() -> registrations.adopt(opening, "user:ada"), "already-in-progress");
    }

    @Test
    void showsPagesFromTheNewestOn() {
        for (var bank : List.of("aa-one", "aa-two", "aa-three")) {
            open(bank, "onboarding-" + bank);
        }
        var all = new Registrations.Filter("lantern", null, Standing.IN_PROGRESS);

        var first = registrations.page(all, null, 2);
        var second = registrations.page(all, first.next(), 2);

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(registrations.page(new Registrations.Filter(null, "aa-two", null), null, 2).items()).hasSize(1);
        assertThat(registrations.page(new Registrations.Filter(null, null, Standing.ACTIVE), null, 2).items()).isEmpty();
    }

    @Test
    void letsProofsThatHaveFailedWaitBehindThoseThatHaveNotBeenTried() {
        var adoptions = new JdbcAdoptions(database, clock);
        for (var bank : List.of("xx-first", "xx-second", "xx-third")) {
            var id = registrations.adopt(new Opening("lantern", bank, null, "sandbox", "main", BOTH, Method.ADOPTED, null), "user:ada").id();
            adoptions.keep(new Adoption(id, new Adoption.Origin("at", null, null, null, null, List.of(), List.of()), "user:ada", Adoption.Proof.WANTED, null));
        }
        var first = adoptions.wanted(1).get(0).registration();
        adoptions.notYet(first, "Something went wrong.", NOW.plus(Duration.ofMinutes(1)));
        assertThat(adoptions.wanted(5)).hasSize(2).extracting(Adoption::registration).doesNotContain(first);
        assertThat(adoptions.of(first).orElseThrow()).satisfies(adoption -> {
            assertThat(adoption.tries()).isEqualTo(1);
            assertThat(adoption.nextTry()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
            assertThat(adoption.proofNote()).isEqualTo("Something went wrong.");
            assertThat(adoption.origin().branch()).isEqualTo("at");
        });
        adoptions.notYet(first, "Something went wrong.", NOW);
        assertThat(adoptions.wanted(1)).extracting(Adoption::tries).containsExactly(2);
        adoptions.proof(first, Adoption.Proof.BEGUN, null);
        assertThat(adoptions.of(first).orElseThrow().nextTry()).isNull();
    }
}
