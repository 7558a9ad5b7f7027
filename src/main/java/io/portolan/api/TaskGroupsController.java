package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.worklist.TaskGroups;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/task-groups")
@Tag(name = "Tasks")
class TaskGroupsController {

    private final TaskGroups groups;
    private final Actors actors;

    TaskGroupsController(TaskGroups groups, Actors actors) {
        this.groups = groups;
        this.actors = actors;
    }

    /** All groups that there are, and those of whoever asks. */
    record GroupsView(List<String> all, List<String> mine) { }

    /** The groups to belong to from now on. */
    record GroupsBody(List<String> mine) { }

    @GetMapping
    @Operation(summary = "The groups that tasks are for, and those of whoever asks")
    GroupsView all() {
        return new GroupsView(groups.all(), groups.of(actors.current().name()).stream().sorted().toList());
    }

    @PutMapping
    @Operation(summary = "Say to which groups one belongs oneself", description = "What is left out, one leaves.")
    GroupsView join(@RequestBody GroupsBody body) {
        groups.join(actors.current().name(), body.mine() == null ? Set.of() : Set.copyOf(body.mine()));
        return all();
    }
}
