/**
 * A route as a BPMN model with its drawing. It deploys nothing.
 */
@ApplicationModule(displayName = "chart", allowedDependencies = {"playbook"})
package io.portolan.chart;

import org.springframework.modulith.ApplicationModule;
