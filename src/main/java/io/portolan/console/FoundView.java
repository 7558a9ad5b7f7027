package io.portolan.console;

import io.portolan.onboarding.Onboarding;
import io.portolan.registration.Registration;
import io.portolan.search.Found;
import io.portolan.search.Hit;
import io.portolan.search.Kind;
import io.portolan.worklist.Task;
import java.time.Instant;
import java.util.List;

/**
 * What was found of one kind.
 *
 * @param word the kind, as addresses and texts have it
 * @param more where all of it is, or null where all is shown
 */
record FoundView(String word, List<HitView> hits, String more) {

    /** A thing that was found, as a line. */
    record HitView(String page, String title, String note, BadgeView badge, TimeView at) { }

    /** @param isAlone whether only this kind was looked for, so that there is nowhere to see more */
    static FoundView of(Found.Group group, String q, boolean isAlone, Instant now) {
        var word = Wording.word(group.kind());
        return new FoundView(word, group.hits().stream().map(hit -> view(hit, now)).toList(),
                group.more() && !isAlone ? Address.of("/search").with("q", q).with("kind", word).written() : null);
    }

    private static HitView view(Hit hit, Instant now) {
        return new HitView(hit.page(), hit.kind() == Kind.ACT ? Wording.act(hit.title()) : hit.title(), hit.note(), badge(hit), TimeView.of(hit.at(), now));
    }

    private static BadgeView badge(Hit hit) {
        if (hit.state() == null) {
            return null;
        }
        return switch (hit.kind()) {
            case ONBOARDING -> BadgeView.of(Onboarding.Status.valueOf(hit.state()));
            case REGISTRATION -> BadgeView.of(Registration.Standing.valueOf(hit.state()));
            case TASK -> {
                var state = Task.State.valueOf(hit.state());
                yield new BadgeView(Wording.word(state), Wording.sentence(state), state == Task.State.OPEN ? "person" : "quiet");
            }
            default -> null;
        };
    }
}
