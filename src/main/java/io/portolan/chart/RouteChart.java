package io.portolan.chart;

import io.portolan.playbook.Playbook;
import io.portolan.playbook.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Compiles a route of a playbook into the bank's own process, the same to the byte each time. */
public final class RouteChart {

    private static final int VERSION_LENGTH = 16;

    private RouteChart() {
    }

    /** The model of a route; throws IllegalArgumentException for one that names a hand-drawn model or cannot be drawn. */
    public static CompiledRoute compile(Playbook playbook, String environmentName, Route route) {
        var processId = processId(playbook.bank(), environmentName, route.name());
        if (route.model() != null) {
            throw new IllegalArgumentException("%s runs the hand-drawn model %s and is not compiled"
                    .formatted(processId, route.model()));
        }
        var plan = RoutePlan.of(route);
        var model = new RouteModel(processId, processName(playbook, environmentName, route), plan).write();
        new RouteDrawing(model, new RouteLayout(plan)).draw(processId);
        var version = hash(Bpmn.convertToString(model));
        model.<org.camunda.bpm.model.bpmn.instance.Process>getModelElementById(processId).setCamundaVersionTag(version);
        Bpmn.validateModel(model);
        return new CompiledRoute(processId, Bpmn.convertToString(model), version);
    }

    /** The id of a route's process: {@code onboard-<bank>-<environment>}, and the route's name unless it is the default. */
    public static String processId(String bank, String environmentName, String routeName) {
        var id = "onboard-" + bank + "-" + environmentName;
        return isDefault(routeName) ? id : id + "-" + routeName;
    }

    /** The boolean process variable that says whether a leg for some services only is needed. */
    public static String needsVariable(String legId) {
        return "needs_" + legId.replace('-', '_');
    }

    private static String processName(Playbook playbook, String environmentName, Route route) {
        var name = playbook.name() + ", " + environmentName;
        return isDefault(route.name()) ? name : name + ", " + route.name();
    }

    private static boolean isDefault(String routeName) {
        return "default".equals(routeName);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
