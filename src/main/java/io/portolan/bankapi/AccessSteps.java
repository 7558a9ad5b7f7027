package io.portolan.bankapi;

import io.portolan.leg.LegOrder;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Probe;
import io.portolan.playbook.Probe.NegativeControl;
import io.portolan.playbook.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is done to prove access, call by call, in words for whoever looks on. An address is told as the playbook has it, so that nothing that is filled in shows. */
final class AccessSteps {

    static final String TOKEN = "Ask for an access token";
    static final String FOREIGN_TOKEN = "Ask for one as a client that is not ours, which must fail";

    private static final Pattern START = Pattern.compile("^(?:https?://[^/]*|\\{\\{[^}]*}})");
    private static final Pattern PLACE = Pattern.compile("\\{\\{[^}]*}}");

    private AccessSteps() {
    }

    /** All of them, where nothing goes wrong. */
    static List<String> of(LegOrder order, ApiWork work) {
        var steps = new ArrayList<String>();
        if (work.token() != null) {
            steps.add(TOKEN);
        }
        for (var probe : work.probe()) {
            var services = services(order, probe);
            if (!services.isEmpty()) {
                steps.add(call(probe, services));
                if (probe.negativeControl() != null) {
                    probe.negativeControl().forEach(control -> steps.add(control(control, work.token() != null)));
                }
            }
        }
        return steps;
    }

    static String call(Probe probe, List<Service> services) {
        return "Call the API for " + services.stream().map(Enum::name).collect(Collectors.joining(" and ")) + ": " + probe.method() + " "
                + address(probe.url().written());
    }

    static String control(NegativeControl control, boolean hasToken) {
        return switch (control) {
            case NO_CERTIFICATE -> "The same call without our certificate, which must fail";
            case NO_TOKEN -> "The same call without the access token, which must fail";
            case FOREIGN_CLIENT_ID -> hasToken ? FOREIGN_TOKEN : "The same call with a client id that is not ours, which must fail";
        };
    }

    /** The services of an order that its leg, and the probe if there is one, is for. */
    static List<Service> services(LegOrder order, Probe probe) {
        var leg = order.leg();
        return order.services().stream().sorted().filter(service -> leg.onlyFor().isEmpty() || leg.onlyFor().contains(service))
                .filter(service -> probe == null || probe.isFor(service)).toList();
    }

    private static String address(String written) {
        var path = PLACE.matcher(START.matcher(written).replaceFirst("")).replaceAll("…").replaceFirst("\\?.*", "");
        return path.isEmpty() ? "/" : path;
    }
}
