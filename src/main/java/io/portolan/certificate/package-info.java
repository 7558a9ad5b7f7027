/**
 * Our eIDAS certificates: what they prove, when they end; their keys and CSRs. It calls no bank.
 */
@ApplicationModule(displayName = "certificate", allowedDependencies = {"tpp", "vault", "journal", "access"})
package io.portolan.certificate;

import org.springframework.modulith.ApplicationModule;
