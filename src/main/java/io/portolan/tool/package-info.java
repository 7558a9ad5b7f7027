/**
 * Playbooks tried at the command line: checked, explained, rehearsed, drawn, and drafted from a recording. It starts no server and asks no bank.
 */
@ApplicationModule(displayName = "tool", allowedDependencies = {"playbook", "chart", "recording", "rehearsal"})
package io.portolan.tool;

import org.springframework.modulith.ApplicationModule;
