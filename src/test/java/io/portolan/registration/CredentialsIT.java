package io.portolan.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.NobodyElse;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Service;
import io.portolan.registration.Registration.Standing;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be seen of a credential, by whom, and for how long. */
class CredentialsIT extends RegistrationTables {

    private final RevealCredential reveal = new RevealCredential(registrations, credentials, null, new NobodyElse());

    @Test
    void listsCredentialsWithoutTheirValuesAndTheNewestInPlaceOfTheOld() {
        var id = open("xx-harbour", "onboarding-1").id();
        hand(id, "client-secret", "first-secret", null);
        hand(id, "client-secret", "second-secret", NOW.plus(Duration.ofDays(90)));

        assertThat(credentials.of(id)).extracting(Credential::state)
                .containsExactly(Credential.State.ISSUED, Credential.State.SUPERSEDED);
        assertThat(credentials.find(id, "client-secret").orElseThrow().secret()).isTrue();
        assertThat(credentials.namesInVault(id)).containsExactly("registration/" + id + "/client-secret");
        assertThat(registrations.find(id).orElseThrow().due())
                .isEqualTo(new Registration.Due("renew client-secret", NOW.plus(Duration.ofDays(90))));
        assertThat(database.sql("select cast(c as text) from credentials c").query(String.class).list())
                .noneMatch(row -> row.contains("first-secret") || row.contains("second-secret"));
    }

    @Test
    void revealsAValueOnlyForAReasonThatTheJournalKeeps() {
        var id = open("xx-harbour", "onboarding-1").id();
        var inVault = SecretName.of("onboarding", "onboarding-1", "client-secret");
        try (var secret = Secret.of("s3cret")) {
            vault.keep(inVault, "lantern", secret);
        }
        credentials.keepSecret(id, "client-secret", CredentialKind.CLIENT_SECRET, inVault, null, "portolan");
        credentials.keepValue(id, "client-id", CredentialKind.CLIENT_ID, "abc", null, "portolan");

        refused(() -> reveal.of(id, "client-secret", " ", "user:ada"), "reason-required");
        refused(() -> reveal.of(id, "password", "for support", "user:ada"), "unknown-credential");
        assertThat(value(id, "client-secret")).isEqualTo("s3cret");
        assertThat(value(id, "client-id")).isEqualTo("abc");
        assertThat(vault.revealed()).singleElement().satisfies(purpose -> {
            assertThat(purpose.toPerson()).isTrue();
            assertThat(purpose.chain()).isEqualTo(id);
            assertThat(purpose.reason()).isEqualTo("for support");
        });
        assertThat(journal.acts()).endsWith("credential-shown");
    }

    @Test
    void saysForWhichServicesACredentialIs() {
        var id = open("xx-harbour", "onboarding-1").id();
        credentials.keepValue(id, "client-id-ais", CredentialKind.CLIENT_ID, "abc", null, "portolan");
        credentials.keepValue(id, "client-id-pis", CredentialKind.CLIENT_ID, "def", null, "portolan");
        credentials.serves(id, "client-id-ais", Set.of(Service.AIS));

        assertThat(credentials.find(id, "client-id-ais").orElseThrow().services()).containsExactly(Service.AIS);
        assertThat(credentials.find(id, "client-id-pis").orElseThrow().services()).isEmpty();
    }

    @Test
    void keepsASecretThatHasProvenItselfUsableUntilItsSuccessorHas() {
        var id = open("xx-harbour", "onboarding-1").id();
        inVault(id, "first");
        credentials.mark(id, "client-secret", Credential.State.USABLE, null, "portolan");
        inVault(id, "second");

        assertThat(credentials.of(id)).extracting(Credential::state).containsExactlyInAnyOrder(Credential.State.ISSUED, Credential.State.USABLE);
        assertThat(value(id, "client-secret")).as("what works is given, whether or not the new one will").isEqualTo("first");
        assertThat(credentials.source(id, "client-secret").orElseThrow().inVault().value()).as("what is to be proven").contains("second");
        inVault(id, "third");
        assertThat(value(id, "client-secret")).isEqualTo("first");

        registrations.activate(id, new Activation(Set.of(Service.AIS), List.of(PROOF), Map.of(), Registration.Method.API, null), "portolan");

        assertThat(credentials.of(id)).extracting(Credential::state)
                .containsExactly(Credential.State.USABLE, Credential.State.SUPERSEDED, Credential.State.SUPERSEDED);
        assertThat(value(id, "client-secret")).isEqualTo("third");
    }

