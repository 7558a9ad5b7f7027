/**
 * Joins onboarding to the engine; the only package that imports it.
 */
@ApplicationModule(displayName = "process", allowedDependencies = {"chart", "onboarding", "worklist", "playbook"})
package io.portolan.process;

import org.springframework.modulith.ApplicationModule;
