/**
 * How to register with each bank, as data: the typed content of the bank playbooks and their strict reader. It never acts.
 */
@ApplicationModule(displayName = "playbook", allowedDependencies = {})
package io.portolan.playbook;

import org.springframework.modulith.ApplicationModule;
