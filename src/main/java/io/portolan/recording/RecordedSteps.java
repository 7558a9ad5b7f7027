package io.portolan.recording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes steps of a playbook of the steps of a recording. What was typed is never written: it becomes a place, a person's, or is left open. */
final class RecordedSteps {

    /** What a step is for the leg that it becomes part of. */
    enum Kind { OPEN, FIELD, PASSWORD, CODE, CLICK, OTHER }

    /**
     * A step of the draft.
     *
     * @param yaml the step, or null where only something has to be said
     * @param open what a person has to decide of it, each as a sentence
     * @param words what is known of its element
     */
    record Drafted(Kind kind, String yaml, List<String> open, String words, String place, String leadsTo) { }

    private final Recording recording;
    private final TppValues tpp;
    private final SecretGuard guard;
    private final Visited visited;
    private final List<Drafted> drafted = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    /** The guard knows already what is secret in this recording, and in those that belong to it. */
    RecordedSteps(Recording recording, TppValues tpp, SecretGuard guard, Visited visited) {
        this.recording = recording;
        this.tpp = tpp;
        this.guard = guard;
        this.visited = visited;
        for (int i = 0; i < recording.steps().size(); i++) {
            draft(i);
        }
    }

    List<Drafted> drafted() {
        return drafted;
    }

    /** What has no place in a playbook and was left out. */
    Set<String> leftOut() {
        return leftOut;
    }

    /** Whatever was typed and is not ours is hidden, wherever else it shows. */
    static void hideWhatIsSecret(Recording recording, TppValues tpp, SecretGuard guard) {
        recording.steps().stream().filter(step -> step.type().equals("change")).forEach(step -> {
            var field = new Recorded(step.node(), guard);
            if (FieldWords.isSecret(field.words()) || tpp.place(step.text("value")).isEmpty() && !step.text("value").matches("(?i)on|off|true|false")) {
                guard.hide(step.text("value"));
            }
        });
    }

    private void draft(int i) {
        var step = recording.steps().get(i);
        var open = new ArrayList<String>();
        if (step.node().has("frame") && step.node().path("frame").size() > 0) {
            open.add("it was in a frame: frames of the same origin are looked into by themselves, others are a person's");
        }
        if (!List.of("", "main").contains(step.text("target"))) {
            open.add("it was in another window or tab; open that page here by its address, if it has one");
        }
        switch (step.type()) {
            case "navigate" -> navigate(step, open);
            case "change" -> change(i, step, open);
            case "click", "doubleClick" -> click(i, step, open);
            case "keyDown" -> key(step, open);
            case "waitForElement" -> waitFor(step, open);
            case "waitForExpression" -> add(Kind.OTHER, null, with(open, "the recording waited for a script's result; say by wait-for what shows on the page"), step);
            case "customStep" -> add(Kind.OTHER, null, with(open, "a custom step stood here, which playbooks do not have"), step);
            case "hover" -> leftOut.add("hover (a menu that opens by it is clicked)");
            case "setViewport", "emulateNetworkConditions", "scroll", "keyUp", "close" -> leftOut.add(step.type());
            default -> add(Kind.OTHER, null, with(open, "a step stood here (line " + step.line() + " of the recording) whose type is not known"), step);
        }
    }

    private void navigate(Recording.Step step, List<String> open) {
        var address = visited.address(step.text("url"), open);
        if (address.isEmpty() && step.text("url").matches("chrome://.*|about:.*|")) {
            leftOut.add("the empty tab at the beginning");
            return;
        }
        add(Kind.OPEN, address.map(written -> "open: " + written).orElse(null), open, step);
    }

    private void change(int i, Recording.Step step, List<String> open) {
        var field = new Recorded(step.node(), guard);
        var later = i + 1 < recording.steps().size() ? recording.steps().get(i + 1) : null;
        if (later != null && later.type().equals("change") && new Recorded(later.node(), guard).is(field)) {
            return;
        }
        var value = step.text("value");
        var target = field.asField().orElse("");
        field.doubt().ifPresent(open::add);
        var comma = target.isEmpty() ? "" : target + ", ";
        if (field.isForFiles() || value.startsWith("C:\\fakepath\\")) {
            upload(comma, value, open, step);
        } else if (field.isBox() && value.matches("(?i)on|off|true|false")) {
            tick(field, target, open, step);
        } else if (FieldWords.isPassword(field.words()) || isThePassword(value)) {
            add(Kind.PASSWORD, "fill: {" + comma + "with: '{{account.password}}'}", open, step, "account.password");
        } else if (FieldWords.isOneTimeCode(field.words()) && !tppHas(value)) {
            open.add("the code is the account's own (TOTP); one by mail is taken by read-mail, one by SMS is a person's: ask-operator");
            add(Kind.CODE, "enter-code: {" + comma + "code: '{{account.totp}}'}", open, step, "account.totp");
        } else if (FieldWords.isSecret(field.words())) {
            open.add("something secret was typed here, and is not written down: is it a capture of an earlier leg?");
            add(Kind.OTHER, "ask-operator: {question: " + Yaml.text("Type " + field.name().map(name -> "\"" + name + "\"").orElse("the secret of this page") + ", and go on by hand.") + "}", open, step);
        } else {
            typed(field, comma, value, open, step);
        }
    }

    /** Whether the same was typed where a password is asked for: it stays one where a field only says to repeat it. */
    private boolean isThePassword(String value) {
        return !value.isBlank() && tpp.place(value).isEmpty() && recording.steps().stream().anyMatch(step -> step.type().equals("change")
                && step.text("value").equals(value) && FieldWords.isPassword(new Recorded(step.node(), guard).words()));
    }

