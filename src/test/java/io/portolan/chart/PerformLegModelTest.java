package io.portolan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerformLegModelTest {

    private final BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("bpmn/perform-leg.bpmn").toFile());

    @Test
    void isValidAndRunsForFiveYearsOfHistory() {
        Bpmn.validateModel(model);
        Process process = model.getModelElementById("perform-leg");
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    }

    @Test
    void isDrawnToBeRead() {
        DrawingRules.assertClean(model);
    }

    @Test
    void explainsItselfAndNamesEverything() {
        assertThat(ModelRules.broken(model)).isEmpty();
        assertThat(model.getModelElementsByType(FlowNode.class)).allSatisfy(node ->
                assertThat(node.getName()).as(node.getId()).isNotBlank());
    }

    @Test
    void offersTheLegToTheQueue() {
        ServiceTask act = model.getModelElementById("act");
        assertThat(act.getCamundaType()).isEqualTo("external");
        assertThat(act.getCamundaTopic()).isEqualTo("leg");
        assertThat(act.getExtensionElements().getElementsQuery().filterByType(CamundaExecutionListener.class).list())
                .singleElement().satisfies(listener -> {
                    assertThat(listener.getCamundaEvent()).isEqualTo("start");
                    assertThat(listener.getCamundaDelegateExpression()).isEqualTo("${offerLegListener}");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "whatCameOfIt, done, legDone", "whatCameOfIt, next-act, act", "whatCameOfIt, not-yet, waitForAnswer",
        "whatCameOfIt, rejected, decideRejection", "whatCameOfIt, , askOperator",
        "whatDidTheOperatorSay, done, legDoneByHand", "whatDidTheOperatorSay, not-needed, legDoneByHand",
        "whatDidTheOperatorSay, handed-in, waitForAnswer", "whatDidTheOperatorSay, rejected, decideRejection",
        "whatDidTheOperatorSay, give-up, givenUp", "whatDidTheOperatorSay, , act",
        "whatWasDecided, stop, stoppedAfterRejection", "whatWasDecided, , act"
    })
    void leadsEachAnswerToItsPlaceAndAnUnknownOneByTheDefault(String gatewayId, String answer, String target) {
        ExclusiveGateway gateway = model.getModelElementById(gatewayId);
        var taken = gateway.getOutgoing().stream().filter(flow -> answer == null ? flow.equals(gateway.getDefault())
                : flow.getConditionExpression() != null
                        && flow.getConditionExpression().getTextContent().contains("== '" + answer + "'")).toList();
        assertThat(taken).singleElement().extracting(this::destination).isEqualTo(target);
    }

    @Test
    void asksOneVariablePerGateway() {
        var asked = new TreeMap<String, TreeSet<String>>();
        for (var condition : model.getModelElementsByType(ConditionExpression.class)) {
            var gateway = ((SequenceFlow) condition.getParentElement()).getSource().getId();
            asked.computeIfAbsent(gateway, id -> new TreeSet<>()).addAll(ModelRules.variables(condition));
        }
        assertThat(asked).hasToString("{whatCameOfIt=[outcome], whatDidTheOperatorSay=[answer], whatWasDecided=[answer]}");
    }

    @Test
    void waitsForTheTimeOrTheBank() {
        FlowNode wait = model.getModelElementById("waitForAnswer");
        assertThat(wait.getSucceedingNodes().list()).extracting(FlowNode::getId)
                .containsExactlyInAnyOrder("timeToLook", "bankAnswered");
        assertThat(model.getModelElementsByType(TimerEventDefinition.class)).singleElement().satisfies(timer ->
                assertThat(timer.getTimeDate().getTextContent()).isEqualTo("${lookAgainAt}"));
        assertThat(model.getModelElementsByType(MessageEventDefinition.class)).hasSize(2).allSatisfy(message ->
                assertThat(message.getMessage().getName()).isEqualTo("bank-answered"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeToLook", "bankAnswered", "answeredMeanwhile"})
    void actsAgainAfterEveryWait(String eventId) {
        FlowNode event = model.getModelElementById(eventId);
        assertThat(event.getOutgoing()).singleElement().extracting(this::destination).isEqualTo("act");
    }

    @Test
    void withdrawsTheQuestionWhenTheBankAnswersFirst() {
        BoundaryEvent answered = model.getModelElementById("answeredMeanwhile");
        assertThat(answered.getAttachedTo().getId()).isEqualTo("askOperator");
        assertThat(answered.cancelActivity()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"askOperator", "decideRejection"})
    void opensAndClosesTheTaskInTheWorklist(String taskId) {
        UserTask task = model.getModelElementById(taskId);
        var listeners = new TreeMap<String, String>();
        task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().forEach(
                listener -> listeners.put(listener.getCamundaEvent(), listener.getCamundaDelegateExpression()));
        assertThat(listeners).containsExactlyInAnyOrderEntriesOf(
                Map.of("create", "${openTaskListener}", "delete", "${closeTaskListener}"));
    }

    @Test
    void endsWithOneErrorOnly() {
        assertThat(model.getModelElementsByType(ErrorEventDefinition.class)).hasSize(2).allSatisfy(error ->
                assertThat(error.getError().getErrorCode()).isEqualTo("onboarding-stopped"));
    }

    /** Where a flow leads once an arrow to "Act again" is followed to the event of that name. */
    private String destination(SequenceFlow flow) {
        if (!(flow.getTarget() instanceof IntermediateThrowEvent arrow)) {
            return flow.getTarget().getId();
        }
        var name = linkName(arrow);
        var catching = model.getModelElementsByType(IntermediateCatchEvent.class).stream()
                .filter(event -> name.equals(linkName(event))).toList();
        assertThat(catching).as("catching " + name).hasSize(1);
        return destination(catching.get(0).getOutgoing().iterator().next());
    }

    private static String linkName(FlowNode event) {
        return event.getChildElementsByType(LinkEventDefinition.class).stream().map(LinkEventDefinition::getName)
                .findFirst().orElse(null);
    }
}
