package io.portolan.chart;

import io.portolan.chart.RoutePlan.Flow;
import io.portolan.chart.RoutePlan.Stop;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** Writes what a route's process does; every id is set here, since the Model API's own are random. */
final class RouteModel {

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    private final BpmnModelInstance model = Bpmn.createEmptyModel();
    private final String processId;
    private final String processName;
    private final RoutePlan plan;

    RouteModel(String processId, String processName, RoutePlan plan) {
        this.processId = processId;
        this.processName = processName;
        this.plan = plan;
    }

    BpmnModelInstance write() {
        var definitions = model.newInstance(Definitions.class, processId + "_definitions");
        definitions.setTargetNamespace("https://portolan.io/bpmn");
        definitions.setExporter("Portolan");
        definitions.getDomElement().registerNamespace("modeler", MODELER);
        definitions.setAttributeValueNs(MODELER, "executionPlatform", "Camunda Platform");
        definitions.setAttributeValueNs(MODELER, "executionPlatformVersion", "7.24.0");
        model.setDefinitions(definitions);
        var process = model.newInstance(Process.class, processId);
        process.setName(processName);
        process.setExecutable(true);
        process.setCamundaHistoryTimeToLiveString("P1825D");
        definitions.addChildElement(process);
        writeRoute(process);
        writeStopping(process, definitions);
        return model;
    }

    private void writeRoute(Process process) {
        add(process, StartEvent.class, RoutePlan.REQUESTED, "Requested",
                "Somebody asked for access at this bank, for one TPP, environment and application.");
        plan.stops().forEach(stop -> writeStop(process, stop));
        var live = add(process, EndEvent.class, RoutePlan.LIVE, "Live",
                "Every leg is done; the registration stands with what was proven.");
        var listener = extend(live, CamundaExecutionListener.class);
        listener.setCamundaEvent("start");
        listener.setCamundaDelegateExpression("${onboardingLiveListener}");
        plan.flows().forEach(flow -> connect(process, flow));
        plan.stops().stream().filter(Stop::isSkippable).forEach(stop ->
                this.<ExclusiveGateway>element(stop.questionId()).setDefault(element(RoutePlan.skipping(stop).id())));
    }

    private void writeStop(Process process, Stop stop) {
        if (stop.leg() == null) {
            var preflight = add(process, ServiceTask.class, stop.id(), "Check before starting",
                    "Looks whether everything that the bank asks for is there before anything is sent to it.");
            preflight.setCamundaDelegateExpression("${preflightDelegate}");
            return;
        }
        if (stop.isSkippable()) {
            add(process, ExclusiveGateway.class, stop.questionId(), stop.question(),
                    "This leg is needed only for some of the services that a TPP may ask for.");
        }
        var call = add(process, CallActivity.class, stop.id(), stop.leg().title(), LegSentence.of(stop.leg()));
        call.setCalledElement("perform-leg");
        extend(call, CamundaIn.class).setCamundaBusinessKey("#{execution.processBusinessKey}");
        var leg = extend(call, CamundaIn.class);
        leg.setCamundaSourceExpression(stop.id());
        leg.setCamundaTarget("leg");
        if (stop.isSkippable()) {
            add(process, ExclusiveGateway.class, stop.mergeId(), null, "Goes on, with or without this leg.");
        }
    }

    private void writeStopping(Process process, Definitions definitions) {
        var error = model.newInstance(Error.class, "onboarding-stopped_error");
        error.setName("The onboarding is stopped");
        error.setErrorCode("onboarding-stopped");
        definitions.addChildElement(error);
        var stopped = add(process, SubProcess.class, RoutePlan.STOPPED, "Stopped",
                "Catches a leg that a person gave up, wherever the onboarding stands.");
        stopped.setTriggeredByEvent(true);
        var start = add(stopped, StartEvent.class, RoutePlan.ONBOARDING_STOPPED, "Onboarding stopped",
                "A leg was given up, or a rejection by the bank stands.");
        var caught = model.newInstance(ErrorEventDefinition.class, RoutePlan.ONBOARDING_STOPPED + "_definition");
        start.addChildElement(caught);
        caught.setError(error);
        var record = add(stopped, ServiceTask.class, RoutePlan.RECORD_STOP, "Record why it stopped",
                "Keeps the reason and what already exists at the bank.");
        record.setCamundaDelegateExpression("${stopDelegate}");
        add(stopped, EndEvent.class, RoutePlan.ENDED, "Ended", "The onboarding is over without access.");
        connect(stopped, new Flow(RoutePlan.ONBOARDING_STOPPED, RoutePlan.RECORD_STOP));
        connect(stopped, new Flow(RoutePlan.RECORD_STOP, RoutePlan.ENDED));
    }

    private void connect(BpmnModelElementInstance scope, Flow flow) {
        FlowNode source = element(flow.source());
        FlowNode target = element(flow.target());
        var sequence = model.newInstance(SequenceFlow.class, flow.id());
        scope.addChildElement(sequence);
        name(sequence, flow.name());
        sequence.setSource(source);
        sequence.setTarget(target);
        source.getOutgoing().add(sequence);
        target.getIncoming().add(sequence);
        if (flow.needed() != null) {
            var condition = withoutId(model.newInstance(ConditionExpression.class, flow.id() + "_condition"));
            condition.setTextContent("${" + flow.needed() + "}");
            sequence.setConditionExpression(condition);
        }
    }

    private <T extends FlowElement> T add(BpmnModelElementInstance scope, Class<T> type, String id, String name,
            String documentation) {
        var element = model.newInstance(type, id);
        name(element, name);
        var sentence = withoutId(model.newInstance(Documentation.class, id + "_documentation"));
        sentence.setTextContent(documentation);
        element.addChildElement(sentence);
        scope.addChildElement(element);
        return element;
    }

    private static void name(FlowElement element, String name) {
        if (name != null) {
            element.setName(name);
        }
    }

    private <T extends BpmnModelElementInstance> T extend(BaseElement element, Class<T> type) {
        if (element.getExtensionElements() == null) {
            element.setExtensionElements(model.newInstance(ExtensionElements.class));
        }
        var extension = model.newInstance(type);
        element.getExtensionElements().addChildElement(extension);
        return extension;
    }

    /** Nobody points at a sentence or a condition, so they need no id. */
    private static <T extends BpmnModelElementInstance> T withoutId(T element) {
        element.removeAttribute("id");
        return element;
    }

    private <T extends FlowElement> T element(String id) {
        return model.getModelElementById(id);
    }
}
