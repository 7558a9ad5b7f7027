package io.portolan.onboarding;

import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.playbook.WaitingFor;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How an onboarding stands whose hand-drawn route is at several legs at a time: whoever of us is needed comes first, then what runs. */
@Component
class SideBySide {

    private record Standing(Onboarding.Status status, WaitingFor waitingFor) {

        int urgency() {
            return switch (status) {
                case WAITING_FOR_US -> 0;
                case RUNNING -> 1;
                case WAITING_FOR_BANK -> 2;
                default -> 3;
            };
        }
    }

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final LegQueue legs;

    SideBySide(JdbcOnboardings onboardings, OnboardingOrders orders, LegQueue legs) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.legs = legs;
    }

    /** Sets how the locked onboarding stands by all of its legs; on a compiled route the one that moved has decided that. */
    void refresh(String id) {
        var onboarding = onboardings.lock(id);
        if (onboarding.status().isFinal() || orders.route(onboarding).model() == null) {
            return;
        }
        legs.of(id).stream().flatMap(row -> of(row).stream()).min(Comparator.comparingInt(Standing::urgency)).ifPresent(first ->
                onboardings.status(id, first.status(), first.waitingFor(), onboarding.note()));
    }

    private static Optional<Standing> of(LegRecord row) {
        return switch (row.state()) {
            case WITH_PERSON, REJECTED -> Optional.of(new Standing(Onboarding.Status.WAITING_FOR_US, WaitingFor.US));
            case READY, RUNNING -> Optional.of(new Standing(Onboarding.Status.RUNNING, null));
            case WAITING -> {
                var waitingFor = row.waitingFor() == null ? WaitingFor.BANK : WaitingFor.valueOf(row.waitingFor());
                yield Optional.of(new Standing(SettleLeg.waiting(waitingFor), waitingFor));
            }
            default -> Optional.empty();
        };
    }
}
