package io.portolan.recording;

import io.portolan.playbook.Leg;
import io.portolan.recording.RecordedSteps.Drafted;
import io.portolan.recording.RecordedSteps.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A playbook with one leg by portal, drafted from a recording; what a recording cannot know is marked as to be decided. */
final class PlaybookDraft {

    /** What stands before everything that a person has to decide. */
    static final String MARK = "# DECIDE: ";

    private static final String SCHEMA = "playbook.schema.json";

    private final Recording recording;
    private final RecordedSteps steps;
    private final String bank;
    private final StringBuilder yaml = new StringBuilder();

    private PlaybookDraft(Recording recording, RecordedSteps steps, String bank) {
        this.recording = recording;
        this.steps = steps;
        this.bank = bank;
    }

    /** The text of the draft. */
    static String of(Recording recording, TppValues tpp, String bank, LocalDate today) {
        return new PlaybookDraft(recording, new RecordedSteps(recording, tpp), bank).write(today);
    }

    private String write(LocalDate today) {
        var all = steps.drafted();
        var firstPassword = first(all, Kind.PASSWORD, 0);
        var isSignUp = firstPassword >= 0 && isSignUp(all, firstPassword);
        var logIn = firstPassword >= 0 && !isSignUp ? all.subList(0, endOfLogIn(all, firstPassword)) : List.<Drafted>of();
        var rest = new ArrayList<>(all.subList(logIn.size(), all.size()));
        head(today);
        environment(all, logIn, isSignUp);
        leg(rest, logIn, isSignUp);
        return yaml.toString();
    }

    private void head(LocalDate today) {
        line(0, "# yaml-language-server: $schema=" + SCHEMA);
        line(0, "# $schema: " + SCHEMA);
        line(0, "# A draft, made from a recording of Chrome's DevTools. Nothing that was typed is in it: what is ours became a place such as {{tpp.legal-name}}, and");
        line(0, "# what may be secret was left out. A person has to decide whatever is marked; then: java -jar portolan.jar playbook check FILE");
        if (!steps.leftOut().isEmpty()) {
            line(0, "# Left out, since playbooks need none of it: " + String.join(", ", steps.leftOut()) + ".");
        }
        decide(0, "the id of the bank, <iso-country>-<bank>, which is the name of the file too");
        line(0, "bank: " + bank);
        decide(0, "the name of the bank");
        line(0, "name: " + Yaml.text(steps.hosts().stream().findFirst().orElse("The bank")));
        decide(0, "what the portal's terms say of automation: permitted, unknown or forbidden");
        line(0, "automation: unknown");
        decide(0, "where else the facts come from");
        line(0, "sources: ['a recording of " + today + "']");
        line(0, "checked-on: " + today);
        line(0, "confidence: partial");
    }

