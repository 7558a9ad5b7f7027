package io.portolan.portal;

import io.portolan.playbook.Target;

/**
 * What is looked for, and what it is to be used for, which decides among elements of the same name.
 *
 * @param option the option that is looked for within the target, or null
 */
record Look(Target target, Use use, String option) {

    /** What an element is used for. */
    enum Use { FIELD, OPTION, BOX, CLICK, FILE, VALUE, ANY }

    static Look forUse(Target target, Use use) {
        return new Look(target, use, null);
    }
}
