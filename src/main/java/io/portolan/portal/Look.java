package io.portolan.portal;

import io.portolan.playbook.Target;
import io.portolan.playbook.Template;

/**
 * What is looked for, and what it is to be used for, which decides among elements of the same name.
 *
 * @param target the target; the places of its texts are filled already
 * @param option the option that is looked for within the target, or null
 */
record Look(Target target, Use use, String option) {

    /** What an element is used for; the option of a list that was opened may stand anywhere on the page, and a sign is made of whole words. */
    enum Use { FIELD, CODE, OPTION, OPENED, OPENER, SEARCH, BOX, CLICK, FILE, VALUE, SIGN, ANY }

    static Look forUse(Target target, Use use) {
        return new Look(target, use, null);
    }

    /** The same target for another use. */
    Look as(Use other) {
        return new Look(target, other, null);
    }

    /** Says in words what is looked for. */
    String described() {
        return target.described(Template::written);
    }

    /** The words by which it is sought. */
    String wanted() {
        return target.label() != null ? target.label().written()
                : target.role() != null ? target.name() == null ? target.role() : target.name().written()
                : target.text() != null ? target.text().written() : target.css();
    }
}
