package io.portolan.process;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * The engine's history of routes, leg by leg, and of nothing below: how a leg went is told by our own journal, and each of its
 * steps would cost as many writes again.
 */
@Component
class RouteHistory extends AbstractProcessEnginePlugin implements HistoryLevel {

    static final String NAME = "route";
    /** Ids up to 3 are the engine's own levels. */
    private static final int ID = 17;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(this));
        configuration.setHistory(NAME);
    }

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        return HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(event, entity)
                && !(entity instanceof ExecutionEntity execution && isWithinALeg(execution));
    }

    private static boolean isWithinALeg(ExecutionEntity execution) {
        return ProcessNames.PERFORM_LEG.equals(execution.getProcessDefinition().getKey());
    }
}
