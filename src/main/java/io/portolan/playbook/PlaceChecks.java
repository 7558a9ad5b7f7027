package io.portolan.playbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the places of templates: that something fills each, and that no secret gets where it can be read. */
final class PlaceChecks {

    private static final Set<Class<?>> CALLS = Set.of(Request.class, Probe.class, ApiLook.class);

    private final Findings findings;
    private final Playbook playbook;
    private final Environment environment;
    private final Route route;
    private final AddressChecks addresses;
    private final Brought brought = new Brought();
    private final MadePlaces made;
    private final Set<String> used = new HashSet<>();

    /** For one route of the environment, or for what stands outside of routes where that is null. */
    PlaceChecks(Findings findings, Playbook playbook, Environment environment, Route route) {
        this.findings = findings;
        this.made = new MadePlaces(findings);
        this.playbook = playbook;
        this.environment = environment;
        this.route = route;
        this.addresses = new AddressChecks(findings);
    }

    /** Checks the templates that stand outside of legs. */
    void checkPortal(String path) {
        Walk.through(environment.portal(), path, (at, owner, key, value) -> {
            if (value instanceof Step.ReadMail mail && mail.as() != null) {
                brought.bySigningIn(mail.as());
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
                    brought.by(leg, step.brings());
                }
            });
        } else if (leg.work() instanceof ApiWork work) {
            made.add(work.generate(), path);
            checkToken(leg, work.token(), path + ".token");
            walk(leg, work.token(), path + ".token");
            walk(leg, work.authorise(), path + ".authorise");
            walk(leg, work.request(), path + ".request");
            checkToken(leg, work.look() == null ? null : work.look().token(), path + ".look.token");
            walk(leg, work.look(), path + ".look");
            for (int i = 0; i < work.probe().size(); i++) {
                walk(leg, work.probe().get(i), findings.knows(path + ".probe[" + i + "]") ? path + ".probe[" + i + "]" : path + ".probe");
            }
            made.checkSigners(work, path);
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
        leg.captures().keySet().forEach(name -> brought.by(leg, name));
    }

    private void checkToken(Leg leg, TokenCall token, String path) {
        if (token == null) {
            return;
        }
        for (var name : token.usesByItself()) {
            if (brought.of(name).isEmpty()) {
                findings.add(path, "no earlier leg captures " + name + ", so say " + name + ": here");
            } else {
                checkIsThere(leg, name, token, path, Set.of());
            }
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
        ListedPlaces.check(findings, playbook, route, template, path);
        if (Spot.isShownSecret(owner, key) && !template.isOnePlaceOf(Places.CAPTURED)) {
            findings.add(path, "a secret that is shown is what an earlier leg has brought back, by itself", "'{{captured.client-secret}}'");
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
        } else if (place.startsWith(Places.BRANCH)) {
            BranchPlaces.check(findings, playbook, place, path);
        } else if (place.startsWith(Places.DOCUMENT)) {
            checkDocument(template, path, key);
        } else if (place.startsWith(Places.SIGNED)) {
            made.checkSigned(place, path, owner, key);
        } else if (!Places.isKnown(place) && !made.places().contains(place)) {
            var known = new ArrayList<>(Places.meanings().keySet());
            known.addAll(made.places());
            brought.names().forEach(name -> known.add(Places.CAPTURED + name));
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
        if (place.equals(Places.SERVICE_NAMES) && playbook.serviceNames().isEmpty()) {
            findings.add(path, "the playbook does not say what the bank calls the services", "service-names: {AIS: aisp, PIS: pisp}");
        }
        if (place.startsWith("account.") && environment.portal() == null) {
            findings.add(path, "there is no portal account, since the environment has no portal");
        }
        if (place.startsWith(Places.DISCOVERED) && (environment.authorizationServer() == null || leg == null || !(leg.work() instanceof ApiWork))) {
            findings.add(path, environment.authorizationServer() == null ? "the environment has no authorization-server that would say so"
                    : "what the authorization server says stands only in legs by api");
        }
        if (environment.baseUrl() == null && (place.equals("environment.base-url") || place.equals("environment.api-url") && environment.apiUrl() == null)) {
            findings.add(path, "the environment has no " + place.substring("environment.".length()));
        }
    }

    private void checkCaptured(Leg leg, String name, Template template, String path, Record owner, String key) {
        used.add(name);
        var sources = brought.of(name);
        if (sources.isEmpty()) {
            checkElsewhere(name, path);
            return;
        }
        if (leg != null) {
            checkIsThere(leg, name, owner, path, template.onlyFor());
        }
        boolean isSecret = sources.stream().anyMatch(source -> source.capture() == null || source.capture().secret());
        if (isSecret && !Spot.mayHoldSecret(owner, key, template)) {
            findings.add(path, "\"" + name + "\" is a secret and would be seen here; it may be typed (fill, enter-code), sent in"
                    + " headers, form or body, be a whole link that is opened or called, or be shown to whoever does a leg by hand (secrets)");
        } else if (!isSecret && Spot.isShownSecret(owner, key)) {
            findings.add(path, "\"" + name + "\" is no secret; let it stand among data");
        }
    }

    private void checkIsThere(Leg leg, String name, Record owner, String path, Set<Service> onlyFor) {
        var missing = brought.missing(name, leg, owner, onlyFor);
        if (!missing.isEmpty()) {
            findings.add(path, "leg " + brought.of(name).stream().map(source -> source.leg().id()).distinct().collect(Collectors.joining(" and "))
                    + " captures \"" + name + "\" only for some services, not for "
                    + missing.stream().map(Service::name).collect(Collectors.joining(", ")) + "; give this " + (owner instanceof Step ? "step" : owner instanceof Probe ? "probe" : "leg") + " the same only-for"
                    + (owner instanceof OperatorWork ? ", or this text: {text: ..., only-for: [...]}" : ""));
        }
    }

    /** What a later leg or only another route brings back is not there, however near its name. */
    private void checkElsewhere(String name, String path) {
        var later = route == null ? null : bringing(name, route);
        var other = environment.routes().stream().filter(each -> each != route && bringing(name, each) != null).findFirst();
        if (later != null) {
            findings.add(path, "no earlier leg captures \"" + name + "\"; leg " + later.id() + " does, but comes too late");
        } else if (other.isPresent()) {
            findings.add(path, "no earlier leg of this route captures \"" + name + "\"; leg " + bringing(name, other.get()).id()
                    + " of the route \"" + other.get().name() + "\" does, which is not taken here");
        } else {
            findings.unknown(path, "earlier leg that captures", name, brought.names());
        }
    }

    private static Leg bringing(String name, Route route) {
        return route.legs().stream().filter(leg -> leg.captures().containsKey(name)).findFirst().orElse(null);
    }
}
