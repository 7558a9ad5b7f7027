package io.portolan.process;

import io.portolan.worklist.OpenTasks;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Withdraws a task from our own list as the process goes on without it. */
@Component
class CloseTaskListener implements TaskListener {

    private final OpenTasks openTasks;

    CloseTaskListener(OpenTasks openTasks) {
        this.openTasks = openTasks;
    }

    @Override
    public void notify(DelegateTask task) {
        openTasks.withdraw(task.getId());
    }
}
