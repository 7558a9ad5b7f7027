package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.GenericRoute;
import java.time.Instant;
import java.util.List;

/** An onboarding as the pages show it. */
record OnboardingView(String id, String shortId, String bank, String bankName, String tpp, String environment,
        String branch, String application, String services, BadgeView status, String meaning, String note,
        String playbookVersion, String route, String registration, boolean isFinal, TimeView startedAt,
        TimeView updatedAt, TimeView finishedAt, List<String> wanted, boolean isOnHold, TimeView startAt, String from, boolean isByHand) {

    private static final int SHORT = 8;

    static OnboardingView of(Onboarding o, String bankName, Instant now) {
        return new OnboardingView(o.id(), o.id().substring(0, Math.min(SHORT, o.id().length())), o.bank(), bankName,
                o.tpp(), o.environment(), o.branch(), "main".equals(o.application()) ? null : o.application(),
                Wording.joined(o.services()), BadgeView.of(o.status()), GenericRoute.NAME.equals(o.route()) && o.status() == Onboarding.Status.DONE ? say("onboarding.a-person-has-shown-access") : Wording.meaning(o.status()), o.note(),
                shortened(o.playbookVersion()), o.route(), o.registration(), o.status().isFinal(),
                TimeView.of(o.startedAt(), now), TimeView.of(o.updatedAt(), now), TimeView.of(o.finishedAt(), now), o.wanted().stream().map(Enum::name).sorted().toList(),
                o.status() == Onboarding.Status.ON_HOLD, o.status() == Onboarding.Status.SCHEDULED ? TimeView.of(o.startAt(), now) : null, o.from(),
                GenericRoute.NAME.equals(o.route()));
    }

    private static String shortened(String hash) {
        return hash == null ? "" : hash.substring(0, Math.min(12, hash.length()));
    }
}
