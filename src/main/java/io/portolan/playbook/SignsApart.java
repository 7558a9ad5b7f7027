package io.portolan.playbook;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks that no sign of an end is among the words of another sign of its leg, as "approved" is in "not approved": done is read first. */
final class SignsApart {

    private static final String LETTER = "[\\p{L}\\p{N}\\p{M}_]";

    private final Findings findings;

    SignsApart(Findings findings) {
        this.findings = findings;
    }

    void check(Leg leg, String path) {
        var signs = leg.signs();
        for (int i = 0; i < signs.doneWhen().size(); i++) {
            var done = signs.doneWhen().get(i);
            var at = path + ".done-when";
            var written = findings.knows(at + "[" + i + "]") ? at + "[" + i + "]" : at;
            among(done, signs.rejectedWhen(), written, "rejected-when");
            among(done, signs.waitWhen(), written, "wait-when");
            among(done, signs.askWhen(), written, "ask-when");
            if (leg.work() instanceof PortalWork work) {
                among(done, work.absentWhen(), written, "absent-when");
            }
        }
    }

    private void among(Sign done, List<Sign> others, String path, String key) {
        others.stream().filter(other -> isForTheSame(done, other) && isIn(done, other)).findFirst().ifPresent(other ->
                findings.add(path + (done.text() == null ? ".visible.text" : ".text"), "\"" + words(done).orElse("") + "\" also shows where "
                        + key + " says \"" + words(other).orElse("") + "\", and done is read first; say more of what shows that it is done"));
    }

    /** Only words that have to hold by themselves: what else must hold may tell the two apart. */
    private static boolean isIn(Sign done, Sign other) {
        if (done.text() != null && done.visible() != null || done.url() != null || done.gone() != null || done.subject() != null
                || !done.status().isEmpty() || !done.json().isEmpty() || done.text() == null && !isSoughtAlike(done.visible(), other.visible())) {
            return false;
        }
        var sought = words(done).map(SignsApart::plain);
        var said = words(other).map(SignsApart::plain);
        return sought.isPresent() && said.isPresent() && Pattern.compile("(?<!" + LETTER + ")" + Pattern.quote(sought.get()) + "(?!" + LETTER + ")")
                .matcher(said.get()).find();
    }

    /** Whether what is sought in one part of a page would be found for the other too. */
    private static boolean isSoughtAlike(Target done, Target other) {
        return done != null && (done.within().isEmpty() && done.inRow() == null
                || other != null && done.within().equals(other.within()) && Objects.equals(done.inRow(), other.inRow()));
    }

    private static Optional<String> words(Sign sign) {
        return Optional.ofNullable(sign.text() != null ? sign.text() : sign.visible() == null ? null : sign.visible().text())
                .map(Template::written).filter(text -> !text.isBlank());
    }

    private static boolean isForTheSame(Sign done, Sign other) {
        return done.onlyFor().isEmpty() || other.onlyFor().isEmpty() || done.onlyFor().stream().anyMatch(other.onlyFor()::contains);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
