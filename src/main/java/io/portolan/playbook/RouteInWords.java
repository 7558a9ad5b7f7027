package io.portolan.playbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** A route told in plain sentences, from what must be there before it to what comes after it. */
public final class RouteInWords {

    /** A heading with the sentences under it. */
    public record Part(String heading, List<String> sentences) { }

    private final Playbook playbook;
    private final String environmentName;
    private final Environment environment;
    private final Route route;

    /** This route of the environment of this name. */
    public RouteInWords(Playbook playbook, String environmentName, Route route) {
        this.playbook = playbook;
        this.environmentName = environmentName;
        this.environment = playbook.environments().get(environmentName);
        this.route = route;
    }

    /** From what must be there before it to its last leg, in order. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Part(playbook.name() + ": " + environmentName + (environment.routes().size() == 1 ? "" : ", the route " + route.name()), about()));
        var before = before();
        if (!before.isEmpty()) {
            parts.add(new Part("Before anything is sent", before));
        }
        int number = 1;
        for (var leg : route.legs()) {
            var only = leg.onlyFor().isEmpty() ? "" : ", only for " + leg.onlyFor().stream().sorted().map(Enum::name).collect(Collectors.joining(" and "));
            parts.add(new Part(number++ + ". " + leg.title() + " (" + Shape.word(leg.stage()) + only + ")", new LegInWords(leg, environment).sentences(playbook, route)));
        }
        return parts;
    }

    /** What holds for all routes of a playbook, and comes after them. */
    public static List<Part> afterwards(Playbook playbook) {
        var parts = new ArrayList<Part>();
        if (playbook.access() != null) {
            parts.add(new Part("How the API is called then", List.of(playbook.access())));
        }
        if (!playbook.quirks().isEmpty()) {
            parts.add(new Part("What is odd at this bank", playbook.quirks().stream().map(quirk -> quirk.what() + (quirk.why() == null ? "" : " Why: " + quirk.why())).toList()));
        }
        var after = playbook.procedures().entrySet().stream().map(LegInWords::of).toList();
        parts.add(new Part("Afterwards", after.isEmpty() ? List.of("Nothing is written down about renewal.") : after));
        return parts;
    }

    private List<String> about() {
        var said = new ArrayList<String>();
        said.add(environment.kind() == Environment.Kind.LIVE ? "It is for real." : "It is for trying: no customer is behind it.");
        said.add("The facts are " + Shape.word(playbook.confidence()).replace('-', ' ') + ", checked on " + playbook.checkedOn() + ".");
        if (route.when() != null) {
            said.add("It is taken where " + condition(route.when()) + ".");
        }
        if (route.model() != null) {
            said.add("Its legs run as the hand-drawn model " + route.model() + " says, not simply one after another.");
        }
        var person = route.legs().stream().filter(leg -> leg.work() instanceof OperatorWork).map(leg -> "\"" + leg.title() + "\"").toList();
        if (!person.isEmpty()) {
            said.add("A person does " + String.join(", ", person) + ".");
        }
        return said;
    }

    private static String condition(Route.When when) {
        var parts = new ArrayList<String>();
        if (when.certificate() != null) {
            parts.add("we have " + a(when.certificate()));
        }
        if (when.issuer() != null) {
            parts.add("its issuer is called " + when.issuer());
        }
        if (when.region() != null) {
            parts.add("the branch is " + when.region());
        }
        if (when.service() != null) {
            parts.add(when.service() + " is asked for");
        }
        return String.join(" and ", parts);
    }

    private List<String> before() {
        var said = new ArrayList<String>();
        playbook.needs().certificates().stream().filter(needed -> needed.isFor(environmentName, route.name(), EnumSet.allOf(Service.class))).forEach(needed -> said.add("We need " + a(needed.kind())
                + (needed.uses() == null || needed.uses().isEmpty() ? "" : " for " + needed.uses().stream().map(RouteInWords::use).collect(Collectors.joining(" and ")))
                + (needed.maxRsaBits() == null ? "" : ", of at most " + needed.maxRsaBits() + " bits")
                + (needed.onlyFor().isEmpty() ? "" : ", only for " + needed.onlyFor().stream().sorted().map(Enum::name).collect(Collectors.joining(" and "))) + "."));
        if (!playbook.needs().tpp().isEmpty()) {
            said.add("Our profile must have: " + playbook.needs().tpp().stream().map(field -> DataInWords.of("tpp." + field).replaceFirst("^our ", ""))
                    .collect(Collectors.joining(", ")) + ".");
        }
        if (!playbook.needs().passports().isEmpty()) {
            said.add("Our licence must be passported to " + String.join(", ", playbook.needs().passports()) + ".");
        }
        if (environment.ownCertificates()) {
            said.add("The bank hands out certificates of its own for it.");
        } else if (environment.realCertificates()) {
            said.add("Though it is for trying, it takes only certificates for live environments.");
        }
        var asked = new LinkedHashSet<String>();
        environment.hosts().stream().filter(Hosts::isAsked).map(Hosts::fact).forEach(asked::add);
        route.legs().forEach(leg -> asked.addAll(new LegInWords(leg, environment).asks()));
        asked.forEach(name -> said.add("Nobody has \"" + name + "\" yet: " + playbook.ask().get(name).who().strip().replaceFirst("\\.$", "")
                + (playbook.ask().get(name).byBranch() ? ", for each branch" : "") + ". Until it is supplied, what needs it is a person's."));
        return said;
    }

    private static String a(CertificateKind kind) {
        return (Shape.word(kind).startsWith("O") ? "an " : "a ") + Shape.word(kind);
    }

    private static String use(Needs.Use use) {
        return switch (use) {
            case TLS -> "TLS";
            case SIGNATURE -> "signatures";
            case UPLOAD -> "upload";
            case MAIL -> "mail";
        };
    }
}
