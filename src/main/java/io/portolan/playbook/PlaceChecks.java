package io.portolan.playbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the places of templates: that something fills each, and that no secret gets where it can be read. */
final class PlaceChecks {

    /** A capture with the leg that brings it back; without both for what signing in reads in a mail, which is only typed. */
    private record Captured(Capture capture, Leg leg) { }

    private static final Set<Class<?>> CALLS = Set.of(Request.class, Probe.class, ApiLook.class);

    private final Findings findings;
    private final Playbook playbook;
    private final Environment environment;
    private final AddressChecks addresses;
    private final Map<String, Captured> captured = new LinkedHashMap<>();
    private final MadePlaces made;
    private final Set<String> used = new HashSet<>();

    PlaceChecks(Findings findings, Playbook playbook, Environment environment) {
        this.findings = findings;
        this.made = new MadePlaces(findings);
        this.playbook = playbook;
        this.environment = environment;
        this.addresses = new AddressChecks(findings);
    }

    /** Checks the templates that stand outside of legs. */
    void checkPortal(String path) {
        Walk.through(environment.portal(), path, (at, owner, key, value) -> {
            if (value instanceof Step.ReadMail mail && mail.as() != null) {
                captured.put(mail.as(), new Captured(null, null));
            }
            see(null, at, owner, key, value);
        });
    }

    /** Checks the templates of the next leg of a route, then counts on what it brings back. */
    void checkNext(Leg leg, String path) {
        walk(leg, leg.waiting(), path + ".wait");
        if (leg.work() instanceof PortalWork work) {
            Walk.through(work, path, (at, owner, key, value) -> {
                see(leg, at, owner, key, value);
                if (value instanceof Step step && step.brings() != null && leg.captures().containsKey(step.brings())) {
                    captured.putIfAbsent(step.brings(), new Captured(leg.captures().get(step.brings()), leg));
                }
            });
        } else if (leg.work() instanceof ApiWork work) {
            made.add(work.generate(), path);
            checkClientId(work.token(), path + ".token");
            walk(leg, work.token(), path + ".token");
            walk(leg, work.request(), path + ".request");
            walk(leg, work.look(), path + ".look");
            walk(leg, work.probe(), path + ".probe");
            made.checkSigners(work, path + ".request");
        } else if (leg.work() != null) {
            walk(leg, (Record) leg.work(), path);
        }
        if (leg.work() instanceof DeriveWork work) {
            made.add(work.generate(), path);
            leg.captures().forEach((name, capture) -> walk(leg, capture, path + ".captures." + name));
        }
        remember(leg);
        walk(leg, leg.signs(), path);
    }

    /** Reports what was brought back for nothing. */
    void checkUse(Route route, String path) {
        for (int i = 0; i < route.legs().size(); i++) {
            var leg = route.legs().get(i);
            var at = path + ".legs[" + i + "].captures.";
            leg.captures().forEach((name, capture) -> {
                boolean isKept = capture.tells() != null || capture.credential(name) != CredentialKind.NONE || leg.evidence() != null && name.equals(leg.evidence().label());
                if (!used.contains(name) && !isKept) {
                    findings.add(at + name, "\"" + name + "\" is used nowhere: use it as {{captured." + name
                            + "}}, say which credential it is, or name it as the leg's evidence");
                }
            });
        }
    }

    /** Counts on what a leg brings back. */
    void remember(Leg leg) {
        leg.captures().forEach((name, capture) -> captured.putIfAbsent(name, new Captured(capture, leg)));
    }

    private void checkClientId(TokenCall token, String path) {
        if (token != null && token.clientId() == null && !captured.containsKey("client-id")) {
            findings.add(path, "no earlier leg captures client-id, so say client-id: here");
        }
    }

    private void walk(Leg leg, Record holder, String path) {
        if (holder != null) {
            Walk.through(holder, path, (at, owner, key, value) -> see(leg, at, owner, key, value));
        }
    }

    private void see(Leg leg, String path, Record owner, String key, Object value) {
        if (!(value instanceof Template template)) {
            return;
        }
        if (template.places().size() != template.written().split("\\{\\{", -1).length - 1) {
            findings.add(path, "a place is written {{name}}, in small letters, digits, dots and hyphens");
        }
        if (Spot.isAddress(owner, key)) {
            addresses.checkGuarded(path, template.written(), environment.hosts());
        } else if (owner instanceof OperatorWork && key.equals("links")) {
            addresses.checkReadable(path, template.written());
        }
        template.places().forEach(place -> check(leg, place, template, path, owner, key));
    }

