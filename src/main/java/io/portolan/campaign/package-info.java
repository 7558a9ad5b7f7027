/**
 * Many onboardings: banks chosen together, begun at a bounded rate, and counted. It does nothing at a bank by itself.
 */
@ApplicationModule(displayName = "campaign", allowedDependencies = {"onboarding", "playbook", "tpp", "journal", "database", "access"})
package io.portolan.campaign;

import org.springframework.modulith.ApplicationModule;
