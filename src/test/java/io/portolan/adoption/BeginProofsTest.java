package io.portolan.adoption;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.portolan.database.Leases;
import io.portolan.journal.Journal;
import io.portolan.onboarding.VerifyRegistration;
import io.portolan.refusal.Refused;
import io.portolan.registration.Adoption;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a proof that cannot begin. */
class BeginProofsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Adoptions adoptions = mock();
    private final Registrations registrations = mock();
    private final VerifyRegistration verify = mock();
    private final Journal journal = mock();
    private final BeginProofs proofs = new BeginProofs(adoptions, registrations, verify, journal, mock(Leases.class), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void takeOneIn() {
        var unproven = mock(Registration.class);
        when(unproven.isAdoptedUnproven()).thenReturn(true);
        when(registrations.find("r-1")).thenReturn(Optional.of(unproven));
    }

    private void tried(int tries) {
        when(adoptions.of("r-1")).thenReturn(Optional.of(new Adoption("r-1", new Adoption.Origin(null, null, null, null, null, List.of(), List.of()), "user:ada",
                Adoption.Proof.WANTED, null, tries, null)));
    }

    @Test
    void triesAgainAfterAFaultAndWaitsLongerEachTime() {
        doThrow(new IllegalStateException("with a secret")).when(verify).with("r-1", "user:ada");
        for (var wait : Map.of(0, Duration.ofSeconds(30), 1, Duration.ofMinutes(1), 4, Duration.ofMinutes(8), 1_000_000, Duration.ofHours(6)).entrySet()) {
            tried(wait.getKey());
            proofs.begin("r-1");
            verify(adoptions).notYet("r-1", "Something went wrong in Portolan (IllegalStateException).", NOW.plus(wait.getValue()));
        }
        verify(adoptions, never()).proof(anyString(), any(), any());
    }

    @Test
    void leavesToAPersonWhatAPersonHasToMend() {
        tried(3);
        doThrow(Refused.conflict("pre-flight-failed", "A certificate is missing.", Map.of())).when(verify).with("r-1", "user:ada");
        proofs.begin("r-1");
        verify(adoptions).proof("r-1", Adoption.Proof.NOT_BEGUN, "A certificate is missing.");
        verify(adoptions, never()).notYet(anyString(), anyString(), any());
    }

    @Test
    void findsThatSomebodyWasFaster() {
        tried(0);
        doThrow(Refused.conflict("already-onboarding", "This is being onboarded already.", Map.of())).when(verify).with("r-1", "user:ada");
        proofs.begin("r-1");
        verify(adoptions).proof(eq("r-1"), eq(Adoption.Proof.BEGUN), any());
        verify(journal, never()).write(any());
    }
}
