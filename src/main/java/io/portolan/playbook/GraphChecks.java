package io.portolan.playbook;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Checks what can be seen of a route without walking it: ways that are never taken, signs that are never read, services for which nothing is done. */
final class GraphChecks {

    private static final Set<Service> USUAL = EnumSet.of(Service.AIS, Service.PIS);

    private final Findings findings;

    GraphChecks(Findings findings) {
        this.findings = findings;
    }

    /** Whether an earlier route takes all that this one would, though it has a condition of its own. */
    void checkCondition(Route earlier, Route later, String path) {
        var one = earlier.when();
        var other = later.when();
        if (one == null || other == null || one.equals(new Route.When(null, null, null, null))) {
            return;
        }
        var takesAll = isWider(one.certificate(), other.certificate()) && isWider(one.region(), other.region()) && isWider(one.service(), other.service())
                && (one.issuer() == null || other.issuer() != null && other.issuer().contains(one.issuer()));
        if (takesAll) {
            findings.add(path + ".when", "this route is never taken, since \"" + earlier.name() + "\" before it fits wherever it does; put that one last");
        }
    }

    private static boolean isWider(Object one, Object other) {
        return one == null || one.equals(other);
    }

    /** Checks the legs of a route against each other and within. */
    void check(Route route, String path) {
        checkServices(route, path);
        for (int i = 0; i < route.legs().size(); i++) {
            var leg = route.legs().get(i);
            var at = path + ".legs[" + i + "]";
            if (leg.work() == null || leg.signs() == null) {
                continue;
            }
            checkOnlyFor(leg, at);
            checkBringing(leg, at);
            checkProbes(leg, at);
            var signs = leg.signs();
            checkSeen(leg, at, List.of(), List.of("done-when"), signs.doneWhen());
            checkSeen(leg, at, List.of(signs.doneWhen()), List.of("done-when", "rejected-when"), signs.rejectedWhen());
            checkSeen(leg, at, List.of(signs.doneWhen(), signs.rejectedWhen()), List.of("done-when", "rejected-when", "wait-when"), signs.waitWhen());
            checkSeen(leg, at, List.of(signs.doneWhen(), signs.rejectedWhen(), signs.waitWhen()), List.of("done-when", "rejected-when", "wait-when", "ask-when"),
                    signs.askWhen());
        }
    }

    /** An onboarding for a service that no leg is for would go through at once, and count as done. */
    private void checkServices(Route route, String path) {
        var named = EnumSet.noneOf(Service.class);
        route.legs().forEach(leg -> named.addAll(leg.onlyFor()));
        if (!route.legs().isEmpty() && route.legs().stream().noneMatch(leg -> leg.onlyFor().isEmpty()) && !named.containsAll(USUAL)
                && (route.when() == null || route.when().service() == null)) {
            findings.add(path + ".legs", "each leg is for some services only, and none is for " + words(missing(USUAL, named))
                    + ": an onboarding for that alone would do nothing and count as done; say when: {service: ...}");
        }
    }

    /** Checks that the way into a live environment ends in access that was seen, and is not taken for live since everything was handed in. */
    void checkProof(Route route, String path) {
        if (!route.legs().isEmpty() && route.legs().stream().noneMatch(leg -> leg.stage() == null || leg.stage() == Stage.VERIFY_ACCESS)) {
            findings.add(path + ".legs", "nothing proves that the bank lets us in: end with a leg of stage: verify-access, by: api with a probe, or by: operator where no call is known");
        }
    }

    private void checkOnlyFor(Leg leg, String path) {
        if (leg.onlyFor().isEmpty()) {
            return;
        }
        Walk.through((Record) leg.work(), path, (at, owner, key, value) -> {
            if (value instanceof Step step) {
                checkWithin(leg, step.onlyFor(), at);
            } else if (value instanceof Probe probe) {
                checkWithin(leg, probe.onlyFor(), at);
            } else if (value instanceof Template text) {
                checkWithin(leg, text.onlyFor(), at);
            }
        });
        leg.captures().forEach((name, capture) -> checkWithin(leg, capture.onlyFor(), path + ".captures." + name));
        Walk.through(leg.signs(), path, (at, owner, key, value) -> {
            if (value instanceof Sign sign) {
                checkWithin(leg, sign.onlyFor(), at);
            }
        });
    }

