package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Journal;
import io.portolan.onboarding.Facts;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.onboarding.StartRequest;
import io.portolan.onboarding.WithdrawRegistration;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.simulator.StetRegister;
import io.portolan.simulator.StetRegister.Deleting;
import io.portolan.worklist.Worklist;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The packed playbook of Groupe BPCE as it is, whose addresses a person supplies: a registration is made, and given up by the bank's own call, whatever the bank answers to it. */
class WithdrawsByAPackedPlaybookIT extends CoastStory {

    private static final String BANK = "fr-bpce";

    @Autowired Facts facts;
    @Autowired Registrations registrations;
    @Autowired Credentials credentials;
    @Autowired WithdrawRegistration withdraw;
    @Autowired Journal journal;

    private StetRegister register;

    @BeforeEach
    void supplyTheAddresses() {
        register = StetRegister.open(WORLD);
        Map.of("bootstrap-client-id", "published", "token-url", register.at("/token"), "register-url", register.at("/register")).forEach((name, value) ->
                facts.supply(BANK, "production", "", name, value, "the story", "user:story"));
    }

    @AfterEach
    void close() {
        register.close();
    }

    private Registration registered() {
        var started = start(new StartRequest(aTpp(), BANK, null, "production", null, List.of("AIS"), null));
        return registrations.find(awaitStatus(started.id(), Status.DONE).registration()).orElseThrow();
    }

    private Onboarding leaving(Registration registration) {
        return withdraw.with(registration.id(), false, "Not wanted.", "user:story").onboarding();
    }

    private String client(Registration registration) {
        return credentials.source(registration.id(), "client-id").orElseThrow().value();
    }

    @ParameterizedTest
    @EnumSource(names = "REJECTS_THE_TOKEN", mode = EnumSource.Mode.EXCLUDE)
    void isGivenUpOnceAndLookedAtBeforeItIsAskedForAgain(Deleting how) {
        var registration = registered();
        var client = client(registration);
        assertThat(register.has(client)).isTrue();
        assertThat(withdraw.look(registration.id()).route()).isEqualTo("leave");
        var before = register.callsAbout(client).size();
        register.answer(how);

        var leaving = awaitStatus(leaving(registration).id(), Status.DONE);

        assertThat(register.has(client)).isFalse();
        var calls = register.callsAbout(client).subList(before, register.callsAbout(client).size());
        assertThat(calls).isEqualTo(switch (how) {
            case DELETES, IS_GONE -> List.of("DELETE");
            case DELETES_AND_FAILS -> List.of("DELETE", "GET");
            case FAILS_AT_FIRST -> List.of("DELETE", "GET", "GET", "DELETE");
            case REJECTS_THE_TOKEN -> throw new IllegalArgumentException();
        });
        assertThat(registrations.find(registration.id()).orElseThrow()).returns(Registration.Standing.WITHDRAWN, Registration::standing).returns(Registration.AtBank.CLEARED, Registration::atBank);
        assertThat(credentials.of(registration.id())).isNotEmpty().extracting(Credential::state).containsOnly(Credential.State.REVOKED);
        assertThat(acts(registration.id())).containsSubsequence("registration-activated", "registration-withdrawal-begun", "registration-standing-changed", "credential-state-changed");
        assertThat(acts(leaving.id())).contains("onboarding-started", "onboarding-done");
        assertThat(journal.verify(leaving.id()).intact()).isTrue();
        assertThat(openTasks(leaving.id())).isEmpty();
    }

    @Test
    void asksAPersonWhereTheBankDoesNotTakeTheTokenAndStandsAsBeforeUntilThen() {
        var registration = registered();
        register.answer(Deleting.REJECTS_THE_TOKEN);

        var leaving = leaving(registration);
        var task = awaitTask(leaving.id());
        assertThat(task.leg()).isEqualTo("delete-client");
        assertThat(registrations.find(registration.id()).orElseThrow().standing()).isEqualTo(Registration.Standing.ACTIVE);
        assertThat(register.has(client(registration))).isTrue();

        register.answer(Deleting.DELETES);
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), "The bank has put it right."), "user:story");
        awaitStatus(leaving.id(), Status.DONE);
        assertThat(registrations.find(registration.id()).orElseThrow().standing()).isEqualTo(Registration.Standing.WITHDRAWN);
    }

    private List<String> acts(String chain) {
        return journal.of(chain).stream().map(entry -> entry.act().name()).toList();
    }
}
