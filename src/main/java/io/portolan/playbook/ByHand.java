package io.portolan.playbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A leg by portal as a person does it: its steps as sentences, the pages that it opens as links, and what it types as our data to copy. */
public final class ByHand {

    private final Map<String, Template> data = new LinkedHashMap<>();
    private final Map<String, Template> files = new LinkedHashMap<>();
    private final List<Template> links = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final Map<String, Capture> captures;

    private ByHand(Map<String, Capture> captures) {
        this.captures = captures;
    }

    /** The leg as a person does it; one that is not by portal stays as it is. */
    public static Leg leg(Leg leg, Environment environment) {
        if (!(leg.work() instanceof PortalWork work)) {
            return leg;
        }
        var byHand = new ByHand(leg.captures());
        if (!Boolean.FALSE.equals(work.signedIn()) && environment.portal() != null) {
            byHand.logIn(environment.portal());
        }
        (work.steps().isEmpty() ? work.look() : work.steps()).forEach(byHand::add);
        byHand.bringBack(leg);
        var waits = leg.waiting() != null || !leg.signs().waitWhen().isEmpty();
        return new Leg(leg.id(), leg.stage(), leg.title(), byHand.instruct(leg), Repeat.SAFE, leg.onlyFor(),
                new Signs(List.of(), List.of(), List.of(), List.of()), leg.captures(), leg.waiting(), leg.onRejected(), leg.evidence(),
                leg.handover(), new OperatorWork(List.copyOf(byHand.links), byHand.data, byHand.files, Map.of(), waits));
    }

    /** The playbook, with all its legs by portal as people do them where the portal's terms forbid automation. */
    static Playbook whereForbidden(Playbook playbook) {
        if (playbook.automation() != Playbook.Automation.FORBIDDEN) {
            return playbook;
        }
        var environments = new LinkedHashMap<String, Environment>();
        playbook.environments().forEach((name, environment) -> environments.put(name, Records.with(environment, "routes",
                environment.routes().stream().map(route -> Records.with(route, "legs",
                        route.legs().stream().map(leg -> leg(leg, environment)).toList())).toList())));
        return Records.with(playbook, "environments", Collections.unmodifiableMap(environments));
    }

    private String instruct(Leg leg) {
        var numbered = new StringBuilder(leg.instruct() == null ? "" : leg.instruct().strip() + "\n\n");
        for (int i = 0; i < sentences.size(); i++) {
            numbered.append(i + 1).append(". ").append(sentences.get(i)).append('\n');
        }
        return numbered.toString().strip();
    }

    private void logIn(Portal portal) {
        var opened = portal.logIn().stream().filter(Step.Open.class::isInstance).map(step -> ((Step.Open) step).open()).toList();
        opened.forEach(this::link);
        say("Log in to the portal \"" + portal.name() + "\"" + (opened.isEmpty() ? "." : ", which is among the links."), Set.of());
        if (portal.login() != null) {
            datum("Log-in", portal.login());
        }
    }

    private void add(Step step) {
        if (step instanceof Step.Open open) {
            link(open.open());
            say("Open " + place(open.open()) + ".", Set.of());
        } else if (step instanceof Step.Fill fill) {
            say("Type " + value(called(fill.target()), fill.with()) + " into " + fill.target().described() + ".", fill.onlyFor());
        } else if (step instanceof Step.Choose choose) {
            say("Choose " + value(called(choose.target()), choose.option()) + " in " + choose.target().described() + ".", choose.onlyFor());
        } else if (step instanceof Step.Tick tick) {
            say("Tick " + tick.target().described() + ".", tick.onlyFor());
        } else if (step instanceof Step.Click click) {
            say("Press " + click.target().described() + (click.pointOfNoReturn() ? ". This cannot be taken back: press it once only." : "."),
                    click.onlyFor());
        } else if (step instanceof Step.Upload upload) {
            files.putIfAbsent(called(upload.target()), upload.file());
            say("Hand in our file \"" + called(upload.target()) + "\" at " + upload.target().described() + ".", upload.onlyFor());
        } else if (step instanceof Step.CaptureValue capture) {
            say("Note " + capture.target().described() + ": it is asked for below as \"" + label(capture.as()) + "\".", Set.of());
        } else if (step instanceof Step.AcceptTerms terms) {
            say("Read the terms, keep them, and accept them at " + terms.target().described() + ".", Set.of());
        } else if (step instanceof Step.AskOperator ask) {
            say(ask.question(), Set.of());
        } else {
            var described = step.described();
            say(Character.toUpperCase(described.charAt(0)) + described.substring(1) + ".", Set.of());
        }
    }

    private void bringBack(Leg leg) {
        if (!leg.captures().isEmpty()) {
            say("Bring back: " + leg.captures().keySet().stream().map(this::label).collect(Collectors.joining(", ")) + ".", Set.of());
        }
    }

    private void say(String sentence, Set<Service> onlyFor) {
        sentences.add(onlyFor == null || onlyFor.isEmpty() ? sentence
                : sentence + " (Only for " + onlyFor.stream().sorted().map(Enum::name).collect(Collectors.joining(" and ")) + ".)");
    }

    private void link(Template address) {
        if (!links.contains(address)) {
            links.add(address);
        }
    }

    /** An address of the playbook's own stands as it is; one that was captured is among the values. */
    private static String place(Template address) {
        return address.places().stream().anyMatch(name -> name.startsWith(Places.CAPTURED)) ? "the link that came before" : "the page " + address.written().replaceFirst("^\\{\\{[^}]*}}", "");
    }

    /** What is typed: our own text as it is, or our data by its name. */
    private String value(String name, Template template) {
        if (template.isPlain()) {
            return "\"" + template.written() + "\"";
        }
        if (template.places().contains(Places.PASSWORD)) {
            return "the password of the portal account";
        }
        return "the value of \"" + datum(name, template) + "\"";
    }

    /** Two fields of the same name with different values are told apart by a number. */
    private String datum(String name, Template template) {
        var free = name;
        for (int number = 2; data.containsKey(free) && !data.get(free).equals(template); number++) {
            free = name + " (" + number + ")";
        }
        data.put(free, template);
        return free;
    }

    private String label(String capture) {
        var label = captures.containsKey(capture) ? captures.get(capture).label() : null;
        return label == null ? new Template("{{captured." + capture + "}}").inWords() : label;
    }

    private static String called(Target target) {
        var name = target.label() != null ? target.label() : target.name() != null ? target.name() : target.text();
        return name == null ? target.css() : name.written();
    }
}
