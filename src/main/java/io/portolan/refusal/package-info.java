/**
 * What is said when a wish cannot be granted: the one error type with a stable code that every package uses.
 */
@ApplicationModule(displayName = "refusal", allowedDependencies = {})
package io.portolan.refusal;

import org.springframework.modulith.ApplicationModule;
