package io.portolan.console;

import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding;
import io.portolan.registration.Registration;

/** A state as a coloured word; the colour only repeats what the word says. */
record BadgeView(String word, String label, String tone) {

    static BadgeView of(Onboarding.Status status) {
        var tone = switch (status) {
            case DONE -> "done";
            case RUNNING, SCHEDULED -> "active";
            case WAITING_FOR_BANK, WAITING_FOR_OTHER -> "waiting";
            case WAITING_FOR_US -> "person";
            case REJECTED, FAILED -> "rejected";
            case ON_HOLD, WITHDRAWN -> "quiet";
        };
        return new BadgeView(Wording.word(status), Wording.of(status), tone);
    }

    static BadgeView of(Registration.Standing standing) {
        var tone = switch (standing) {
            case ACTIVE -> "done";
            case IN_PROGRESS -> "active";
            case SUSPENDED -> "waiting";
            case REJECTED -> "rejected";
            case NOT_STARTED, WITHDRAWN -> "quiet";
        };
        return new BadgeView(Wording.word(standing), Wording.sentence(standing), tone);
    }

    static BadgeView of(LegState state) {
        return new BadgeView(Wording.word(state), Wording.of(state), tone(state));
    }

    private static String tone(LegState state) {
        return switch (state) {
            case DONE -> "done";
            case READY, RUNNING -> "active";
            case WAITING -> "waiting";
            case WITH_PERSON -> "person";
            case REJECTED -> "rejected";
            case PENDING, SKIPPED, STOPPED -> "quiet";
        };
    }
}