    private void check(Leg leg, String place, Template template, String path, Record owner, String key) {
        if (place.startsWith(Places.ASK)) {
            var name = place.substring(Places.ASK.length());
            if (!playbook.ask().containsKey(name)) {
                findings.unknown(path, "fact asked for", name, playbook.ask().keySet());
            }
        } else if (place.startsWith(Places.CAPTURED)) {
            checkCaptured(leg, place.substring(Places.CAPTURED.length()), template, path, owner, key);
        } else if (place.startsWith(Places.DOCUMENT)) {
            checkDocument(template, path, key);
        } else if (place.startsWith(Places.SIGNED)) {
            made.checkSigned(place, path, owner, key);
        } else if (!Places.meanings().containsKey(place) && !made.places().contains(place)) {
            var known = new ArrayList<>(Places.meanings().keySet());
            known.addAll(made.places());
            captured.keySet().forEach(name -> known.add(Places.CAPTURED + name));
            playbook.ask().keySet().forEach(name -> known.add(Places.ASK + name));
            findings.unknown(path, "place", place, known);
        } else {
            checkStanding(leg, place, path, owner, key);
        }
    }

    private void checkDocument(Template template, String path, String key) {
        if (!List.of("attach", "file", "files").contains(key) || !template.written().matches("\\{\\{[^{}]*}}")) {
            findings.add(path, "a document of ours can only be attached, uploaded, or given to a person as a file, by itself");
        }
    }

    private void checkStanding(Leg leg, String place, String path, Record owner, String key) {
        if (place.equals(Places.TOKEN) && !(CALLS.contains(owner.getClass()) && key.equals("headers")
                && leg.work() instanceof ApiWork work && work.token() != null)) {
            findings.add(path, "{{token}} may stand only in the headers of the calls of a leg with token");
        }
        if (place.equals(Places.PASSWORD) && !(owner instanceof Step.Fill && key.equals("with"))) {
            findings.add(path, "{{account.password}} may only be typed: fill: {..., with: '{{account.password}}'}");
        }
        if (place.equals(Places.TOTP) && !(owner instanceof Step.EnterCode)) {
            findings.add(path, "{{account.totp}} may only be entered: enter-code: {..., code: '{{account.totp}}'}");
        }
        if (place.equals(Places.TOTP) && environment.portal() != null && environment.portal().secondFactor() == null) {
            findings.add(path, "the portal has no second factor", "second-factor: totp");
        }
        if (place.startsWith("account.") && environment.portal() == null) {
            findings.add(path, "there is no portal account, since the environment has no portal");
        }
        boolean noAddress = place.equals("environment.base-url") && environment.baseUrl() == null
                || place.equals("environment.api-url") && environment.apiUrl() == null && environment.baseUrl() == null;
        if (noAddress) {
            findings.add(path, "the environment has no " + place.substring("environment.".length()));
        }
    }

    private void checkCaptured(Leg leg, String name, Template template, String path, Record owner, String key) {
        used.add(name);
        var source = captured.get(name);
        if (source == null) {
            findings.unknown(path, "earlier leg that captures", name, captured.keySet());
            return;
        }
        if (leg != null && !isThereWheneverAskedFor(leg, source.leg())) {
            findings.add(path, "leg " + source.leg().id() + " captures \"" + name
                    + "\" only for some services; give this leg the same only-for");
        }
        boolean isMailedLink = owner instanceof Step.Open && template.written().matches("\\{\\{[^{}]*}}");
        if ((source.capture() == null || source.capture().secret()) && !isMailedLink && !Spot.mayHoldSecret(owner, key)) {
            findings.add(path, "\"" + name + "\" is a secret and would be seen here; it may be typed (fill, enter-code), sent in"
                    + " headers, form or body, or be a whole link that is opened");
        }
    }

    private static boolean isThereWheneverAskedFor(Leg user, Leg source) {
        return source.onlyFor().isEmpty()
                || !user.onlyFor().isEmpty() && source.onlyFor().containsAll(user.onlyFor());
    }

    /** What the keys that hold templates are. */
    private static final class Spot {

        private static final Set<String> CARRIERS = Set.of("with", "code", "headers", "form", "body", "client-secret",
                "client-id");

        static boolean isAddress(Record owner, String key) {
            return owner instanceof Step.Open || key.equals("url") && Set.of(Request.class, TokenCall.class, Probe.class, ApiLook.class)
                    .contains(owner.getClass());
        }

        static boolean mayHoldSecret(Record owner, String key) {
            return owner instanceof SignedValue || CARRIERS.contains(key) && !isAddress(owner, key);
        }
    }
}
