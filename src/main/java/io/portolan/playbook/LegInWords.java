package io.portolan.playbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A leg in plain words, for pages, models and the command line: who does it, which of our data goes where, what comes back and when. */
public final class LegInWords {

    private static final Set<Class<?>> CALLS = Set.of(Request.class, TokenCall.class, Probe.class, ApiLook.class, Authorise.class);

    private final Leg leg;
    private final Environment environment;

    /** The leg as it stands in a route of this environment. */
    public LegInWords(Leg leg, Environment environment) {
        this.leg = leg;
        this.environment = environment;
    }

    /** Who does what is done by this means, as the end of a sentence that begins with "it is done". */
    public static String done(MeansName means) {
        return switch (means) {
            case PORTAL -> "by a browser on the bank's portal";
            case API -> "by a call to the bank's API with our certificates";
            case MAIL -> "by mail with the bank";
            case OPERATOR -> "by a person";
            case DERIVE -> "by computing from our certificate or profile";
            case REGISTRATION -> "by another onboarding, which this one waits for";
        };
    }

    /** How long the bank usually takes; null where nobody knows. */
    public static String usualWait(Leg leg) {
        return leg.waiting() == null || leg.waiting().forUpTo() == null ? null : "waits up to " + leg.waiting().forUpTo();
    }

    /** What a leg brings back, secrets as such; null where it is nothing. */
    public static String brought(Leg leg) {
        return leg.captures() == null || leg.captures().isEmpty() ? null : leg.captures().entrySet().stream()
                .map(capture -> capture.getKey().replace('-', ' ') + (capture.getValue().secret() ? " (to the vault)" : "") + onlyFor(capture.getValue().onlyFor()))
                .collect(Collectors.joining(", "));
    }

    private static String onlyFor(Set<Service> services) {
        return services.isEmpty() ? "" : " only for " + services.stream().sorted().map(Enum::name).collect(Collectors.joining(" and "));
    }

    /** Where our data goes: the hosts, as they are known before the leg is acted on. */
    public List<String> goesTo() {
        var hosts = new LinkedHashSet<String>();
        Walk.through((Record) leg.work(), "", (path, owner, key, value) -> {
            if (value instanceof Template address && (owner instanceof Step.Open || key.equals("url") && CALLS.contains(owner.getClass()))) {
                hosts.add(host(address));
            }
        });
        if (hosts.isEmpty() && leg.work() instanceof PortalWork) {
            hosts.addAll(environment.hosts());
        }
        return List.copyOf(hosts);
    }

    private String host(Template address) {
        var base = environment.baseUrl() == null ? "" : environment.baseUrl();
        var api = environment.apiUrl() == null ? base : environment.apiUrl();
        var filled = address.written().replaceAll("\\{\\{\\s*environment\\.base-url\\s*}}", base).replaceAll("\\{\\{\\s*environment\\.api-url\\s*}}", api);
        return filled.matches("https?://[^{/]+.*") ? Hosts.named(filled.replace("{{", "").replace("}}", ""))
                : address.places().isEmpty() ? "an address that is none" : asked(address.places().get(0));
    }

    private static String asked(String place) {
        return place.startsWith(Places.DISCOVERED) ? "the " + place.substring(Places.DISCOVERED.length()).replace('-', ' ') + " that the bank's authorization server names"
                : "the address that is " + DataInWords.of(place);
    }

    /** Which of our data is sent or typed, each once, in the order in which it is. */
    public List<String> data() {
        var data = new LinkedHashSet<String>();
        Walk.through(leg.work() instanceof DeriveWork ? leg : (Record) leg.work(), "", (path, owner, key, value) -> {
            var isAddress = owner instanceof Step.Open || key.equals("url");
            if (value instanceof Template template && !(owner instanceof Target) && !(owner instanceof Sign)) {
                template.places().stream().filter(place -> !isAddress || !place.startsWith("environment.")).map(DataInWords::of).filter(Objects::nonNull)
                        .map(words -> words + onlyFor(template.onlyFor())).forEach(data::add);
            }
        });
        return List.copyOf(data);
    }

    /** The facts that nobody has yet and that this leg needs, by name. */
    public List<String> asks() {
        var asked = new LinkedHashSet<String>();
        Walk.through(leg, "", (path, owner, key, value) -> {
            if (value instanceof Template template) {
                template.places().stream().filter(place -> place.startsWith(Places.ASK)).map(place -> place.substring(Places.ASK.length())).forEach(asked::add);
            }
        });
        return List.copyOf(asked);
    }

    /** The whole leg as sentences. */
    public List<String> sentences(Playbook playbook, Route route) {
        var said = new ArrayList<String>();
        said.add(acts(playbook));
        if (leg.instruct() != null && !leg.instruct().isBlank()) {
            said.add((leg.work() instanceof OperatorWork ? "To do: " : "By hand: ") + leg.instruct().strip());
        }
        sends(said);
        once(said);
        if (brought(leg) != null) {
            said.add("It brings back: " + brought(leg) + ".");
        }
        if (leg.evidence() != null) {
            said.add("As proof is kept: " + leg.evidence().label() + ".");
        }
        said.addAll(new WaitInWords(leg, route).sentences());
        persons(said);
        rejections(said, route);
        return said.stream().map(sentence -> DataInWords.in(new Template(sentence))).toList();
    }

