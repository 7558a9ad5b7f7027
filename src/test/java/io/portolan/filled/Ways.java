package io.portolan.filled;

import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ways in that onboardings of a filled database have gone. */
public final class Ways {

    private static final List<Stage> STAGES = List.of(Stage.SIGN_UP, Stage.CREATE_APPLICATION, Stage.REGISTER_CLIENT, Stage.CERTIFICATES, Stage.APPROVAL,
            Stage.COLLECT_CREDENTIALS, Stage.VERIFY_ACCESS);

    private Ways() {
    }

    /** A way in: a route of a bank, in one version of its playbook. */
    public record Way(String bank, String environment, String kind, String route, String version, List<WayLeg> legs) { }

    /** A leg of it. */
    public record WayLeg(String id, String stage, String means) { }

    /** Every route of the current playbooks. */
    public static List<Way> of(Playbooks playbooks) {
        var ways = new ArrayList<Way>();
        for (var version : playbooks.all()) {
            version.playbook().environments().forEach((name, environment) -> environment.routes().forEach(route ->
                    ways.add(new Way(version.playbook().bank(), name, environment.kind().name().toLowerCase(Locale.ROOT), route.name(), version.hash(), route.legs().stream()
                            .map(leg -> new WayLeg(leg.id(), leg.stage().name(), leg.by().name())).toList()))));
        }
        return ways;
    }

    /** So many banks that nobody has a playbook of, each with one way in. */
    public static List<Way> madeUp(int banks) {
        var ways = new ArrayList<Way>();
        for (int bank = 0; bank < banks; bank++) {
            ways.add(new Way("xx-bank-" + bank, bank % 3 == 0 ? "sandbox" : "production", bank % 3 == 0 ? "test" : "live", "default", "0".repeat(64),
                    STAGES.stream().map(stage -> new WayLeg(stage.name().toLowerCase(Locale.ROOT).replace('_', '-'), stage.name(), "PORTAL")).toList()));
        }
        return ways;
    }
}
