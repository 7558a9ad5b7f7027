package io.portolan.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActivationTest {

    private static boolean isProven(ProofLevel proven, boolean controlled, Map<Service, ProofLevel> provable) {
        return new Activation(Set.of(Service.AIS), List.of(new AccessProof(Service.AIS, proven, controlled, Instant.EPOCH)), provable,
                Registration.Method.NOT_NEEDED, null).isProven();
    }

    @Test
    void wantsATokenWhereABankGivesOne() {
        assertThat(isProven(ProofLevel.TOKEN, true, Map.of(Service.AIS, ProofLevel.DATA))).isTrue();
        assertThat(isProven(ProofLevel.CLIENT_KNOWN, true, Map.of(Service.AIS, ProofLevel.DATA))).isFalse();
        assertThat(isProven(ProofLevel.CLIENT_KNOWN, true, Map.of())).isFalse();
    }

    @Test
    void takesTheMostThatThereIsToProveForEnough() {
        assertThat(isProven(ProofLevel.CLIENT_KNOWN, true, Map.of(Service.AIS, ProofLevel.CLIENT_KNOWN))).isTrue();
        assertThat(isProven(ProofLevel.CONNECTION, true, Map.of(Service.AIS, ProofLevel.CLIENT_KNOWN))).isFalse();
        assertThat(isProven(ProofLevel.CLIENT_KNOWN, true, Map.of(Service.PIS, ProofLevel.CLIENT_KNOWN))).isFalse();
    }

    @Test
    void takesNoUncheckedProof() {
        assertThat(isProven(ProofLevel.CLIENT_KNOWN, false, Map.of(Service.AIS, ProofLevel.CLIENT_KNOWN))).isFalse();
    }
}
