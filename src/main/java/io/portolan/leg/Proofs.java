package io.portolan.leg;

import java.util.List;

/** What calls at the bank's API have proven in an onboarding. */
public interface Proofs {

    /** All that was proven in this onboarding, by service. */
    List<ProofOfAccess> of(String onboarding);
}
