package io.portolan.playbook;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes up what a bank or a person brings back where a playbook is tried without them: values that fit what the playbook says of each. */
public final class MadeUp {

    /** The smallest that begins as a PDF does, in base64. */
    private static final String PDF = "JVBERi0xLjQKJSVFT0YK";
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nbWFkZSB1cA==\n-----END CERTIFICATE-----";

    private final Environment environment;
    private final Route route;
    private final Clock clock;

    /** What is made up fits this route. */
    public MadeUp(Environment environment, Route route, Clock clock) {
        this.environment = environment;
        this.route = route;
        this.clock = clock;
    }

    /** The value of a capture as it stands in an answer or on a page, of which its pattern takes what it wants. */
    public String found(String name, Capture capture, Set<Service> services) {
        if (capture.tells() == Capture.Tells.GRANTED_SERVICES) {
            return services.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        }
        if (capture.tells() == Capture.Tells.EFFECTIVE_FROM) {
            return LocalDate.now(clock).toString();
        }
        if (capture.credential(name) == CredentialKind.TOTP_SEED) {
            return "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        }
        return Optional.ofNullable(capture.pattern()).flatMap(Specimen::of).orElseGet(() -> kept(name, capture.type(), capture.choices()));
    }

    /** The value of a capture, or of the fact {@code ask.<name>}, as a person enters it. */
    public String kept(String name, ValueType type, List<String> choices) {
        if (!choices.isEmpty()) {
            return choices.get(0);
        }
        return switch (type == null ? ValueType.LINE : type) {
            case UUID -> "123e4567-e89b-42d3-a456-426614174000";
            case DATE -> LocalDate.now(clock).toString();
            // what was agreed on has come, so that nothing waits for it
            case DATE_TIME -> LocalDate.now(clock).minusDays(2).atTime(10, 0).truncatedTo(ChronoUnit.MINUTES).toString();
            case PEM -> PEM;
            case URL -> link();
            case LIST -> "made-up-" + name.replace('.', '-') + "-one\nmade-up-" + name.replace('.', '-') + "-two";
            case NUMBER -> "3600";
            case FILE -> PDF;
            case TEXT, LINE -> isAddress(name) ? link() : isAgreedTime(name) ? kept(name, ValueType.DATE_TIME, List.of()) : "made-up-" + name.replace('.', '-');
        };
    }

    /** A fact as a person supplies it. */
    public String fact(String name, Fact fact) {
        return fact.number() ? kept(Places.ASK + name, ValueType.NUMBER, List.of()) : kept(Places.ASK + name, fact.type(), List.of());
    }

    /** What a mail holds by the rule {@code link:<pattern>} or {@code code:<pattern>}; a link is on one of the environment's hosts. */
    public String mailed(String rule) {
        var pattern = rule.substring(rule.indexOf(':') + 1).strip();
        var text = Specimen.of(pattern).orElse("");
        if (rule.startsWith("code:")) {
            return pattern.isEmpty() ? "480915" : text;
        }
        return new Hosts(environment.hosts()).allow(text) ? text
                : link().replaceFirst("(?<=[^/:])/.*", "/") + text.replaceFirst("^/", "").replace(' ', '-');
    }

    /** An address on the first of the environment's hosts. */
    public String link() {
        return "https://" + environment.hosts().stream().filter(host -> !Hosts.isAsked(host)).findFirst().orElse("bank.invalid") + "/made-up";
    }

    private boolean isAgreedTime(String name) {
        return route.legs().stream().map(Leg::waiting).anyMatch(wait -> wait != null && wait.until() != null && wait.until().places().contains(Places.CAPTURED + name));
    }

    /** Whether an address that is opened or called begins with it. */
    private boolean isAddress(String name) {
        var begins = "{{" + (name.startsWith(Places.ASK) ? name : Places.CAPTURED + name) + "}}";
        var found = new boolean[1];
        Walk.Visitor visitor = (path, owner, key, value) -> found[0] |= value instanceof Template template
                && template.written().replaceAll("\\s", "").startsWith(begins) && (key.equals("url") || owner instanceof Step.Open || key.equals("links"));
        route.legs().forEach(leg -> Walk.through(leg, "", visitor));
        if (environment.portal() != null) {
            Walk.through(environment.portal(), "", visitor);
        }
        return found[0];
    }
}
