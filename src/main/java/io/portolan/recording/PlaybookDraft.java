package io.portolan.recording;

import io.portolan.playbook.Leg;
import io.portolan.recording.RecordedSteps.Drafted;
import io.portolan.recording.RecordedSteps.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** A playbook with a leg by portal for each recording that it is drafted from; what a recording cannot know is marked as to be decided. */
final class PlaybookDraft {

    /** What stands before everything that a person has to decide. */
    static final String MARK = "# DECIDE: ";

    private static final String LAST = "verify-access";
    private static final String SCHEMA = "playbook.schema.json";

    private final List<RecordedLeg> parts = new ArrayList<>();
    private final SecretGuard guard = new SecretGuard();
    private final Visited visited = new Visited(guard);
    private final Set<String> ids = new HashSet<>();
    private final String bank;
    private final StringBuilder yaml = new StringBuilder();

    private PlaybookDraft(List<Recording> recordings, TppValues tpp, String bank) {
        this.bank = bank;
        recordings.forEach(recording -> RecordedSteps.hideWhatIsSecret(recording, tpp, guard));
        recordings.forEach(recording -> parts.add(RecordedLeg.of(recording, new RecordedSteps(recording, tpp, guard, visited))));
    }

    /** The text of the draft, with a leg for each recording, in their order. */
    static String of(List<Recording> recordings, TppValues tpp, String bank, LocalDate today) {
        return new PlaybookDraft(recordings, tpp, bank).write(today);
    }

    private String write(LocalDate today) {
        head(today);
        environment();
        line(2, "routes:");
        line(3, "- name: default");
        line(4, "legs:");
        parts.forEach(this::leg);
        end();
        return yaml.toString();
    }

    private void head(LocalDate today) {
        line(0, "# yaml-language-server: $schema=" + SCHEMA);
        line(0, "# $schema: " + SCHEMA);
        line(0, "# A draft, made from " + (parts.size() == 1 ? "a recording" : parts.size() + " recordings") + " of Chrome's DevTools. Nothing that was typed is in it: what is ours became a place such as {{tpp.legal-name}}, and");
        line(0, "# what may be secret was left out. A person has to decide whatever is marked; then: java -jar portolan.jar playbook check FILE");
        var leftOut = parts.stream().flatMap(part -> part.steps().leftOut().stream()).distinct().toList();
        if (!leftOut.isEmpty()) {
            line(0, "# Left out, since playbooks need none of it: " + String.join(", ", leftOut) + ".");
        }
        decide(0, "the id of the bank, <iso-country>-<bank>, which is the name of the file too");
        line(0, "bank: " + bank);
        decide(0, "the name of the bank");
        line(0, "name: " + Yaml.text(visited.hosts().stream().findFirst().orElse("The bank")));
        decide(0, "what the portal's terms say of automation: permitted, unknown or forbidden");
        line(0, "automation: unknown");
        decide(0, "where else the facts come from");
        line(0, "sources: ['" + (parts.size() == 1 ? "a recording" : parts.size() + " recordings") + " of " + today + "']");
        line(0, "checked-on: " + today);
        line(0, "confidence: partial");
    }

    private void environment() {
        var isTest = visited.hosts().stream().anyMatch(host -> host.matches(".*(sandbox|test|sbx|demo|staging).*"));
        line(0, "environments:");
        decide(1, "whether this is for trying (kind: test) or for real (kind: live)");
        line(1, (isTest ? "sandbox" : "production") + ":");
        line(2, "kind: " + (isTest ? "test" : "live"));
        if (visited.base() == null) {
            decide(2, "where the portal begins; the recording opens no page, so record from an open page on");
        }
        line(2, "base-url: " + (visited.base() == null ? "https://" + bank + ".example" : visited.base()));
        if (visited.hosts().size() > 1) {
            decide(2, "which of these are the bank's: only there our data is typed");
        }
        line(2, "hosts: [" + String.join(", ", visited.base() == null ? List.of(bank + ".example") : visited.hosts().stream().map(Yaml::text).toList()) + "]");
        var all = parts.stream().flatMap(part -> part.steps().drafted().stream()).toList();
        if (all.stream().map(Drafted::place).filter(Objects::nonNull).anyMatch(place -> place.startsWith("account.")) || !logIn().isEmpty()) {
            portal(all, logIn(), parts.stream().anyMatch(RecordedLeg::isSignUp));
        }
    }

    /** As the first recording that shows it signs in. */
    private List<Drafted> logIn() {
        return parts.stream().map(RecordedLeg::logIn).filter(logIn -> !logIn.isEmpty()).findFirst().orElse(List.of());
    }