    private void environment(List<Drafted> all, List<Drafted> logIn, boolean isSignUp) {
        var isTest = steps.hosts().stream().anyMatch(host -> host.matches(".*(sandbox|test|sbx|demo|staging).*"));
        line(0, "environments:");
        decide(1, "whether this is for trying (kind: test) or for real (kind: live)");
        line(1, (isTest ? "sandbox" : "production") + ":");
        line(2, "kind: " + (isTest ? "test" : "live"));
        if (steps.base() == null) {
            decide(2, "where the portal begins; the recording opens no page, so record from an open page on");
        }
        line(2, "base-url: " + (steps.base() == null ? "https://" + bank + ".example" : steps.base()));
        if (steps.hosts().size() > 1) {
            decide(2, "which of these are the bank's: only there our data is typed");
        }
        line(2, "hosts: [" + String.join(", ", steps.base() == null ? List.of(bank + ".example") : steps.hosts().stream().map(Yaml::text).toList()) + "]");
        if (all.stream().map(Drafted::place).filter(Objects::nonNull).anyMatch(place -> place.startsWith("account.")) || !logIn.isEmpty()) {
            portal(all, logIn, isSignUp);
        }
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
                step(4, isLoginName(logIn, i) ? withLogin(logIn.get(i)) : logIn.get(i));
            }
        }
        decide(3, "what shows that we are signed in, such as signed-in: {visible: {role: button, name: Log out}}");
    }

    private void leg(List<Drafted> rest, List<Drafted> logIn, boolean isSignUp) {
        var title = steps.guard().isHarmless(recording.title()) && recording.title().matches("\\p{L}.{2,60}") && !recording.title().contains("{{")
                && !recording.title().matches("(?i)recording \\d.*") ? recording.title() : "What was recorded";
        line(2, "routes:");
        line(3, "- name: default");
        line(4, "legs:");
        decide(5, "which click cannot be taken back: write point-of-no-return: true into it, and under look: the steps that show whether it was done."
                + " If none is like that, say repeat: safe");
        var id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        line(5, "- id: " + (id.matches("[a-z][a-z0-9-]{2,40}") && !Leg.RESERVED.contains(id) ? id : "recorded"));
        decide(6, "the stage");
        line(6, "stage: " + (isSignUp ? "sign-up" : id.contains("subscri") ? "subscribe-apis" : id.contains("certificate") ? "certificates"
                : id.contains("secret") || id.contains("credential") ? "collect-credentials" : "create-application"));
        line(6, "by: portal");
        line(6, "title: " + Yaml.text(title));
        decide(6, "how a person does it by hand: instruct: …");
        if (logIn.isEmpty()) {
            line(6, "signed-in: false");
        }
        steps(rest, logIn, isSignUp);
        ends(rest, logIn);
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

    private void ends(List<Drafted> rest, List<Drafted> logIn) {
        decide(7, "which values of the last page have to be kept: - capture: {as: client-id, label: Client ID}, and captures: {client-id: {}} below");
        var ended = rest.stream().map(Drafted::leadsTo).filter(Objects::nonNull).reduce((one, other) -> other);
        decide(6, "what shows that it is done, best a text that only then is there: done-when: {text: …}"
                + ended.map(url -> "; it ended at " + Yaml.comment(url.replace("'", "").replace("{{environment.base-url}}", ""))).orElse(""));
        decide(6, "what shows that the bank waits, rejects or wants a person: wait-when, rejected-when, ask-when");
        decide(5, "the legs before and after it");
        line(5, "- id: verify-access");
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

    /** The last thing typed before the password is what one signs in with. */
    private static boolean isLoginName(List<Drafted> logIn, int i) {
        var password = first(logIn, Kind.PASSWORD, 0);
        return logIn.get(i).kind() == Kind.FIELD && i < password && logIn.subList(i + 1, password).stream().noneMatch(step -> step.kind() == Kind.FIELD);
    }

    /** Signing up asks for more than a name and a password, or for the password twice. */
    private static boolean isSignUp(List<Drafted> all, int password) {
        var submit = first(all, Kind.CLICK, password);
        var form = all.subList(lastBefore(all, Kind.OPEN, password) + 1, submit < 0 ? all.size() : submit);
        return form.stream().filter(step -> step.kind() == Kind.PASSWORD).count() > 1 || form.stream().filter(step -> step.kind() == Kind.FIELD).count() > 1;
    }

    /** Behind the click that hands in the password, or the code where one is asked for next. */
    private static int endOfLogIn(List<Drafted> all, int password) {
        var code = first(all, Kind.CODE, password);
        var click = first(all, Kind.CLICK, password);
        var from = code >= 0 && (click < 0 || code <= click + 2) ? code : password;
        var submit = first(all, Kind.CLICK, from);
        return submit < 0 ? from + 1 : submit + 1;
    }

    private static int first(List<Drafted> all, Kind kind, int from) {
        for (int i = from; i < all.size(); i++) {
            if (all.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    private static int lastBefore(List<Drafted> all, Kind kind, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (all.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    private void decide(int depth, String what) {
        line(depth, MARK + Yaml.comment(what));
    }

    private void line(int depth, String text) {
        yaml.append("  ".repeat(depth)).append(text).append('\n');
    }
}
