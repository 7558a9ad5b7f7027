/**
 * Where everything is kept: PostgreSQL, brought along or given, and the leases by which nodes share work. It knows no table but its own.
 */
@ApplicationModule(displayName = "database", allowedDependencies = {})
package io.portolan.database;

import org.springframework.modulith.ApplicationModule;
