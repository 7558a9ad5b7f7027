package io.portolan.playbook;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks a leg by itself: its id, and that its means has what it needs. */
final class LegChecks {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Findings findings;

    LegChecks(Findings findings) {
        this.findings = findings;
    }

    void check(Leg leg, Environment environment, String path) {
        checkId(leg, path);
        if (leg.handover().group() != null && !ID.matcher(leg.handover().group()).matches()) {
            findings.add(path + ".group", "\"" + leg.handover().group() + "\" is not a name: [a-z][a-z0-9-]*");
        }
        if (leg.work() == null) {
            return;
        }
        new SignChecks(findings).check(leg, path);
        if (leg.repeat() == Repeat.LOOK_FIRST && !(leg.work() instanceof PortalWork work && !work.look().isEmpty())) {
            findings.add(path + ".repeat", "look-first needs a leg by portal with look");
        }
        if (leg.work() instanceof PortalWork work) {
            new StepChecks(findings).check(work, leg, path);
            checkSignIn(work, environment, path);
        } else if (leg.work() instanceof ApiWork work) {
            checkCalls(work, leg, path);
        } else if (leg.work() instanceof MailWork work) {
            checkMail(work, leg, path);
        } else if (leg.work() instanceof DeriveWork) {
            checkDerived(leg, path);
        }
        checkWait(leg, path);
    }

    private void checkId(Leg leg, String path) {
        if (leg.id() == null) {
            return;
        }
        if (!ID.matcher(leg.id()).matches()) {
            findings.add(path + ".id", "\"" + leg.id() + "\" is not an id: [a-z][a-z0-9-]*");
        }
        if (Leg.RESERVED.contains(leg.id())) {
            findings.add(path + ".id", "\"" + leg.id() + "\" is what every route calls something else; choose another");
        }
    }

    private void checkSignIn(PortalWork work, Environment environment, String path) {
        boolean signsIn = !Boolean.FALSE.equals(work.signedIn());
        if (signsIn && (environment.portal() == null || environment.portal().logIn().isEmpty())) {
            findings.add(path, "the environment has no portal with log-in; give it one or say signed-in: false");
        }
    }

    private void checkCalls(ApiWork work, Leg leg, String path) {
        if (work.request() == null && work.token() == null && work.probe() == null) {
            findings.add(path, "a leg by api needs request, token or probe");
        }
        if (work.request() != null) {
            checkMethod(work.request().method(), path + ".request.method");
            if (!work.request().form().isEmpty() && work.request().body() != null) {
                findings.add(path + ".request", "a request has form or body, not both");
            }
        }
        if (work.probe() != null) {
            checkMethod(work.probe().method(), path + ".probe.method");
        }
        leg.captures().forEach((name, capture) -> {
            if (capture.from() == null) {
                findings.add(path + ".captures." + name,
                        "say where the answer has it, such as from: /client_id");
            } else {
                checkFrom(capture.from().written(), path + ".captures." + name + ".from", "/", "header:", "regex:");
            }
        });
    }

    private void checkMethod(String method, String path) {
        if (method != null && !METHODS.contains(method)) {
            findings.unknown(path, "method", method, METHODS.stream().sorted().toList());
        }
    }

    private void checkMail(MailWork work, Leg leg, String path) {
        if (work.expect() == null && leg.captures().values().stream().anyMatch(capture -> !capture.optional())) {
            findings.add(path, "captures come from an expected mail: say expect: {from: ...}");
        }
        leg.captures().forEach((name, capture) -> {
            if (capture.from() == null) {
                findings.add(path + ".captures." + name, "say what of the mail it is, such as from: 'link:/confirm/'");
            } else {
                checkFrom(capture.from().written(), path + ".captures." + name + ".from", "link:", "code:");
            }
        });
    }

    private void checkDerived(Leg leg, String path) {
        if (leg.captures().isEmpty()) {
            findings.add(path, "a leg by derive needs captures");
        }
        leg.captures().forEach((name, capture) -> {
            if (capture.from() == null) {
                findings.add(path + ".captures." + name,
                        "say what it is computed from, such as from: '{{certificate.qwac.organisation-id}}'");
            }
        });
    }

    private void checkFrom(String from, String path, String... prefixes) {
        for (var prefix : prefixes) {
            if (from.startsWith(prefix)) {
                checkPattern(prefix, from.substring(prefix.length()), path);
                return;
            }
        }
        findings.add(path, "\"" + from + "\" does not begin with " + String.join(" or ", prefixes));
    }

    private void checkPattern(String prefix, String pattern, String path) {
        if (prefix.equals("/") || prefix.equals("header:")) {
            return;
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            findings.add(path, "\"" + pattern + "\" is no regular expression: " + e.getDescription());
        }
    }

    private void checkWait(Leg leg, String path) {
        if (leg.waiting() == null || leg.waiting().calendar() == null) {
            return;
        }
        if (!leg.waiting().calendar().matches("TARGET|[A-Z]{2}")) {
            findings.add(path + ".wait.calendar", "\"" + leg.waiting().calendar()
                    + "\" is neither TARGET nor an ISO 3166 country code", "TARGET");
        }
    }
}
