package io.portolan.registration;

import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import java.time.Instant;

/**
 * That a call at the bank's API has worked.
 *
 * @param controlled whether a call that had to fail was made beside it and did fail; without it the level is unproven
 */
public record AccessProof(Service service, ProofLevel level, boolean controlled, Instant at) {
}
