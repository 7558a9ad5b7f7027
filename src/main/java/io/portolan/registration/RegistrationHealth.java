package io.portolan.registration;

import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether registrations that are held work: what calls prove anew, and what people and systems say of it. */
public interface RegistrationHealth {

    /**
     * Says that a registration does not work as it should, and why; gives whether that is news.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-registration}, {@code not-registered}
     */
    boolean degraded(String id, String reason, String actor);

    /**
     * Takes back that a registration is degraded; whether it works is unknown until a call has proven it.
     *
     * @throws io.portolan.refusal.Refused as {@link #degraded}
     */
    void notDegraded(String id, String reason, String actor);

    /**
     * Keeps what calls have proven anew: it works if each service that may be used now is proven, else that is unknown.
     *
     * @param provable the most that there is to prove for a service
     * @throws io.portolan.refusal.Refused as {@link #degraded}
     */
    Registration proven(String id, List<AccessProof> proofs, Map<Service, ProofLevel> provable, String actor);

    /** Says that these services are to be proven once they may be used. */
    void proveLater(String id, Set<Service> services);

    /** The active registrations of which a service may be used by now that is still to be proven. */
    List<String> toProve();
}
