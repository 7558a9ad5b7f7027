/**
 * The standing result: credentials, proof of access, what is due. It starts nothing.
 */
@ApplicationModule(displayName = "registration", allowedDependencies = {"playbook", "vault", "journal", "access"})
package io.portolan.registration;

import org.springframework.modulith.ApplicationModule;
