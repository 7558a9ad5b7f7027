package io.portolan.chart;

/**
 * A route as the engine takes it.
 *
 * @param processId the id of the process, which is also the name of its file
 * @param bpmnXml   the BPMN 2.0 model with its drawing
 * @param version   the version tag: a hash of the model
 */
public record CompiledRoute(String processId, String bpmnXml, String version) {
}
