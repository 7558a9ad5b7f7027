/**
 * Signed files for others: the journal for an auditor, the case of an onboarding for a supervisor. It only tells what is kept elsewhere.
 */
@ApplicationModule(displayName = "handout", allowedDependencies = {"onboarding", "leg", "playbook", "tpp", "vault", "journal"})
package io.portolan.handout;

import org.springframework.modulith.ApplicationModule;