    /** A step may bring a value only for the services for which the leg has a place for it. */
    private void checkBringing(Leg leg, String path) {
        if (leg.work() instanceof PortalWork work) {
            Walk.through(work, path, (at, owner, key, value) -> {
                if (value instanceof Step step && step.brings() != null && leg.captures().containsKey(step.brings())) {
                    var wanted = ByService.limited(ByService.within(step.onlyFor(), leg.onlyFor()));
                    var capture = leg.captures().get(step.brings());
                    if (!ByService.limited(capture.onlyFor()).containsAll(wanted)) {
                        findings.add(at, "\"" + step.brings() + "\" is for " + words(capture.onlyFor()) + " only; give the step the same only-for");
                    }
                }
            });
        }
    }

    private void checkWithin(Leg leg, Set<Service> onlyFor, String path) {
        if (onlyFor != null && !onlyFor.isEmpty() && onlyFor.stream().noneMatch(leg.onlyFor()::contains)) {
            findings.add(path + ".only-for", "this is never reached: the leg itself is for " + words(leg.onlyFor()) + " only");
        }
    }

    /** A service of the leg that no probe is for would end there unproven. */
    private void checkProbes(Leg leg, String path) {
        if (!(leg.work() instanceof ApiWork work) || work.probe().isEmpty() || work.probe().stream().anyMatch(probe -> probe.onlyFor().isEmpty())) {
            return;
        }
        var proven = EnumSet.noneOf(Service.class);
        work.probe().forEach(probe -> proven.addAll(probe.onlyFor()));
        var unproven = missing(leg.onlyFor().isEmpty() ? USUAL : leg.onlyFor(), proven);
        if (!unproven.isEmpty()) {
            findings.add(path + ".probe", "no probe is for " + words(unproven) + ", so an onboarding for that would end here with nothing proven;"
                    + " add one, or say for which services the leg is: only-for");
        }
    }

    private void checkSeen(Leg leg, String path, List<List<Sign>> before, List<String> keys, List<Sign> signs) {
        var own = keys.get(keys.size() - 1);
        for (int i = 0; i < signs.size(); i++) {
            var sign = signs.get(i);
            var at = findings.knows(path + "." + own + "[" + i + "]") ? path + "." + own + "[" + i + "]" : path + "." + own;
            for (int b = 0; b < before.size(); b++) {
                var isAlone = b == 0;
                if (before.get(b).stream().anyMatch(earlier -> !(isAlone && isWordsOnly(earlier)) && shows(earlier, sign))) {
                    findings.add(at, "this sign is never read: whatever shows it shows one of " + keys.get(b) + " too, and that is read first");
                    break;
                }
            }
            if (signs.subList(0, i).stream().anyMatch(earlier -> shows(earlier, sign))) {
                findings.add(at, "this sign adds nothing: one before it shows wherever it does");
            }
        }
    }

    /** What stands among the words of another sign of done is found by itself. */
    private static boolean isWordsOnly(Sign sign) {
        return sign.status().isEmpty() && sign.json().isEmpty() && sign.subject() == null && sign.url() == null && sign.gone() == null;
    }

    /** Whether the one shows wherever the other does. */
    private static boolean shows(Sign one, Sign other) {
        return (one.onlyFor().isEmpty() || !other.onlyFor().isEmpty() && one.onlyFor().containsAll(other.onlyFor()))
                && (one.status().isEmpty() || !other.status().isEmpty() && one.status().containsAll(other.status()))
                && one.json().entrySet().stream().allMatch(each -> other.json().containsKey(each.getKey())
                        && (each.getValue().equals("*") || each.getValue().equals(other.json().get(each.getKey()))))
                && isWiderText(one.text(), other.text()) && isWider(one.visible(), other.visible()) && isWider(one.gone(), other.gone())
                && (one.url() == null || other.url() != null && other.url().contains(one.url())) && isWider(one.subject(), other.subject());
    }

    private static boolean isWiderText(Template one, Template other) {
        return one == null || Objects.equals(one, other);
    }

    private static Set<Service> missing(Set<Service> wanted, Set<Service> there) {
        var missing = EnumSet.copyOf(wanted);
        missing.removeAll(there);
        return missing;
    }

    private static String words(Set<Service> services) {
        return String.join(" and ", services.stream().map(Service::name).sorted().toList());
    }
}
