/**
 * Calls a bank's API: mutual TLS, signatures, client registration, tokens, probes; a Means.
 */
@ApplicationModule(displayName = "bankapi", allowedDependencies = {"leg", "playbook", "certificate", "vault", "journal"})
package io.portolan.bankapi;

import org.springframework.modulith.ApplicationModule;
