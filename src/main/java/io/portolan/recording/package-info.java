/**
 * A recording of a browser's developer tools becomes the draft of a playbook. Nothing that was typed is written out, and nothing is kept.
 */
@ApplicationModule(displayName = "recording", allowedDependencies = {"playbook"})
package io.portolan.recording;

import org.springframework.modulith.ApplicationModule;
