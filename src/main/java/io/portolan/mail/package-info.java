/**
 * Writes to banks, reads their answers, takes links and codes from them; a Means. It decides nothing about a process.
 */
@ApplicationModule(displayName = "mail", allowedDependencies = {"leg", "playbook", "vault", "journal", "database"})
package io.portolan.mail;

import org.springframework.modulith.ApplicationModule;
