/**
 * Keeps secrets and reveals one only to a named purpose. It never hands one to a page, a process or a log.
 */
@ApplicationModule(displayName = "vault", allowedDependencies = {"journal", "refusal"})
package io.portolan.vault;

import org.springframework.modulith.ApplicationModule;
