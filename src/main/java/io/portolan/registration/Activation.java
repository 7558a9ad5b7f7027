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
 */
public record Activation(Set<Service> granted, List<AccessProof> proofs, Map<Service, ProofLevel> provable,
        Registration.Method method, Instant effectiveFrom) {

    /**
     * Whether each granted service has got a token or data, or where a bank gives neither the most that can be proven, by a call
     * beside which one that had to fail did fail.
     */
    boolean isProven() {
        return !granted.isEmpty() && granted.stream().allMatch(service -> proofs.stream().anyMatch(proof -> proof.controlled()
                && proof.service() == service && proof.level().compareTo(enough(service)) >= 0));
    }

    private ProofLevel enough(Service service) {
        var most = provable.getOrDefault(service, ProofLevel.TOKEN);
        return most.compareTo(ProofLevel.TOKEN) < 0 ? most : ProofLevel.TOKEN;
    }
}
