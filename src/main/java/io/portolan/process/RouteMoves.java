package io.portolan.process;

import io.portolan.chart.RouteChart;
import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Moves a process otherwise than forward: back to an earlier leg, or over to another model of its route. */
@Component
class RouteMoves {

    private final Models models;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    RouteMoves(Models models, RuntimeService runtime, RepositoryService repository) {
        this.models = models;
        this.runtime = runtime;
        this.repository = repository;
    }

    Set<String> legsFrom(ProcessInstance process, String leg) {
        var model = model(process);
        return nodesFrom(model, leg).stream().filter(id -> model.getModelElementById(id) instanceof CallActivity)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private BpmnModelInstance model(ProcessInstance process) {
        return repository.getBpmnModelInstance(process.getProcessDefinitionId());
    }

    /** By the flows themselves, since not every drawing repeats them at its nodes. */
    private static Set<String> nodesFrom(BpmnModelInstance model, String leg) {
        var flows = model.getModelElementsByType(SequenceFlow.class);
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(leg));
        while (!open.isEmpty()) {
            var node = open.poll();
            if (reached.add(node)) {
                flows.stream().filter(flow -> flow.getSource().getId().equals(node)).forEach(flow -> open.add(flow.getTarget().getId()));
            }
        }
        return reached;
    }

    /** A way beside that comes together with this one further on is left alone, unless it begins after the leg. */
    void goBack(ProcessInstance process, Set<String> left, String toLeg) {
        var model = model(process);
        var after = nodesFrom(model, toLeg);
        var modification = runtime.createProcessInstanceModification(process.getId());
        Stream.of(runtime.getActivityInstance(process.getId()).getChildActivityInstances()).map(ActivityInstance::getActivityId).distinct()
                .filter(id -> left.contains(id) || isReachedOnlyAfter(model, id, after))
                .forEach(modification::cancelAllForActivity);
        modification.startBeforeActivity(toLeg).execute();
    }

    private static boolean isReachedOnlyAfter(BpmnModelInstance model, String node, Set<String> after) {
        return model.getModelElementById(node) instanceof ParallelGateway && model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getTarget().getId().equals(node)).allMatch(flow -> after.contains(flow.getSource().getId()));
    }

    void migrate(ProcessInstance process, Onboarding onboarding, Playbooks.Versioned playbook, Set<String> skippedLegs) {
        var route = playbook.playbook().environments().get(onboarding.environment()).route(onboarding.route()).orElseThrow();
        var variables = Variables.createVariables();
        route.legs().stream().filter(leg -> !leg.onlyFor().isEmpty()).forEach(leg ->
                variables.putValue(RouteChart.needsVariable(leg.id()), !skippedLegs.contains(leg.id())));
        runtime.setVariables(process.getId(), variables);
        var target = models.definitionId(playbook, onboarding.environment(), route);
        if (target.equals(process.getProcessDefinitionId())) {
            return;
        }
        try {
            var plan = runtime.createMigrationPlan(process.getProcessDefinitionId(), target).mapEqualActivities().build();
            runtime.newMigration(plan).processInstanceIds(process.getId()).skipCustomListeners().execute();
        } catch (MigrationPlanValidationException | MigratingProcessInstanceValidationException impossible) {
            throw Refused.conflict("cannot-move", "The process cannot go on by the other version from where it stands.",
                    Map.of("onboarding", onboarding.id()));
        }
    }
}
