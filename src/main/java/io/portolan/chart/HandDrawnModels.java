package io.portolan.chart;

import io.portolan.playbook.Leg;
import io.portolan.playbook.ModelCheck;
import io.portolan.playbook.ModelFiles;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Route;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/**
 * Holds a hand-drawn model to its route: it calls every leg as a compiled one does, comes to live as a compiled one does, stops as a
 * compiled one does, and does nothing else, since whoever draws a model is not to run code of their own.
 */
@Component
public class HandDrawnModels implements ModelCheck {

    private static final Set<String> DELEGATES = Set.of("${preflightDelegate}", "${stopDelegate}");
    private static final String LIVE = "${onboardingLiveListener}";
    private static final Pattern CONDITION = Pattern.compile("\\$\\{!?needs_[a-z0-9_]+}");

    private final ModelFiles files;

    /** Looks for the models among these files. */
    public HandDrawnModels(ModelFiles files) {
        this.files = files;
    }

    @Override
    public List<String> problems(Playbook playbook, String environmentName, Route route) {
        var text = files.text(route.model());
        if (text.isEmpty()) {
            return List.of("there is no model \"" + route.model() + "\": put " + route.model() + ".bpmn beside the playbook");
        }
        try {
            var model = Bpmn.readModelFromStream(new ByteArrayInputStream(text.get().getBytes(StandardCharsets.UTF_8)));
            return problems(model, route);
        } catch (ModelException unreadable) {
            return List.of("the model \"" + route.model() + "\" is not BPMN 2.0: " + unreadable.getMessage());
        }
    }

    static List<String> problems(BpmnModelInstance model, Route route) {
        var problems = new ArrayList<String>();
        var processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1 || !processes.iterator().next().getId().equals(route.model()) || !processes.iterator().next().isExecutable()) {
            problems.add("the model must hold one executable process with the id \"" + route.model() + "\"");
        }
        checkLegs(model, route, problems);
        checkEnds(model, problems);
        checkNothingElse(model, problems);
        route.legs().stream().filter(leg -> leg.onRejected() != null && leg.onRejected().backTo() != null).forEach(leg -> {
            if (!leadsTo(model, leg.onRejected().backTo(), leg.id())) {
                problems.add("\"" + leg.onRejected().backTo() + "\", to which a rejection of \"" + leg.id() + "\" leads back, does not come before it");
            }
        });
        return problems;
    }

    private static void checkLegs(BpmnModelInstance model, Route route, List<String> problems) {
        var calls = model.getModelElementsByType(CallActivity.class);
        var legs = route.legs().stream().map(Leg::id).toList();
        legs.stream().filter(leg -> calls.stream().noneMatch(call -> call.getId().equals(leg))).forEach(leg ->
                problems.add("the model has no call activity \"" + leg + "\", which is a leg of the route"));
        for (var call : calls) {
            if (!legs.contains(call.getId())) {
                problems.add("the call activity \"" + call.getId() + "\" is no leg of the route");
            } else if (!"perform-leg".equals(call.getCalledElement())) {
                problems.add("\"" + call.getId() + "\" must call perform-leg");
            } else if (!hands(call)) {
                problems.add("\"" + call.getId() + "\" must hand on businessKey=\"#{execution.processBusinessKey}\" and the variable leg with its own id");
            }
        }
    }

    private static boolean hands(CallActivity call) {
        var handed = call.getExtensionElements() == null ? List.<CamundaIn>of()
                : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
        return handed.stream().anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))
                && handed.stream().anyMatch(in -> "leg".equals(in.getCamundaTarget()) && call.getId().equals(in.getCamundaSourceExpression()));
    }

    private static void checkEnds(BpmnModelInstance model, List<String> problems) {
        var ends = model.getModelElementsByType(EndEvent.class).stream().filter(end -> end.getParentElement() instanceof Process).toList();
        if (ends.size() != 1 || !isLive(ends.get(0))) {
            problems.add("the model must have one end, with the listener " + LIVE);
        }
        var stops = model.getModelElementsByType(SubProcess.class).stream().filter(SubProcess::triggeredByEvent)
                .flatMap(stopped -> stopped.getChildElementsByType(ServiceTask.class).stream())
                .anyMatch(task -> "${stopDelegate}".equals(task.getCamundaDelegateExpression()));
        if (!stops || model.getModelElementsByType(Error.class).stream().noneMatch(error -> "onboarding-stopped".equals(error.getErrorCode()))) {
            problems.add("the model must catch the error onboarding-stopped in an event sub-process with the delegate ${stopDelegate}");
        }
    }

    private static boolean isLive(EndEvent end) {
        return end.getExtensionElements() != null && end.getExtensionElements().getElementsQuery().filterByType(CamundaExecutionListener.class)
                .list().stream().anyMatch(listener -> LIVE.equals(listener.getCamundaDelegateExpression()) && "start".equals(listener.getCamundaEvent()));
    }

    private static void checkNothingElse(BpmnModelInstance model, List<String> problems) {
        model.getModelElementsByType(Activity.class).stream().filter(activity -> !(activity instanceof CallActivity || activity instanceof SubProcess)
                && !(activity instanceof ServiceTask task && DELEGATES.contains(Objects.toString(task.getCamundaDelegateExpression(), ""))
                        && task.getCamundaClass() == null && task.getCamundaExpression() == null && task.getCamundaTopic() == null))
                .forEach(activity -> problems.add("\"" + activity.getId() + "\" is more than a model may do: it calls legs, and has the delegates "
                        + String.join(" and ", DELEGATES.stream().sorted().toList())));
        model.getModelElementsByType(CamundaExecutionListener.class).stream().filter(listener -> !LIVE.equals(listener.getCamundaDelegateExpression()))
                .forEach(listener -> problems.add("a listener may only be " + LIVE));
        model.getModelElementsByType(ConditionExpression.class).stream().filter(condition -> !CONDITION.matcher(condition.getTextContent().strip()).matches())
                .forEach(condition -> problems.add("the condition " + condition.getTextContent().strip() + " may only ask ${needs_<leg>}"));
    }

    private static boolean leadsTo(BpmnModelInstance model, String from, String to) {
        var flows = model.getModelElementsByType(SequenceFlow.class);
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            var node = open.poll();
            if (node.equals(to)) {
                return true;
            }
            if (seen.add(node)) {
                flows.stream().filter(flow -> flow.getSource().getId().equals(node)).forEach(flow -> open.add(flow.getTarget().getId()));
            }
        }
        return false;
    }
}
