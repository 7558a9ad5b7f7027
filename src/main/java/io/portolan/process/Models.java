package io.portolan.process;

import io.portolan.chart.CompiledRoute;
import io.portolan.chart.RouteChart;
import io.portolan.playbook.ModelFiles;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The processes by which onboardings run: compiled from the routes and deployed once for each content. */
@Component
class Models {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final Playbooks playbooks;
    private final ModelFiles files;
    private final RepositoryService repository;
    private final Map<String, String> definitionIds = new ConcurrentHashMap<>();

    Models(Playbooks playbooks, ModelFiles files, RepositoryService repository) {
        this.playbooks = playbooks;
        this.files = files;
        this.repository = repository;
    }

    /** Deploys what is new in the catalogue, all in one deployment. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void deployCatalogue() {
        var missing = new ArrayList<CompiledRoute>();
        for (var playbook : playbooks.all()) {
            playbook.playbook().environments().forEach((name, environment) -> environment.routes().stream()
                    .filter(route -> route.model() == null)
                    .map(route -> RouteChart.compile(playbook.playbook(), name, route))
                    .filter(compiled -> deployed(compiled.processId(), compiled.version()) == null)
                    .forEach(missing::add));
        }
        if (!missing.isEmpty()) {
            deploy("catalogue", missing);
            LOG.info("{} routes compiled and deployed", missing.size());
        }
    }

    /** The id of the process definition by which this route runs. */
    String definitionId(Playbooks.Versioned playbook, String environment, Route route) {
        return definitionIds.computeIfAbsent(playbook.hash() + "/" + environment + "/" + route.name(), key -> {
            if (route.model() != null) {
                return drawn(route.model());
            }
            var compiled = RouteChart.compile(playbook.playbook(), environment, route);
            if (deployed(compiled.processId(), compiled.version()) == null) {
                deploy(compiled.processId(), List.of(compiled));
            }
            return deployed(compiled.processId(), compiled.version()).getId();
        });
    }

    private void deploy(String name, List<CompiledRoute> routes) {
        var deployment = repository.createDeployment().name(name);
        routes.forEach(route -> deployment.addString(route.processId() + ".bpmn", route.bpmnXml()));
        deployment.deploy();
    }

    private ProcessDefinition deployed(String processId, String version) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(processId).versionTag(version)
                .orderByProcessDefinitionVersion().desc().listPage(0, 1).stream().findFirst().orElse(null);
    }

    /** The definition of a hand-drawn model as its file has it now; running processes keep theirs. */
    private String drawn(String processId) {
        var text = files.text(processId).orElseThrow(() -> new IllegalStateException("there is no model " + processId));
        var name = processId + ".bpmn";
        repository.createDeployment().name(name).enableDuplicateFiltering(true).addString(name, text).deploy();
        return repository.createProcessDefinitionQuery().processDefinitionKey(processId).latestVersion().singleResult().getId();
    }
}
