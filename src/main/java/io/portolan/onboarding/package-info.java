/**
 * Start, wait, answer, go back, pre-flight: the use cases of an onboarding. It knows no engine and no means.
 */
@ApplicationModule(displayName = "onboarding", allowedDependencies = {"leg", "registration", "account", "certificate", "playbook", "tpp", "journal", "access"})
package io.portolan.onboarding;

import org.springframework.modulith.ApplicationModule;
