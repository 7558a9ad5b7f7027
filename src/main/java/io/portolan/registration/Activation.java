package io.portolan.registration;

import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What makes a registration active.
 *
 * @param granted the services that the bank has granted
 * @param proofs what calls at the bank's API have proven; empty where nothing has
 * @param provable the most that there is to prove for a service; a token where it is not said
 * @param method how it came about
 * @param effectiveFrom from when it may be used, or null for at once
 * @param later those of the granted services that work only later, and are proven then
 */
public record Activation(Set<Service> granted, List<AccessProof> proofs, Map<Service, ProofLevel> provable,
        Registration.Method method, Instant effectiveFrom, Set<Service> later) {

    /** One all of whose services are to be proven by now. */
    public Activation(Set<Service> granted, List<AccessProof> proofs, Map<Service, ProofLevel> provable, Registration.Method method,
            Instant effectiveFrom) {
        this(granted, proofs, provable, method, effectiveFrom, Set.of());
    }

    /**
     * Whether each granted service that works by now has got a token or data, or where a bank gives neither the most that can be proven, by a call
     * beside which one that had to fail did fail.
     */
    boolean isProven() {
        return !later.containsAll(granted) && granted.stream().filter(service -> !later.contains(service)).allMatch(service -> proofs.stream().anyMatch(proof -> proof.controlled()
                && proof.service() == service && proof.level().compareTo(enough(service)) >= 0));
    }

    private ProofLevel enough(Service service) {
        var most = provable.getOrDefault(service, ProofLevel.TOKEN);
        return most.compareTo(ProofLevel.TOKEN) < 0 ? most : ProofLevel.TOKEN;
    }
}
