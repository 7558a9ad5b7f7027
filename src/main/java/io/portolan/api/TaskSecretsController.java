package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.refusal.Refused;
import io.portolan.worklist.SecretsOfTasks;
import io.portolan.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{id}/secrets")
@Tag(name = "Tasks", description = "What only a person can do")
class TaskSecretsController {

    private final Worklist worklist;
    private final SecretsOfTasks secrets;
    private final Actors actors;

    TaskSecretsController(Worklist worklist, SecretsOfTasks secrets, Actors actors) {
        this.worklist = worklist;
        this.secrets = secrets;
        this.actors = actors;
    }

    /** Why somebody needs a secret. */
    record SecretRevealBody(String reason) { }

    /** A secret that a task needs. */
    record TaskSecretView(String name, String value) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "TaskSecretView[name=" + name + "]";
        }
    }

    @PostMapping("/{name}/reveal")
    @Operation(summary = "See a secret of an earlier leg that an open task needs", description = "For whoever has taken the task and may see"
            + " secrets; the reason is journalled before the value is given. not-your-task (409) for all others, task-closed (409) once it is"
            + " answered, secret-not-held (409) where the vault has it no more.")
    ResponseEntity<TaskSecretView> reveal(@PathVariable String id, @PathVariable String name, @RequestBody SecretRevealBody body) {
        var task = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
        try (var secret = secrets.reveal(task, name, body.reason(), actors.current().name())) {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new TaskSecretView(name, secret.reveal(CharSequence::toString)));
        }
    }
}
