package io.portolan.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An element of a recording by its alternative selectors, of which one that a person would use is written where there is one. */
final class Recorded {

    private static final Pattern WITH_ROLE = Pattern.compile("(.*?)\\[role=\"([a-z]+)\"]");
    private static final Pattern HIDING_ATTRIBUTE = Pattern.compile("\\[\\s*(?!id\\b|name\\b|type\\b|class\\b|for\\b|role\\b|data-test|data-cy|data-qa|aria-label\\b|placeholder\\b)[^\\]]*=");
    private static final Set<String> FIELDS = Set.of("textbox", "combobox", "listbox", "checkbox", "radio", "searchbox", "spinbutton", "switch", "slider");
    private static final int PERHAPS_CUT_OFF = 12;

    private final String all;
    private final Set<String> alternatives = new HashSet<>();
    private final SecretGuard guard;
    private String name;
    private String role;
    private String text;
    private String css;
    private final List<String> within = new ArrayList<>();
    private boolean onlyForMachines;
    private boolean isWithheld;

    Recorded(JsonNode step, SecretGuard guard) {
        this.all = step.path("selectors").toString();
        this.guard = guard;
        step.path("selectors").forEach(alternative -> {
            var chain = new ArrayList<String>();
            if (alternative.isTextual()) {
                chain.add(alternative.asText());
            }
            alternative.forEach(part -> chain.add(part.asText()));
            if (!chain.isEmpty()) {
                alternatives.add(String.join(" ", chain));
                take(chain);
            }
        });
    }

    private void take(List<String> chain) {
        var last = chain.get(chain.size() - 1).replaceAll("\\s+", " ").strip();
        if (last.startsWith("aria/")) {
            var withRole = WITH_ROLE.matcher(last.substring(5));
            var found = withRole.matches() ? withRole.group(1) : last.substring(5);
            if (withRole.matches()) {
                role = withRole.group(2);
            }
            name = name == null && isPlain(found) ? found.strip() : name;
        } else if (last.startsWith("text/")) {
            text = text == null && isPlain(last.substring(5)) ? last.substring(5).strip() : text;
        } else if (last.startsWith("xpath/") || last.startsWith("pierce/")) {
            onlyForMachines = true;
        } else if (css == null && isUsable(last) && chain.stream().allMatch(this::isUsable)) {
            css = last;
            within.addAll(chain.subList(0, chain.size() - 1));
        }
    }

    private boolean isPlain(String found) {
        isWithheld |= !guard.isHarmless(found);
        return !found.isBlank() && found.length() <= 120 && !found.contains("{{") && !found.contains("[") && guard.isHarmless(found);
    }

    private boolean isUsable(String selector) {
        isWithheld |= HIDING_ATTRIBUTE.matcher(selector).find();
        return !selector.isBlank() && selector.length() <= 300 && !selector.matches("(aria|text|xpath|pierce)/.*") && !HIDING_ATTRIBUTE.matcher(selector).find() && guard.isHarmless(selector);
    }

    /** All that is known of the element, to tell what belongs into it; not to be written. */
    String words() {
        return all;
    }

    /** What a person calls it, or empty. */
    Optional<String> name() {
        return Optional.ofNullable(name != null ? name : text);
    }

    /** Whether both are the same element; the Recorder does not always write down as many alternatives. */
    boolean is(Recorded other) {
        return alternatives.stream().anyMatch(other.alternatives::contains);
    }

    boolean isBox() {
        return "checkbox".equals(role) || "switch".equals(role) || css != null && css.contains("checkbox");
    }

    boolean isInOneOfManyRows() {
        return all.matches("(?s).*\\btr(:nth-(of-type|child)\\(|\\[)\\d+.*");
    }

    boolean isList() {
        return "combobox".equals(role) || "listbox".equals(role) || css != null && css.matches(".*\\bselect\\b(?![-_]).*");
    }

    boolean isForFiles() {
        return css != null && css.contains("type='file'") || all.contains("type=\\\"file\\\"") || all.contains("type='file'");
    }

    /** The element as a field of a form, in the keys of a playbook; empty where only machines know it. */
    Optional<String> asField() {
        return name != null ? Optional.of("label: " + Yaml.text(name)) : asAnything();
    }

    /** The element as what is clicked. */
    Optional<String> asAnything() {
        if (name != null && role != null) {
            return Optional.of(FIELDS.contains(role) ? "label: " + Yaml.text(name) : "role: " + role + ", name: " + Yaml.text(name));
        }
        if (name != null || text != null) {
            var said = name != null ? name : text;
            return Optional.of(tag().map(known -> "role: " + known + ", name: ").orElse("text: ") + Yaml.text(said));
        }
        return Optional.ofNullable(css).map(selector -> "css: " + Yaml.text(selector) + (within.isEmpty() ? "" : ", within: ["
                + String.join(", ", within.stream().map(Yaml::text).toList()) + "]"));
    }

    /** The role that an element has by its tag. */
    private Optional<String> tag() {
        var last = css == null ? "" : css.replaceFirst(".*[\\s>]", "");
        return last.matches("button\\b.*|input\\[type=.?submit.*") ? Optional.of("button") : last.matches("a\\b(?!-).*") ? Optional.of("link") : Optional.empty();
    }

    /** What has to be known of the way in which it is named, or empty. */
    Optional<String> doubt() {
        if (name == null && text != null && text.length() >= PERHAPS_CUT_OFF) {
            return Optional.of("the Recorder may have cut this text off; write it as the page shows it");
        }
        if (name != null || text != null) {
            return Optional.empty();
        }
        return Optional.of(isWithheld && css != null ? "its text is not written down, since it may be secret: is it a value to be kept, by capture?"
                : css != null ? "only a selector was recorded that may be written; better name it by label, role and name, or text"
                : isWithheld || !onlyForMachines ? "what was recorded of the element may hold a secret; name it by label, role and name, text or css"
                : "only XPath or pierce was recorded, which playbooks do not read; name it by label, role and name, text or css");
    }
}
