/**
 * A route tried without its bank: on the real process, answered as the playbook says that the bank answers. It proves form, not truth, and
 * nothing of it leaves us.
 */
@ApplicationModule(displayName = "rehearsal", allowedDependencies = {"playbook", "tpp", "certificate", "leg", "onboarding", "registration", "worklist"})
package io.portolan.rehearsal;

import org.springframework.modulith.ApplicationModule;
