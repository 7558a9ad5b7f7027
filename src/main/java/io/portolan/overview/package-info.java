/**
 * How all of it stands, at a glance: counted in the tables of others, and kept for moments only. It changes nothing.
 */
@ApplicationModule(displayName = "overview", allowedDependencies = {"playbook", "tpp", "certificate", "leg", "registration", "onboarding", "database"})
package io.portolan.overview;

import org.springframework.modulith.ApplicationModule;
