/**
 * What only a person can do, as a list with forms, in our own table; the id of the engine is only a handle.
 */
@ApplicationModule(displayName = "worklist", allowedDependencies = {"onboarding", "account", "playbook", "journal", "leg", "vault", "access"})
package io.portolan.worklist;

import org.springframework.modulith.ApplicationModule;
