package io.portolan.registration;

import java.time.Instant;
import java.util.List;

/**
 * A check of whether a registration works, while it goes on and after its end.
 *
 * @param said what came of it, as a sentence without secrets; null as long as it runs
 * @param movedAt when it last came further
 * @param endedAt when it ended, or null
 * @param steps what is done for it, in order
 */
public record Verification(String id, String registration, State state, String said, String begunBy, Instant begunAt, Instant movedAt, Instant endedAt, List<Step> steps) {

    /** How it stands. */
    public enum State {
        /** Calls are made. */
        RUNNING,
        /** The calls have worked. */
        PROVEN,
        /** They have not: the registration is degraded. */
        FAILED,
        /** The bank could not answer, which says nothing of the registration. */
        NO_ANSWER,
        /** It was adopted and never proven: an onboarding has begun that only proves it. */
        STARTED,
        /** It did not come to its end. */
        CUT_OFF
    }

    /**
     * One thing that is done, mostly a call.
     *
     * @param what what it is, as a few words without secrets
     * @param begunAt when it began; null where it has not, or never did
     * @param endedAt when it was over, or null
     * @param came what came of it, or null
     * @param evidence the ids of what was sent and answered
     */
    public record Step(String what, Instant begunAt, Instant endedAt, String came, List<Long> evidence) {

        /** One that is to come. */
        public static Step planned(String what) {
            return new Step(what, null, null, null, List.of());
        }

        /** Whether it is what is done now. */
        public boolean isUnderWay() {
            return begunAt != null && endedAt == null;
        }
    }

    /** The same with these steps. */
    Verification with(List<Step> its) {
        return new Verification(id, registration, state, said, begunBy, begunAt, movedAt, endedAt, List.copyOf(its));
    }

    /** Whether it goes on still. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Which of its steps it is at, from 1; 0 before the first. */
    public int at() {
        return (int) steps.stream().filter(step -> step.begunAt() != null).count();
    }
}