    private void portal(List<Drafted> all, List<Drafted> logIn, boolean isSignUp) {
        line(2, "portal:");
        line(3, "name: " + bank + "-portal");
        decide(3, "what we sign in with, and the rules of passwords, such as password: {length: 20, symbols: '!#%'}");
        line(3, "login: '{{tpp.contact.e-mail}}'");
        if (all.stream().anyMatch(step -> step.kind() == Kind.CODE)) {
            decide(3, "whether the second factor is TOTP; if not, take the next line away");
            line(3, "second-factor: totp");
        }
        if (logIn.isEmpty()) {
            decide(3, isSignUp ? "how the portal is signed in to, once there is an account: record it, too" : "how the portal is signed in to: log-in: [...]");
        } else {
            line(3, "log-in:");
            for (int i = 0; i < logIn.size(); i++) {
                step(4, RecordedLeg.isLoginName(logIn, i) ? withLogin(logIn.get(i)) : logIn.get(i));
            }
        }
        decide(3, "what shows that we are signed in, such as signed-in: {visible: {role: button, name: Log out}}");
    }

    private void leg(RecordedLeg part) {
        var title = guard.isHarmless(part.title()) && part.title().matches("\\p{L}.{2,60}") && !part.title().contains("{{")
                && !part.title().matches("(?i)recording \\d.*") ? part.title() : "What was recorded";
        decide(5, "which click cannot be taken back: write point-of-no-return: true into it, and under look: the steps that show whether it was done."
                + " If none is like that, say repeat: safe");
        var id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        line(5, "- id: " + unique(id.matches("[a-z][a-z0-9-]{2,40}") && !Leg.RESERVED.contains(id) && !id.equals(LAST) ? id : "recorded"));
        decide(6, "the stage");
        line(6, "stage: " + (part.isSignUp() ? "sign-up" : id.contains("subscri") ? "subscribe-apis" : id.contains("certificate") ? "certificates"
                : id.contains("secret") || id.contains("credential") ? "collect-credentials" : "create-application"));
        line(6, "by: portal");
        line(6, "title: " + Yaml.text(title));
        decide(6, "how a person does it by hand: instruct: …");
        // where others show how one signs in, this one was recorded by somebody who was
        if (part.logIn().isEmpty() && (part.isSignUp() || logIn().isEmpty())) {
            line(6, "signed-in: false");
        }
        steps(part.rest(), part.logIn(), part.isSignUp());
        ends(part.rest());
    }

    private String unique(String id) {
        var unique = id;
        for (int i = 2; !ids.add(unique); i++) {
            unique = id + "-" + i;
        }
        return unique;
    }

    private void steps(List<Drafted> rest, List<Drafted> logIn, boolean isSignUp) {
        var after = logIn.isEmpty() ? null : logIn.get(logIn.size() - 1).leadsTo();
        var opens = !rest.isEmpty() && rest.get(0).kind() == Kind.OPEN;
        if (rest.stream().allMatch(step -> step.yaml() == null) && after == null) {
            decide(6, "what is done once we are signed in: the recording shows nothing more");
        }
        line(6, "steps:");
        if (!opens) {
            decide(7, "where this leg begins");
            line(7, "- open: " + (after == null ? "'{{environment.base-url}}/'" : after));
        }
        for (int i = 0; i < rest.size(); i++) {
            step(7, isSignUp && "tpp.contact.e-mail".equals(rest.get(i).place()) ? withLogin(rest.get(i)) : rest.get(i));
        }
    }

    private void ends(List<Drafted> rest) {
        decide(7, "which values of the last page have to be kept: - capture: {as: client-id, label: Client ID}, and captures: {client-id: {}} below");
        var ended = rest.stream().map(Drafted::leadsTo).filter(Objects::nonNull).reduce((one, other) -> other);
        decide(6, "what shows that it is done, best a text that only then is there: done-when: {text: …}"
                + ended.map(url -> "; it ended at " + Yaml.comment(url.replace("'", "").replace("{{environment.base-url}}", ""))).orElse(""));
        decide(6, "what shows that the bank waits, rejects or wants a person: wait-when, rejected-when, ask-when");
    }

    private void end() {
        decide(5, parts.size() == 1 ? "the legs before and after it" : "the legs before, between and after them");
        line(5, "- id: " + LAST);
        line(6, "stage: verify-access");
        decide(6, "which call proves the access, with by: api, token and probe; until it is known a person does it");
        line(6, "by: operator");
        line(6, "title: Prove that the bank lets us in");
        line(6, "instruct: Call the bank's API with what it has handed out, and keep its answer as evidence, without tokens.");
    }

    private void step(int depth, Drafted step) {
        step.open().forEach(open -> decide(depth, open));
        if (step.yaml() != null) {
            line(depth, "- " + step.yaml());
        }
    }

    private static Drafted withLogin(Drafted step) {
        if (step.yaml() == null || !step.yaml().startsWith("fill: {")) {
            return step;
        }
        var yaml = step.place() == null ? step.yaml().replaceFirst("}$", ", with: '{{account.login}}'}").replace("{, ", "{")
                : step.yaml().replace("{{" + step.place() + "}}", "{{account.login}}");
        return new Drafted(step.kind(), yaml, step.open().stream().filter(open -> !open.contains("what was typed")).toList(), step.words(), "account.login", step.leadsTo());
    }

    private void decide(int depth, String what) {
        line(depth, MARK + Yaml.comment(what));
    }

    private void line(int depth, String text) {
        yaml.append("  ".repeat(depth)).append(text).append('\n');
    }
}
