/**
 * One leg at most once: queue, lease, intent, result, and the port Means. It does not know which means there are, nor the engine.
 */
@ApplicationModule(displayName = "leg", allowedDependencies = {"playbook", "vault", "journal", "database"})
package io.portolan.leg;

import org.springframework.modulith.ApplicationModule;
