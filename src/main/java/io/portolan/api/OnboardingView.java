package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An onboarding as clients see it; its legs only where one is asked for. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record OnboardingView(String id, String tpp, String bank, String branch, String environment, String application,
        List<String> services, String status, String waitingFor, String playbookVersion, String route,
        String registration, String note, Instant startedAt, Instant updatedAt, Instant finishedAt,
        List<String> rejected, Instant startAt, String from, Map<String, String> legVersions,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<LegItem> legs) {

    /**
     * A leg of it; {@code workedSeconds} is how long it was acted on in all, {@code reference} and {@code promisedBy} are what the bank
     * has said of its progress, and {@code reminders} is how often it was reminded by letter.
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LegItem(String id, String stage, String title, String by, String state, Instant since, String why,
            Instant lookAgainAt, Double workedSeconds, String reference, Instant promisedBy, int reminders) {

        static LegItem of(LegView leg) {
            return new LegItem(leg.id(), Words.of(leg.stage()), leg.title(), Words.of(leg.by()), Words.of(leg.state()),
                    leg.since(), leg.why(), leg.lookAgainAt(),
                    leg.worked() == null ? null : leg.worked().toMillis() / 1000.0,
                    leg.reference(), leg.promisedBy(), leg.reminders());
        }
    }

    /** It as one of many. */
    static OnboardingView item(Onboarding onboarding) {
        return of(onboarding, null);
    }

    /** It with its legs. */
    static OnboardingView of(Onboarding onboarding, List<LegView> legs) {
        return new OnboardingView(onboarding.id(), onboarding.tpp(), onboarding.bank(), onboarding.branch(),
                onboarding.environment(), onboarding.application(), Words.of(onboarding.services()),
                Words.of(onboarding.status()), Words.of(onboarding.waitingFor()), onboarding.playbookVersion(),
                onboarding.route(), onboarding.registration(), onboarding.note(), onboarding.startedAt(),
                onboarding.updatedAt(), onboarding.finishedAt(), Words.of(onboarding.rejected()), onboarding.startAt(), onboarding.from(), onboarding.legVersions(),
                legs == null ? null : legs.stream().map(LegItem::of).toList());
    }
}
