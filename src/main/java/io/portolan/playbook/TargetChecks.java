package io.portolan.playbook;

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
        boolean isPlaced = target.inRow() != null || !target.within().isEmpty();
        if (target.role() == null && target.name() != null || target.role() != null && target.name() == null && !isPlaced) {
            findings.add(path, "role and name go together, such as role: button, name: Create");
        }
        if (target.role() != null && !ROLES.contains(target.role())) {
            findings.unknown(path + ".role", "role", target.role(), ROLES);
        }
    }
}
