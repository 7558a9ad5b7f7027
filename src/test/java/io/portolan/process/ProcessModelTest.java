package io.portolan.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.chart.RouteChart;
import io.portolan.onboarding.Engine;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.SamplePlaybooks;
import java.beans.Introspector;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** Holds the names in the models and those in this package together. */
class ProcessModelTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

    private final BpmnModelInstance performLeg = Bpmn.readModelFromFile(Path.of("bpmn/perform-leg.bpmn").toFile());
    private final List<BpmnModelInstance> routes = compiled(SamplePlaybooks.example());

    private static List<BpmnModelInstance> compiled(Playbook playbook) {
        var models = new ArrayList<BpmnModelInstance>();
        playbook.environments().forEach((name, environment) -> environment.routes().forEach(route -> models.add(
                Bpmn.readModelFromStream(new ByteArrayInputStream(
                        RouteChart.compile(playbook, name, route).bpmnXml().getBytes(StandardCharsets.UTF_8))))));
        assertThat(models).isNotEmpty();
        return models;
    }

    @Test
    void hasAClassForEveryDelegateAndADelegateForEveryClass() {
        var named = models().flatMap(model -> expressions(model).stream()).flatMap(ProcessModelTest::words)
                .filter(word -> word.endsWith("Delegate") || word.endsWith("Listener")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(new TreeSet<>(beans().keySet()));
    }

    @Test
    void readsOnlyVariablesThatAreDeclaredOrSayWhichLegsAreNeeded() {
        var needed = SamplePlaybooks.example().environments().values().stream().flatMap(environment -> environment.routes().stream())
                .flatMap(route -> route.legs().stream()).map(leg -> RouteChart.needsVariable(leg.id())).toList();
        var declared = new TreeSet<>(List.of(ProcessNames.LEG, ProcessNames.OUTCOME, ProcessNames.ANSWER, ProcessNames.LOOK_AGAIN_AT));
        var read = models().flatMap(model -> expressions(model).stream()).flatMap(ProcessModelTest::words)
                .filter(word -> !beans().containsKey(word) && !word.equals("execution")).collect(Collectors.toCollection(TreeSet::new));
        read.removeAll(needed);
        assertThat(read).isSubsetOf(declared).contains(ProcessNames.OUTCOME, ProcessNames.ANSWER, ProcessNames.LOOK_AGAIN_AT);
    }

    @Test
    void handsTheLegAndTheBusinessKeyToThatWhichPerformsIt() {
        assertThat(routes).allSatisfy(route -> assertThat(route.getModelElementsByType(CallActivity.class)).isNotEmpty().allSatisfy(call -> {
            assertThat(call.getCalledElement()).isEqualTo("perform-leg");
            var handed = call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
            assertThat(handed).anySatisfy(in -> assertThat(in.getCamundaTarget()).isEqualTo(ProcessNames.LEG));
            assertThat(handed).anySatisfy(in -> assertThat(in.getCamundaBusinessKey()).isEqualTo("#{execution.processBusinessKey}"));
        }));
    }

    @Test
    void waitsOnOneTopicAndForOneMessage() {
        assertThat(performLeg.getModelElementsByType(ServiceTask.class)).extracting(ServiceTask::getCamundaTopic)
                .containsExactly(ProcessNames.LEG_TOPIC);
        assertThat(performLeg.getModelElementsByType(Message.class)).extracting(Message::getName)
                .containsExactly(ProcessNames.BANK_ANSWERED);
        assertThat(performLeg.getModelElementsByType(UserTask.class)).extracting(UserTask::getId).contains(ProcessNames.DECIDE_REJECTION);
    }

    @Test
    void catchesInEveryRouteTheErrorThatALegEndsWith() {
        var thrown = errors(performLeg);
        assertThat(thrown).hasSize(1);
        assertThat(routes).allSatisfy(route -> assertThat(errors(route)).containsAll(thrown));
    }

    @Test
    void hasAWayForEveryMoveAndEveryAnswer() {
        assertThat(handled("whatCameOfIt", "person")).isEqualTo(words(Stream.of(Engine.Move.values())));
        assertThat(handled("whatDidTheOperatorSay", "again")).as("an account that is there is a leg that is done")
                .isEqualTo(words(Stream.of(PersonAnswer.values()).filter(answer -> answer != PersonAnswer.ACCOUNT_EXISTS)));
        assertThat(handled("whatWasDecided", "again")).containsExactly("again", "stop");
    }

    /** The words that the conditions of a gateway know, with that of its default. */
    private TreeSet<String> handled(String gateway, String byDefault) {
        ExclusiveGateway asks = performLeg.getModelElementById(gateway);
        assertThat(asks.getDefault().getName()).endsWith(byDefault);
        var words = new TreeSet<>(List.of(byDefault));
        asks.getOutgoing().stream().filter(flow -> flow.getConditionExpression() != null).forEach(flow ->
                TEXT.matcher(flow.getConditionExpression().getTextContent()).results()
                        .forEach(match -> words.add(match.group().replace("'", ""))));
        return words;
    }

    private static TreeSet<String> words(Stream<? extends Enum<?>> values) {
        return values.map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-')).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> errors(BpmnModelInstance model) {
        return model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Error.class).stream()
                .map(org.camunda.bpm.model.bpmn.instance.Error::getErrorCode).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<BpmnModelInstance> models() {
        return Stream.concat(Stream.of(performLeg), routes.stream());
    }

    private static List<String> expressions(BpmnModelInstance model) {
        return EXPRESSION.matcher(Bpmn.convertToString(model)).results().map(match -> match.group(1)).toList();
    }

    private static Stream<String> words(String expression) {
        return WORD.matcher(TEXT.matcher(expression).replaceAll("")).results().map(java.util.regex.MatchResult::group);
    }

    private static Map<String, Class<?>> beans() {
        var scan = new ClassPathScanningCandidateComponentProvider(true);
        var found = new TreeMap<String, Class<?>>();
        for (var candidate : scan.findCandidateComponents("io.portolan.process")) {
            try {
                var type = Class.forName(candidate.getBeanClassName());
                if (Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class).anyMatch(kind -> kind.isAssignableFrom(type))) {
                    found.put(Introspector.decapitalize(type.getSimpleName()), type);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }
}
