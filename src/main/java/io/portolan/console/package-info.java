/**
 * The pages for operators.
 */
@ApplicationModule(displayName = "console", allowedDependencies = {"playbook", "tpp", "certificate", "account", "journal", "access", "vault", "leg", "registration", "onboarding", "worklist", "adoption", "overview", "search", "campaign", "notice", "chart", "recording", "rehearsal", "settings"})
package io.portolan.console;

import org.springframework.modulith.ApplicationModule;