    @Test
    void goesBackToTheOldSecretWhereTheNewOneIsLostAndForgetsBothInTheEnd() {
        var id = open("xx-harbour", "onboarding-1").id();
        inVault(id, "first");
        credentials.mark(id, "client-secret", Credential.State.USABLE, null, "portolan");
        inVault(id, "second");
        credentials.mark(id, "client-secret", Credential.State.LOST, "it never worked", "user:ada");
        assertThat(credentials.find(id, "client-secret").orElseThrow().state()).isEqualTo(Credential.State.USABLE);
        assertThat(value(id, "client-secret")).isEqualTo("first");

        inVault(id, "third");
        credentials.forget(id, "client-secret", "user:ada");

        assertThat(credentials.of(id)).extracting(Credential::state).doesNotContain(Credential.State.ISSUED, Credential.State.USABLE);
        assertThat(vault.names()).noneMatch(name -> name.value().contains("first") || name.value().contains("third"));
    }

    @Test
    void endsTheOldSecretAtOnceWhereTheBankDoes() {
        var id = open("xx-harbour", "onboarding-1").id();
        inVault(id, "first");
        credentials.mark(id, "client-secret", Credential.State.USABLE, null, "portolan");
        var second = SecretName.of("onboarding", "onboarding-1", "second");
        try (var secret = Secret.of("second")) {
            vault.keep(second, "lantern", secret);
        }

        credentials.keepSecret(id, "client-secret", CredentialKind.CLIENT_SECRET, second, null, "portolan");

        assertThat(credentials.of(id)).extracting(Credential::state).containsExactly(Credential.State.ISSUED, Credential.State.SUPERSEDED);
    }

    private void inVault(String registration, String value) {
        var name = SecretName.of("onboarding", "onboarding-1", value);
        try (var secret = Secret.of(value)) {
            vault.keep(name, "lantern", secret);
        }
        credentials.keepBeside(registration, "client-secret", CredentialKind.CLIENT_SECRET, name, null, "portolan");
    }

    @Test
    void forgetsAValueForGood() {
        var id = open("xx-harbour", "onboarding-1").id();
        hand(id, "api-key", "k3y", null);

        credentials.forget(id, "api-key", "user:ada");

        assertThat(vault.names()).isEmpty();
        assertThat(credentials.of(id)).extracting(Credential::state).containsExactly(Credential.State.REVOKED);
        refused(() -> reveal.of(id, "api-key", "for support", "user:ada"), "unknown-credential");
        refused(() -> credentials.mark(id, "api-key", Credential.State.LOST, null, "user:ada"), "unknown-credential");
    }

    @Test
    void marksACredentialAsLostForAReasonThatTheJournalKeeps() {
        var id = open("xx-harbour", "onboarding-1").id();
        hand(id, "api-key", "k3y", null);
        hand(id, "client-secret", "s3cret", null);

        assertThat(credentials.mark(id, "api-key", Credential.State.LOST, "The laptop is gone", "user:ada").state()).isEqualTo(Credential.State.LOST);
        credentials.mark(id, "client-secret", Credential.State.USABLE, null, "user:bob");

        assertThat(journal.of(id)).filteredOn(entry -> entry.act().name().equals("credential-state-changed"))
                .extracting(entry -> entry.act().actor() + " " + entry.act().detail())
                .containsExactly("user:ada api-key: LOST: The laptop is gone", "user:bob client-secret: USABLE");
        assertThat(credentials.source(id, "api-key")).isEmpty();
        refused(() -> credentials.mark(id, "api-key", Credential.State.LOST, "again", "user:ada"), "unknown-credential");
    }

    @Test
    void changesUntilWhenACredentialCounts() {
        var id = open("xx-harbour", "onboarding-1").id();
        hand(id, "api-key", "k3y", null);

        assertThat(credentials.expires(id, "api-key", NOW, null, "user:ada").expires()).isEqualTo(NOW);
        assertThat(credentials.expires(id, "api-key", null, null, "user:ada").expires()).isNull();
    }

    @Test
    void refusesWhatBelongsToNoRegistration() {
        refused(() -> hand("nothing", "api-key", "k3y", null), "unknown-registration");
        refused(() -> registrations.mark("nothing", Standing.ACTIVE, "why", "user:ada"), "unknown-registration");
        assertThat(vault.names()).isEmpty();
    }

    private void hand(String registration, String name, String value, Instant expires) {
        try (var secret = Secret.of(value)) {
            credentials.handIn(registration, name, CredentialKind.OTHER, secret, expires, "user:ada");
        }
    }

    private String value(String registration, String name) {
        try (var secret = reveal.of(registration, name, "for support", "user:ada")) {
            return secret.reveal(CharSequence::toString);
        }
    }
}
