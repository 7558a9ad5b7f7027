package io.portolan.playbook;

import java.util.ArrayList;
import java.util.List;

/** Checks that a sign says something, and something that the means can see. */
final class SignChecks {

    private final Findings findings;

    SignChecks(Findings findings) {
        this.findings = findings;
    }

    void check(Leg leg, String path) {
        var signs = leg.signs();
        checkAll(signs.doneWhen(), path + ".done-when", leg.by());
        checkAll(signs.rejectedWhen(), path + ".rejected-when", leg.by());
        checkAll(signs.waitWhen(), path + ".wait-when", leg.by());
        checkAll(signs.askWhen(), path + ".ask-when", leg.by());
    }

    private void checkAll(List<Sign> signs, String path, MeansName means) {
        for (int i = 0; i < signs.size(); i++) {
            check(signs.get(i), findings.knows(path + "[" + i + "]") ? path + "[" + i + "]" : path, means);
        }
    }

    void check(Sign sign, String path, MeansName means) {
        if (means == MeansName.OPERATOR || means == MeansName.DERIVE || means == MeansName.REGISTRATION) {
            findings.add(path, "a leg by " + Shape.word(means) + " has nothing to look at, so it has no signs");
            return;
        }
        var odd = new ArrayList<String>();
        if (means != MeansName.API && !sign.status().isEmpty()) {
            odd.add("status");
        }
        if (means != MeansName.API && !sign.json().isEmpty()) {
            odd.add("json");
        }
        if (means != MeansName.MAIL && sign.subject() != null) {
            odd.add("subject");
        }
        if (means != MeansName.PORTAL && sign.visible() != null) {
            odd.add("visible");
        }
        if (means != MeansName.PORTAL && sign.url() != null) {
            odd.add("url");
        }
        if (means != MeansName.PORTAL && sign.gone() != null) {
            odd.add("gone");
        }
        if (sign.gone() != null) {
            new TargetChecks(findings).check(sign.gone(), path + ".gone");
        }
        if (means == MeansName.PORTAL && sign.gone() != null && sign.text() == null && sign.visible() == null && sign.url() == null) {
            findings.add(path + ".gone", "from a page that has not come yet everything is gone; say by text, visible or url what is there");
        }
        if (sign.visible() != null) {
            new TargetChecks(findings).check(sign.visible(), path + ".visible");
        }
        odd.forEach(key -> findings.add(path + "." + key, "a leg by " + Shape.word(means) + " cannot see " + key
                + "; it sees " + visibleTo(means)));
        if (sign.text() == null && sign.visible() == null && sign.url() == null && sign.status().isEmpty()
                && sign.json().isEmpty() && sign.subject() == null && sign.gone() == null && !findings.isBroken(path)) {
            findings.add(path, "a sign needs " + visibleTo(means));
        }
    }

    private static String visibleTo(MeansName means) {
        return switch (means) {
            case PORTAL -> "text, visible or url, and what is gone";
            case API -> "text, status or json";
            case MAIL -> "text or subject";
            case OPERATOR, DERIVE, REGISTRATION -> "nothing";
        };
    }
}
