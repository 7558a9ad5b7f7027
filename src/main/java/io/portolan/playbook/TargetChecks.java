package io.portolan.playbook;

import java.util.ArrayDeque;
import java.util.Set;

/** Checks that an element is named in one of the ways that find it. */
final class TargetChecks {

    /** The ARIA roles (WAI-ARIA 1.2) by which people name what they click, fill and read. */
    static final Set<String> ROLES = Set.of("alert", "button", "cell", "checkbox", "combobox", "dialog", "heading",
            "group", "img", "link", "listbox", "listitem", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio",
            "row", "searchbox", "spinbutton", "status", "switch", "tab", "tabpanel", "textbox", "treeitem");

    private final Findings findings;

    TargetChecks(Findings findings) {
        this.findings = findings;
    }

    void check(Target target, String path) {
        if (target.label() == null && target.role() == null && target.text() == null && target.css() == null
                && !findings.isBroken(path)) {
            findings.add(path, "an element is named by label, by role and name, by text or by css");
        }
        checkSelector(target.css(), path + ".css");
        for (int i = 0; i < target.within().size(); i++) {
            checkSelector(target.within().get(i), path + ".within[" + i + "]");
        }
        boolean isPlaced = target.inRow() != null || !target.within().isEmpty();
        if (target.role() == null && target.name() != null || target.role() != null && target.name() == null && !isPlaced) {
            findings.add(path, "role and name go together, such as role: button, name: Create");
        }
        if (target.role() != null && !ROLES.contains(target.role())) {
            findings.unknown(path + ".role", "role", target.role(), ROLES);
        }
    }

    private void checkSelector(String css, String path) {
        if (css != null && !isWhole(css)) {
            findings.add(path, "\"" + css + "\" is no CSS selector: a bracket or a quote in it is not closed, or closes nothing");
        }
    }

    /** Whether all that opens is closed (CSS Syntax Level 3, section 5.4.8); a browser would say the rest only on the page. */
    private static boolean isWhole(String css) {
        var awaited = new ArrayDeque<Character>();
        for (int i = 0; i < css.length(); i++) {
            var character = css.charAt(i);
            var inside = awaited.isEmpty() ? null : awaited.peek();
            if (character == '\\') {
                i++;
            } else if (inside != null && character == inside) {
                awaited.pop();
            } else if (inside == null || inside != '"' && inside != '\'') {
                switch (character) {
                    case '[' -> awaited.push(']');
                    case '(' -> awaited.push(')');
                    case '"', '\'' -> awaited.push(character);
                    case ']', ')' -> {
                        return false;
                    }
                    default -> { }
                }
            }
        }
        return awaited.isEmpty() && !css.isBlank();
    }
}
