/**
 * Users, roles, tokens, the second person: who may do what. It knows nothing of banks.
 */
@ApplicationModule(displayName = "access", allowedDependencies = {"vault", "journal", "database"})
package io.portolan.access;

import org.springframework.modulith.ApplicationModule;
