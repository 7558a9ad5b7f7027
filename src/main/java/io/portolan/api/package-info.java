/**
 * The REST API, version 1, for machines.
 */
@ApplicationModule(displayName = "api", allowedDependencies = {"playbook", "tpp", "journal", "access", "vault", "certificate", "account", "leg", "registration", "onboarding", "worklist", "adoption", "overview", "search", "campaign", "notice", "chart", "recording", "rehearsal", "handout", "settings"})
package io.portolan.api;

import org.springframework.modulith.ApplicationModule;
