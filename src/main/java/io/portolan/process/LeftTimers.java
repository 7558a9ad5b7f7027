package io.portolan.process;

import io.portolan.database.Neighbours;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Frees the timers that a killed process had just taken: the engine leaves them alone until their lock ends, although where
 * the database is ours alone nobody can be alive who holds it.
 */
@Component
class LeftTimers {

    private final Neighbours neighbours;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;

    LeftTimers(Neighbours neighbours, ManagementService management, ProcessEngineConfigurationImpl engine) {
        this.neighbours = neighbours;
        this.management = management;
        this.engine = engine;
    }

    @EventListener(ApplicationReadyEvent.class)
    void free() {
        if (!neighbours.arePossible()) {
            left().forEach(timer -> engine.getCommandExecutorTxRequired().execute(new UnlockJobCmd(timer.getId())));
        }
    }

    /** Those that are due; the engine takes no others. */
    private List<JobEntity> left() {
        var ourOwn = engine.getJobExecutor().getLockOwner();
        return management.createJobQuery().duedateLowerThan(ClockUtil.getCurrentTime()).list().stream()
                .map(JobEntity.class::cast).filter(timer -> timer.getLockOwner() != null && !Objects.equals(timer.getLockOwner(), ourOwn))
                .toList();
    }
}
