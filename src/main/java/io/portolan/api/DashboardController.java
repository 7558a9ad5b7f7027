package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.overview.Dashboard;
import io.portolan.worklist.TasksOfToday;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dashboard")
@Tag(name = "Dashboard", description = "How all of it stands, at a glance")
class DashboardController {

    /** More are counted by nobody who looks at a dashboard. */
    private static final int MOST = 100_000;

    private final Dashboard dashboard;
    private final TasksOfToday today;
    private final Actors actors;

    DashboardController(Dashboard dashboard, TasksOfToday today, Actors actors) {
        this.dashboard = dashboard;
        this.today = today;
        this.actors = actors;
    }

    @GetMapping
    @Operation(summary = "How all of it stands", description = "Of one TPP, or of all. Counted anew every few seconds at most; how long it took, every few minutes. Each figure has"
            + " a list behind it: of active registrations by kind and standing, of degraded ones by kind and health=degraded, of onboardings by kind and status,"
            + " promiseBroken, bank and stage, or passed, status and since; of mails by state=homeless and tpp.")
    DashboardView show(@RequestParam(required = false) String tpp) {
        return DashboardView.of(dashboard.of(tpp), today.count(actors.current().name(), tpp, MOST));
    }
}
