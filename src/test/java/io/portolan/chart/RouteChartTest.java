package io.portolan.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.playbook.Leg;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteChartTest {

    @Test
    void namesTheProcessAfterBankEnvironmentAndRoute() {
        var route = SampleRoutes.routeOf(1, 0);
        var other = new Route("by-obwac", null, null, route.legs());
        assertThat(process(route).getId()).isEqualTo("onboard-xx-sample-production");
        assertThat(process(route).getName()).isEqualTo("Sample Bank, production");
        assertThat(process(other).getId()).isEqualTo("onboard-xx-sample-production-by-obwac");
        assertThat(process(other).getName()).isEqualTo("Sample Bank, production, by-obwac");
        assertThat(process(route).isExecutable()).isTrue();
        assertThat(process(route).getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    }

    @Test
    void goesFromTheRequestThroughTheCheckAndEveryLegInOrderToLive() {
        var route = SampleRoutes.route(SampleRoutes.leg("sign-up"), SampleRoutes.leg("approval"),
                SampleRoutes.leg("verify-access"));
        assertThat(walk(read(compile(route)), "requested"))
                .containsExactly("requested", "pre-flight", "sign-up", "approval", "verify-access", "live");
    }

    @Test
    void callsPerformLegWithTheBusinessKeyAndTheIdOfTheLeg() {
        CallActivity call = read(compile(SampleRoutes.route(SampleRoutes.leg("sign-up")))).getModelElementById("sign-up");
        assertThat(call.getName()).isEqualTo("The title of sign-up");
        assertThat(call.getCalledElement()).isEqualTo("perform-leg");
        var handedOver = call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
        assertThat(handedOver).hasSize(2);
        assertThat(handedOver.get(0).getCamundaBusinessKey()).isEqualTo("#{execution.processBusinessKey}");
        assertThat(handedOver.get(1).getCamundaSourceExpression()).isEqualTo("sign-up");
        assertThat(handedOver.get(1).getCamundaTarget()).isEqualTo("leg");
    }

    @Test
    void explainsALegByItsInstructionsOrByItsStageAndMeans() {
        var model = read(compile(SampleRoutes.route(SampleRoutes.byHand("ask-support", "Call the support."),
                SampleRoutes.derived("fingerprint"))));
        assertThat(sentence(model, "ask-support")).isEqualTo("Call the support.");
        assertThat(sentence(model, "fingerprint")).isEqualTo(
                "Belongs to the stage create-application and is done by computing from our certificate or profile.");
    }

    @Test
    void asksOneVariableWhetherALegForSomeServicesIsNeeded() {
        var model = read(compile(SampleRoutes.route(SampleRoutes.leg("sign-up"),
                SampleRoutes.leg("pis-terms", Service.PIS, Service.AIS))));
        ExclusiveGateway question = model.getModelElementById("pis-terms-is-needed");
        assertThat(question.getName()).isEqualTo("For AIS or PIS?");
        SequenceFlow yes = model.getModelElementById("pis-terms-is-needed_to_pis-terms");
        assertThat(yes.getConditionExpression().getTextContent()).isEqualTo("${needs_pis_terms}");
        assertThat(RouteChart.needsVariable("pis-terms")).isEqualTo("needs_pis_terms");
        assertThat(question.getDefault().getTarget().getId()).isEqualTo("after-pis-terms");
        assertThat(walk(model, "pis-terms")).containsExactly("pis-terms", "after-pis-terms", "live");
    }

    @Test
    void tellsTheOnboardingAboutItsCheckItsEndAndItsStop() {
        var model = read(compile(SampleRoutes.routeOf(1, 0)));
        ServiceTask preflight = model.getModelElementById("pre-flight");
        ServiceTask stop = model.getModelElementById("record-stop");
        EndEvent live = model.getModelElementById("live");
        assertThat(preflight.getCamundaDelegateExpression()).isEqualTo("${preflightDelegate}");
        assertThat(stop.getCamundaDelegateExpression()).isEqualTo("${stopDelegate}");
        assertThat(live.getExtensionElements().getElementsQuery().filterByType(CamundaExecutionListener.class).list())
                .singleElement().satisfies(listener ->
                        assertThat(listener.getCamundaDelegateExpression()).isEqualTo("${onboardingLiveListener}"));
    }

    @Test
    void catchesTheOneErrorThatALegCanEndWith() {
        var model = read(compile(SampleRoutes.routeOf(1, 0)));
        SubProcess stopped = model.getModelElementById("stopped");
        StartEvent start = model.getModelElementById("onboardingStopped");
        assertThat(stopped.triggeredByEvent()).isTrue();
        assertThat(start.getParentElement()).isEqualTo(stopped);
        assertThat(start.isInterrupting()).isTrue();
        assertThat(start.getEventDefinitions()).singleElement().satisfies(definition ->
                assertThat(((ErrorEventDefinition) definition).getError().getErrorCode()).isEqualTo("onboarding-stopped"));
        assertThat(walk(model, "onboardingStopped")).containsExactly("onboardingStopped", "record-stop", "ended");
    }

    @Test
    void isTheSameToTheByteWheneverItIsCompiled() {
        var route = SampleRoutes.routeOf(12, 3);
        var first = compile(route);
        compile(SampleRoutes.routeOf(4, 2));
        var turned = new ArrayList<Leg>();
        route.legs().forEach(leg -> turned.add(leg.onlyFor().isEmpty() ? leg
                : SampleRoutes.leg(leg.id(), Service.PIS, Service.AIS)));
        assertThat(compile(new Route("default", null, null, turned))).isEqualTo(first);
        assertThat(compile(route)).isEqualTo(first);
    }

    @Test
    void carriesAVersionThatChangesWithTheModel() {
        var one = compile(SampleRoutes.routeOf(3, 0));
        var other = compile(SampleRoutes.routeOf(3, 2));
        assertThat(one.version()).matches("[0-9a-f]{16}").isNotEqualTo(other.version());
        assertThat(process(SampleRoutes.routeOf(3, 0)).getCamundaVersionTag()).isEqualTo(one.version());
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,0", "3,1", "4,0", "5,0", "6,2", "7,0", "8,3", "9,0", "10,1", "12,5", "16,4", "20,1", "25,0", "25,3"})
    void drawsRoutesOfAnyLengthToBeRead(int legs, int skippable) {
        var model = read(compile(SampleRoutes.routeOf(legs, skippable)));
        Bpmn.validateModel(model);
        DrawingRules.assertClean(model);
        assertThat(ModelRules.broken(model)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "requested", "pre-flight", "record-stop", "ended", "stopped", "sign-up"})
    void refusesAnIdThatIsTaken(String id) {
        var route = SampleRoutes.route(SampleRoutes.leg("sign-up"), SampleRoutes.leg(id));
        assertThatThrownBy(() -> compile(route)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(id);
    }

    @Test
    void takesNoIdThatAPlaybookMayGiveToALeg() {
        var own = read(compile(SampleRoutes.route(SampleRoutes.leg("sign-up")))).getModelElementsByType(FlowNode.class);
        assertThat(own).extracting(FlowNode::getId).filteredOn(id -> id.matches("[a-z][a-z0-9-]*"))
                .filteredOn(id -> !id.equals("sign-up")).isSubsetOf(Leg.RESERVED);
    }

    @Test
    void refusesAHandDrawnRouteAndOneWithoutLegs() {
        var handDrawn = new Route("default", null, "two-gates", List.of(SampleRoutes.leg("sign-up")));
        assertThatThrownBy(() -> compile(handDrawn)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hand-drawn model two-gates");
        assertThatThrownBy(() -> compile(SampleRoutes.route())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no legs");
    }

    private static CompiledRoute compile(Route route) {
        return RouteChart.compile(SampleRoutes.playbook(route), "production", route);
    }

    private static Process process(Route route) {
        var compiled = compile(route);
        return read(compiled).getModelElementById(compiled.processId());
    }

    private static BpmnModelInstance read(CompiledRoute compiled) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(compiled.bpmnXml().getBytes(StandardCharsets.UTF_8)));
    }

    private static String sentence(BpmnModelInstance model, String id) {
        FlowNode node = model.getModelElementById(id);
        return node.getDocumentations().iterator().next().getTextContent();
    }

    /** The ids from one node on, where no gateway asks. */
    private static List<String> walk(BpmnModelInstance model, String from) {
        var ids = new ArrayList<String>();
        FlowNode node = model.getModelElementById(from);
        ids.add(node.getId());
        while (!node.getOutgoing().isEmpty()) {
            assertThat(node.getOutgoing()).hasSize(1);
            node = node.getOutgoing().iterator().next().getTarget();
            ids.add(node.getId());
        }
        return ids;
    }
}