    private String acts(Playbook playbook) {
        var work = leg.work();
        if (work instanceof RegistrationWork elsewhere) {
            return "It waits for the registration at " + elsewhere.unit() + ", " + elsewhere.environment() + ", which an onboarding of its own makes.";
        }
        if (work instanceof MailWork mail) {
            return (mail.letter() == null ? "A mail of the bank" : "We write to " + to(mail.letter().to(), playbook)
                    + ", subject \"" + mail.letter().subject() + "\"; an answer") + (mail.expect() == null ? " is read." : " from " + mail.expect().from() + " is awaited and read.");
        }
        if (work instanceof PortalWork && playbook.automation() != Playbook.Automation.PERMITTED) {
            return "It is done " + done(leg.by()) + " once the TPP has consented to automation, since nobody has read that the portal permits it; before that a person does it.";
        }
        return "It is done " + done(leg.by()) + ".";
    }

    private static String to(Template to, Playbook playbook) {
        var contact = playbook.contacts().get(to.written());
        return contact == null || contact.eMail() == null ? to.written() : to.written() + " (" + contact.eMail() + ")";
    }

    private void sends(List<String> said) {
        var data = data();
        if (data.isEmpty()) {
            return;
        }
        var all = String.join(", ", data);
        var goesTo = leg.work() instanceof PortalWork || leg.work() instanceof ApiWork ? String.join(", ", goesTo()) : "";
        said.add(leg.work() instanceof DeriveWork ? "It uses " + all + "; nothing is sent." : leg.work() instanceof OperatorWork ? "The person copies or hands in: " + all + "."
                : "The bank is given" + (goesTo.isEmpty() ? "" : ", at " + goesTo) + ": " + all + ".");
    }

    private void once(List<String> said) {
        if (leg.work() instanceof PortalWork portal && portal.pointOfNoReturn().isPresent()) {
            said.add("The click on " + portal.pointOfNoReturn().get().target().described() + " cannot be taken back; a run that was cut off there looks before it clicks again.");
        } else if (leg.repeat() == Repeat.NEVER && !(leg.work() instanceof OperatorWork)) {
            said.add("It is done once: where the bank's answer is lost, a person decides.");
        }
        if (leg.work() instanceof PortalWork portal && portal.steps().isEmpty()) {
            said.add("It only looks.");
        }
        if (leg.work() instanceof ApiWork api && api.isProof()) {
            said.add("It proves access" + api.probe().stream().findFirst().map(probe -> ", at most to the level " + Shape.word(probe.proves())).orElse("") + ".");
        }
    }

    private void persons(List<String> said) {
        if (leg.work() instanceof PortalWork portal) {
            portal.steps().forEach(step -> {
                if (step instanceof Step.AskOperator ask) {
                    said.add("A person is asked: " + ask.question());
                } else if (step instanceof Step.AcceptTerms) {
                    said.add("The terms are kept; a person reads them where they have changed.");
                }
            });
        }
        if (leg.work() instanceof ApiWork api && api.authorise() != null) {
            said.add("A person with an account at the bank consents in a browser.");
        }
        if (!leg.signs().askWhen().isEmpty()) {
            said.add("A person is asked at " + signs(leg.signs().askWhen()) + ".");
        }
        if (leg.handover().group() != null || leg.handover().due() != null) {
            said.add("A task of it is" + (leg.handover().group() == null ? "" : " for " + leg.handover().group())
                    + (leg.handover().due() == null ? "" : " due within " + leg.handover().due()) + ".");
        }
    }

    private void rejections(List<String> said, Route route) {
        if (!leg.signs().rejectedWhen().isEmpty()) {
            said.add("It is rejected at " + signs(leg.signs().rejectedWhen()) + ".");
        }
        if (leg.onRejected() != null && leg.onRejected().backTo() != null) {
            said.add("After a rejection a person decides; handing in again begins at \"" + title(route, leg.onRejected().backTo()) + "\".");
        }
    }

    private static String signs(List<Sign> signs) {
        return signs.stream().map(Signed::described).collect(Collectors.joining(", or at "));
    }

    static String title(Route route, String id) {
        return route.leg(id).map(Leg::title).orElse(id);
    }

    /** What is written down about the life after, as one sentence. */
    static String of(Map.Entry<Procedure.Kind, Procedure> entry) {
        var procedure = entry.getValue();
        var facts = new ArrayList<String>();
        add(facts, "", procedure.mode());
        add(facts, "overlap: ", procedure.overlap());
        add(facts, "downtime: ", procedure.downtime());
        add(facts, "consents: ", procedure.consentImpact());
        add(facts, "lead time: ", procedure.leadTime());
        add(facts, "ask ", procedure.contact());
        add(facts, "by the route ", procedure.route());
        var kind = Shape.word(entry.getKey()).replace('-', ' ');
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + ": " + String.join("; ", facts) + ".";
    }

    private static void add(List<String> facts, String what, String fact) {
        if (fact != null && !fact.isBlank()) {
            facts.add(what + fact.strip().replaceFirst("\\.$", ""));
        }
    }
}