    /** The button that was pressed for it would open a window of the browser's own; the step finds the field by it. */
    private void upload(String comma, String value, List<String> open, Recording.Step step) {
        var last = drafted.isEmpty() ? null : drafted.get(drafted.size() - 1);
        if (last != null && last.kind() == Kind.CLICK && last.leadsTo() == null && last.yaml() != null) {
            drafted.remove(drafted.size() - 1);
            open.add("the field was reached by a click, which is left out: should the field not be found, name what was clicked in its place");
        }
        var isCertificate = value.toLowerCase(Locale.ROOT).matches(".*\\.(pem|crt|cer)");
        open.add("which file of ours it is, such as {{application.logo}}, {{document.licence}} or {{certificate.qwac.pem}}");
        add(Kind.FIELD, "upload: {" + comma + "file: '{{" + (isCertificate ? "certificate.qwac.pem" : "application.logo") + "}}'}", open, step);
    }

    private boolean tppHas(String value) {
        return tpp.place(value).isPresent();
    }

    private void typed(Recorded field, String comma, String value, List<String> open, Recording.Step step) {
        var byLabel = FieldWords.place(field.words());
        var known = byLabel.filter(place -> tpp.holds(place, value)).or(() -> tpp.place(value));
        var place = known.or(() -> byLabel);
        var isList = field.isList() || place.filter("tpp.country"::equals).isPresent();
        var key = isList ? "option" : "with";
        if (place.isEmpty()) {
            open.add("what was typed is not known to be ours and is not written down; say " + key + ": …");
        } else if (known.isEmpty()) {
            open.add("by its label it is our " + place.get() + "; what was typed is not written down");
        }
        add(Kind.FIELD, (isList ? "choose: {" : "fill: {") + (place.isEmpty() ? comma.replaceFirst(", $", "") : comma + key + ": '{{" + place.get() + "}}'") + "}", open, step, place.orElse(null));
    }

    private void tick(Recorded box, String target, List<String> open, Recording.Step step) {
        if (FieldWords.isTerms(box.name().orElse(box.words()))) {
            open.add("say the document that holds the terms: document: {role: link, name: …}; if it accepts no terms, write tick");
            add(Kind.FIELD, "accept-terms: {" + target + "}", open, step);
        } else {
            open.add("a box for one service only says so: only-for: [AIS]");
            add(Kind.FIELD, "tick: {" + target + "}", open, step);
        }
    }

    private void click(int i, Recording.Step step, List<String> open) {
        var element = new Recorded(step.node(), guard);
        var later = i + 1 < recording.steps().size() ? recording.steps().get(i + 1) : null;
        if (later != null && later.type().equals("change") && new Recorded(later.node(), guard).is(element)) {
            return;
        }
        if (step.text("button").matches("secondary|auxiliary|back|forward")) {
            leftOut.add("clicks by another than the first button of the mouse");
            return;
        }
        element.doubt().ifPresent(open::add);
        if (element.isInOneOfManyRows()) {
            open.add("it stood in one of several rows, and the next run's may be another: in-row: '{{application.name}}'");
        }
        if (element.name().filter(FieldWords::isCookieBanner).isPresent()) {
            open.add("if this only clears away what lies over the page, put its target under portal: dismiss: [...] and take the step away: it may stand there at any step");
        }
        var isTerms = element.name().filter(name -> FieldWords.isTerms(name) && name.matches("(?i).*\\b(i|we|ich|wir|j'|je) .*|.*(accept|agree|akzeptier|einverstanden).*")).isPresent();
        if (element.isBox() || isTerms) {
            tick(element, element.asField().orElse(""), open, step);
            return;
        }
        if (step.type().equals("doubleClick")) {
            open.add("it was clicked twice; a playbook clicks once");
        }
        add(Kind.CLICK, "click: {" + element.asAnything().orElse("") + "}", open, step);
    }

    private void key(Recording.Step step, List<String> open) {
        if (step.text("key").matches("Enter|NumpadEnter")) {
            add(Kind.CLICK, null, with(open, "Enter was pressed; name the button that does the same: click: {role: button, name: …}"), step);
        } else {
            leftOut.add("keys that were pressed one by one");
        }
    }

    private void waitFor(Recording.Step step, List<String> open) {
        var element = new Recorded(step.node(), guard);
        if (step.node().path("count").asInt(1) == 0 || step.text("operator").equals("<=")) {
            add(Kind.OTHER, null, with(open, "the recording waited until something was gone; say by wait-for what shows then"), step);
            return;
        }
        element.doubt().ifPresent(open::add);
        add(Kind.OTHER, element.asAnything().map(target -> "wait-for: {visible: {" + target + "}}").orElse(null), open, step);
    }

    private static List<String> with(List<String> open, String further) {
        open.add(further);
        return open;
    }

    private void add(Kind kind, String yaml, List<String> open, Recording.Step step) {
        add(kind, yaml, open, step, null);
    }

    private void add(Kind kind, String yaml, List<String> open, Recording.Step step, String place) {
        String leadsTo = null;
        for (var event : step.node().path("assertedEvents")) {
            leadsTo = event.path("url").isTextual() && kind != Kind.OPEN ? visited.address(event.path("url").asText(), new ArrayList<>()).orElse(leadsTo) : leadsTo;
        }
        drafted.add(new Drafted(kind, yaml, List.copyOf(open), new Recorded(step.node(), guard).words(), place, leadsTo));
    }
}
