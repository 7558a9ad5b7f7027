/**
 * Takes in registrations that exist at banks, one by one or from a file, and sees to it that they are proven. It registers nothing.
 */
@ApplicationModule(displayName = "adoption", allowedDependencies = {"onboarding", "registration", "account", "certificate", "playbook", "tpp", "vault", "journal", "worklist", "database"})
package io.portolan.adoption;

import org.springframework.modulith.ApplicationModule;
