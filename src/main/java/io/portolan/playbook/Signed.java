package io.portolan.playbook;

import java.util.ArrayList;

/** Says a sign in words. */
final class Signed {

    private Signed() { }

    static String described(Sign sign) {
        var parts = new ArrayList<String>();
        if (sign.text() != null) {
            parts.add("the text \"" + sign.text() + "\"");
        }
        if (sign.visible() != null) {
            parts.add(sign.visible().described());
        }
        if (sign.gone() != null) {
            parts.add("no longer " + sign.gone().described());
        }
        if (sign.url() != null) {
            parts.add("an address with " + sign.url());
        }
        if (sign.status() != null && !sign.status().isEmpty()) {
            parts.add("status " + sign.status());
        }
        if (sign.json() != null && !sign.json().isEmpty()) {
            parts.add("an answer with " + sign.json());
        }
        if (sign.subject() != null) {
            parts.add("a subject with \"" + sign.subject() + "\"");
        }
        return String.join(" and ", parts);
    }
}
