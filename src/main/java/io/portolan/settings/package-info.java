/**
 * What this installation is set to, and where each setting comes from; it reads them only.
 */
@ApplicationModule(displayName = "settings", allowedDependencies = {})
package io.portolan.settings;

import org.springframework.modulith.ApplicationModule;
