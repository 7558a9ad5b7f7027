package io.portolan.rehearsal;

import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Route;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Signs;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a route looks like to the engine: its means in their order, and by which kinds of signs each leg waits, is rejected, asks and ends. */
record RouteShape(String written) {

    static RouteShape of(Route route) {
        return new RouteShape(route.legs().stream().map(RouteShape::leg).collect(Collectors.joining(" > ")));
    }

    private static String leg(Leg leg) {
        return Stream.of(leg.by().name().toLowerCase(java.util.Locale.ROOT), work(leg), leg.repeat().name().toLowerCase(java.util.Locale.ROOT), signs(leg.signs()),
                leg.onRejected() == null ? "" : "back", leg.waiting() == null ? "" : "rhythm", leg.captures().isEmpty() ? "" : "brings",
                leg.onlyFor().isEmpty() ? "" : "some").filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String work(Leg leg) {
        if (leg.work() instanceof ApiWork work) {
            return (work.authorise() != null ? "authorise" : work.request() != null ? "request" : "proof") + (work.token() != null ? "+token" : "")
                    + (work.look() != null ? "+look" : "") + (work.client() != null ? "+client" : "");
        }
        if (leg.work() instanceof MailWork work) {
            return (work.letter() != null ? "letter" : "") + (work.expect() != null ? "+expect" : "");
        }
        if (leg.work() instanceof PortalWork work) {
            return work.pointOfNoReturn().map(click -> "once").orElse("") + (work.look().isEmpty() ? "" : "+look");
        }
        return leg.work() instanceof OperatorWork work && work.thenWait() ? "then-wait" : "";
    }

    private static String signs(Signs signs) {
        return kinds("done", signs.doneWhen()) + kinds("rejected", signs.rejectedWhen()) + kinds("wait", signs.waitWhen()) + kinds("ask", signs.askWhen());
    }

    private static String kinds(String name, List<Sign> signs) {
        var kinds = new TreeSet<String>();
        signs.forEach(sign -> kinds.add((sign.status().isEmpty() ? "" : "status ") + (sign.json().isEmpty() ? "" : "json ") + (sign.text() == null ? "" : "text ")
                + (sign.visible() == null ? "" : "visible ") + (sign.gone() == null ? "" : "gone ") + (sign.url() == null ? "" : "url ")
                + (sign.subject() == null ? "" : "subject ")));
        return signs.isEmpty() ? "" : name + kinds;
    }
}
