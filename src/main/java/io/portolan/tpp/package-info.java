/**
 * Who we are: licence, roles, addresses, contacts, documents, agents. It knows no bank.
 */
@ApplicationModule(displayName = "tpp", allowedDependencies = "journal")
package io.portolan.tpp;

import org.springframework.modulith.ApplicationModule;
