/**
 * What was done in our name, with evidence; append-only and hash-chained. It never decides anything.
 */
@ApplicationModule(displayName = "journal", allowedDependencies = {})
package io.portolan.journal;

import org.springframework.modulith.ApplicationModule;
