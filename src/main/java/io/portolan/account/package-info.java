/**
 * The accounts that our TPPs have at portals: login, password, second factor, owner, expiry. It never signs in.
 */
@ApplicationModule(displayName = "account", allowedDependencies = {"tpp", "vault", "journal", "playbook", "access"})
package io.portolan.account;

import org.springframework.modulith.ApplicationModule;
