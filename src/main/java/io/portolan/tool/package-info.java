/**
 * Playbooks tried at the command line: checked, explained and drawn. It starts no server and asks no bank.
 */
@ApplicationModule(displayName = "tool", allowedDependencies = {"playbook", "chart"})
package io.portolan.tool;

import org.springframework.modulith.ApplicationModule;
