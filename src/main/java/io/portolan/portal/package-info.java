/**
 * Works a bank's developer portal through a browser; a Means. Only its Selenium classes know Selenium.
 */
@ApplicationModule(displayName = "portal", allowedDependencies = {"leg", "playbook", "mail", "account", "vault", "journal"})
package io.portolan.portal;

import org.springframework.modulith.ApplicationModule;
