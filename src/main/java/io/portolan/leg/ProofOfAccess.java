package io.portolan.leg;

import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;

/**
 * What a working call at the bank's API has proven for a service.
 *
 * @param controlled whether a call that had to fail was made beside it and did fail; without it the level is unproven
 */
public record ProofOfAccess(ProofLevel level, boolean controlled, Service service) {
}
