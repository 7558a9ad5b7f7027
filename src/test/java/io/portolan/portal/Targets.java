package io.portolan.portal;

import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import java.util.List;

/** Targets for tests. */
final class Targets {

    private Targets() {
    }

    static Target label(String label, String... within) {
        return new Target(new Template(label), null, null, null, null, List.of(within), null);
    }

    static Target role(String role, String name, String... within) {
        return new Target(null, role, name == null ? null : new Template(name), null, null, List.of(within), null);
    }

    static Target text(String text, String... within) {
        return new Target(null, null, null, new Template(text), null, List.of(within), null);
    }

    static Target css(String css, String... within) {
        return new Target(null, null, null, null, css, List.of(within), null);
    }

    /** The same in the row of this text. */
    static Target inRow(Target target, String row) {
        return new Target(target.label(), target.role(), target.name(), target.text(), target.css(), target.within(), new Template(row));
    }
}
