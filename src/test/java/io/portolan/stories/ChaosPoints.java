package io.portolan.stories;

import io.portolan.playbook.Leg;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.PlaybookReader;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.RegistrationWork;
import io.portolan.playbook.Repeat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The points of a playbook at which something is on record that a kill could tear apart: its intents and its captures. */
final class ChaosPoints {

    private ChaosPoints() {
    }

    /** The points of the playbook's first production route, in its order. */
    static List<KillPoint> of(String bank, String yaml) {
        var playbook = new PlaybookReader(Clock.systemUTC()).read(bank + ".yaml", yaml).orThrow();
        var points = new ArrayList<KillPoint>();
        var environment = playbook.environments().get("production");
        if (environment.portal() != null && environment.portal().password() != null) {
            points.add(new KillPoint(KillPoint.Moment.IN_VAULT, "password"));
        }
        environment.routes().get(0).legs().forEach(leg -> add(points, leg));
        return points.stream().distinct().toList();
    }

    private static void add(List<KillPoint> points, Leg leg) {
        boolean acts = leg.repeat() != Repeat.SAFE && !(leg.work() instanceof PortalWork portal && portal.pointOfNoReturn().isEmpty());
        if (acts) {
            List.of(KillPoint.Moment.INTENDED, KillPoint.Moment.CLICKED, KillPoint.Moment.HAPPENED)
                    .forEach(moment -> points.add(new KillPoint(moment, leg.id())));
        }
        if (leg.work() instanceof MailWork mail) {
            if (mail.letter() != null) {
                points.add(new KillPoint(KillPoint.Moment.LETTER_KEPT, leg.id()));
            }
            points.add(new KillPoint(KillPoint.Moment.MAIL_TAKEN, leg.id()));
        }
        leg.captures().forEach((name, capture) -> {
            // what is taken over from another registration lies in the vault already
            if (capture.secret() && !(leg.work() instanceof RegistrationWork)) {
                points.add(new KillPoint(KillPoint.Moment.IN_VAULT, name));
            }
            points.add(new KillPoint(KillPoint.Moment.CAPTURED, name));
        });
        points.add(new KillPoint(KillPoint.Moment.RESULT_KEPT, leg.id()));
        points.add(new KillPoint(KillPoint.Moment.MOVED, leg.id()));
        if (leg.by() == MeansName.OPERATOR) {
            points.add(new KillPoint(KillPoint.Moment.ANSWERED, leg.id()));
        }
    }
}
