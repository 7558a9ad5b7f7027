/**
 * Things found by what somebody types, whatever their kind. It knows no page but by its address, and shows nothing that is secret.
 */
@ApplicationModule(displayName = "search", allowedDependencies = {"playbook", "journal", "access", "database"})
package io.portolan.search;

import org.springframework.modulith.ApplicationModule;
