package io.portolan.process;

import io.portolan.chart.RouteChart;
import io.portolan.onboarding.Engine;
import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.Playbooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Repository;

/** Moves onboardings through Camunda; only ever by completing what waits, in the caller's transaction; {@link ConcurrentMoves} says what it throws. */
@Repository
class CamundaEngine implements Engine {

    private static final String WORKER = "portolan";

    private final Models models;
    private final RouteMoves moves;
    private final RuntimeService runtime;
    private final ExternalTaskService externalTasks;
    private final TaskService userTasks;
    private final ProcessEngineConfigurationImpl configuration;

    CamundaEngine(Models models, RouteMoves moves, RuntimeService runtime, ExternalTaskService externalTasks, TaskService userTasks,
            ProcessEngineConfigurationImpl configuration) {
        this.models = models;
        this.moves = moves;
        this.runtime = runtime;
        this.externalTasks = externalTasks;
        this.userTasks = userTasks;
        this.configuration = configuration;
    }

    @Override
    public void start(Onboarding onboarding, Playbooks.Versioned playbook, Set<String> skippedLegs) {
        var route = playbook.playbook().environments().get(onboarding.environment()).route(onboarding.route()).orElseThrow();
        var variables = Variables.createVariables();
        route.legs().stream().filter(leg -> !leg.onlyFor().isEmpty()).forEach(leg ->
                variables.putValue(RouteChart.needsVariable(leg.id()), !skippedLegs.contains(leg.id())));
        runtime.startProcessInstanceById(models.definitionId(playbook, onboarding.environment(), route), onboarding.id(), variables);
    }

    @Override
    public void complete(String handle, Move move, Instant lookAgainAt) {
        inOneCommand(() -> {
            var waiting = externalTasks.createExternalTaskQuery().processInstanceId(handle).topicName(ProcessNames.LEG_TOPIC).singleResult();
            if (waiting == null) {
                throw new IllegalStateException("no leg waits at " + handle);
            }
            externalTasks.lock(waiting.getId(), WORKER, Duration.ofMinutes(1).toMillis());
            externalTasks.complete(waiting.getId(), WORKER, with(ProcessNames.OUTCOME, word(move), lookAgainAt));
        });
    }

    /** The engine reads what it needs once and writes once, instead of at each of the calls. */
    private void inOneCommand(Runnable calls) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            calls.run();
            return null;
        });
    }

    private static String word(Move move) {
        return move.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The engine reads timer dates only as java.util.Date. */
    private static Map<String, Object> with(String name, String value, Instant lookAgainAt) {
        var variables = new HashMap<String, Object>();
        variables.put(name, value);
        if (lookAgainAt != null) {
            variables.put(ProcessNames.LOOK_AGAIN_AT, Date.from(lookAgainAt));
        }
        return variables;
    }

    @Override
    public void answered(String taskHandle, String answer, Instant lookAgainAt) {
        userTasks.complete(taskHandle, with(ProcessNames.ANSWER, answer, lookAgainAt));
    }

    @Override
    public boolean wake(String onboarding) {
        return !runtime.createMessageCorrelation(ProcessNames.BANK_ANSWERED).processInstanceBusinessKey(onboarding)
                .correlateAllWithResult().isEmpty();
    }

    @Override
    public boolean wake(String onboarding, String leg) {
        return !runtime.createMessageCorrelation(ProcessNames.BANK_ANSWERED).processInstanceBusinessKey(onboarding)
                .processInstanceVariableEquals(ProcessNames.LEG, leg).correlateAllWithResult().isEmpty();
    }

    @Override
    public Set<String> legsFrom(String onboarding, String leg) {
        var process = route(onboarding);
        return process == null ? Set.of() : moves.legsFrom(process, leg);
    }

    @Override
    public void goBack(String onboarding, Set<String> left, String toLeg) {
        moves.goBack(route(onboarding), left, toLeg);
    }

    @Override
    public void migrate(Onboarding onboarding, Playbooks.Versioned playbook, Set<String> skippedLegs) {
        moves.migrate(route(onboarding.id()), onboarding, playbook, skippedLegs);
    }

    @Override
    public void stop(String onboarding, String reason) {
        var process = route(onboarding);
        // one whose beginning was put off has no process yet
        if (process != null) {
            runtime.deleteProcessInstances(List.of(process.getId()), reason, false, true);
        }
    }

    private ProcessInstance route(String onboarding) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(onboarding).rootProcessInstances().singleResult();
    }
}
