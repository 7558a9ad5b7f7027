package io.portolan.process;

import io.portolan.worklist.OpenTasks;
import io.portolan.worklist.Task;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Opens a task in our own list as the process comes to ask a person. */
@Component
class OpenTaskListener implements TaskListener {

    private final OpenTasks openTasks;

    OpenTaskListener(OpenTasks openTasks) {
        this.openTasks = openTasks;
    }

    @Override
    public void notify(DelegateTask task) {
        var kind = ProcessNames.DECIDE_REJECTION.equals(task.getTaskDefinitionKey()) ? Task.Kind.REJECTION : Task.Kind.LEG;
        openTasks.open(task.getExecution().getProcessBusinessKey(), (String) task.getVariable(ProcessNames.LEG), task.getId(), kind);
    }
}
