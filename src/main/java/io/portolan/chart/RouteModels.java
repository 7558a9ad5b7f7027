package io.portolan.chart;

import io.portolan.playbook.ModelFiles;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Route;
import io.portolan.refusal.Refused;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The model of any route, compiled or drawn by hand, as BPMN 2.0 with its drawing. */
@Component
public class RouteModels {

    private final ModelFiles files;

    RouteModels(ModelFiles files) {
        this.files = files;
    }

    /** The model of a route. */
    public String bpmn(Playbook playbook, String environment, Route route) {
        return route.model() == null ? RouteChart.compile(playbook, environment, route).bpmnXml() : files.text(route.model()).orElseThrow();
    }

    /**
     * The model of the route of this name.
     *
     * @throws Refused with code {@code unknown-route} where there is none
     */
    public String bpmn(Playbook playbook, String environment, String route) {
        return Optional.ofNullable(playbook.environments().get(environment)).flatMap(found -> found.route(route)).map(found -> bpmn(playbook, environment, found))
                .orElseThrow(() -> Refused.notFound("unknown-route", "The bank " + playbook.bank() + " has no such route."));
    }
}
