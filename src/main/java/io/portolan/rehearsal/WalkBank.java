package io.portolan.rehearsal;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegState;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.MeansName;
import io.portolan.refusal.Refused;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what a bank says by the way of a person to a leg that waits: where it can look, that it may look now; where it cannot, all that a bank can say. */
final class WalkBank {

    private static final List<BankAnswer.Kind> ALL = List.of(BankAnswer.Kind.QUESTION, BankAnswer.Kind.REJECTED, BankAnswer.Kind.APPROVED);

    private final Stage stage;
    private final RouteWalk walk;
    private final Notes notes;
    private final Map<String, Deque<BankAnswer.Kind>> answers = new HashMap<>();
    private final Map<String, String> spoken = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();

    WalkBank(Stage stage, RouteWalk walk, Notes notes) {
        this.stage = stage;
        this.walk = walk;
        this.notes = notes;
    }

    void speaks(Onboarding onboarding) {
        stage.onboardings().legs(onboarding.id()).stream().filter(leg -> leg.state() == LegState.WAITING && leg.by() != MeansName.REGISTRATION)
                .forEach(leg -> speak(onboarding, leg));
    }

    private void speak(Onboarding onboarding, LegView leg) {
        var key = onboarding.id() + leg.id();
        var standing = leg.since() + "/" + walk.actsOf(onboarding.id(), leg.id());
        if (standing.equals(spoken.put(key, standing))) {
            return;
        }
        var answer = answer(onboarding, leg, key);
        try {
            stage.bank().with(onboarding.id(), new AnswerForBank.Said(answer, Set.of(), said(answer), null, null, null, leg.id()), RouteWalk.ACTOR);
            if (walk.isMain(onboarding.id()) && answer != BankAnswer.Kind.ACKNOWLEDGED) {
                notes.tried(walk.way(), walk.way().route().leg(leg.id()).orElseThrow(), "the bank says: " + answer.name().toLowerCase(java.util.Locale.ROOT),
                        "it is told to the leg", true);
            }
        } catch (Refused finished) {
            spoken.remove(key);
        }
    }

    private BankAnswer.Kind answer(Onboarding onboarding, LegView leg, String key) {
        var isMain = walk.isMain(onboarding.id());
        if (leg.by() == MeansName.OPERATOR) {
            var left = answers.computeIfAbsent(key, none -> new ArrayDeque<>(isMain && walk.way().walk() == 0 ? ALL : List.of(BankAnswer.Kind.APPROVED)));
            return left.size() > 1 ? left.poll() : BankAnswer.Kind.APPROVED;
        }
        var script = isMain ? walk.script(leg.id()) : null;
        var hasMore = script != null && script.hasMore();
        return hasMore || looks.merge(key, 1, Integer::sum) % 2 == 1 ? BankAnswer.Kind.ACKNOWLEDGED : BankAnswer.Kind.APPROVED;
    }

    private static String said(BankAnswer.Kind answer) {
        return switch (answer) {
            case QUESTION -> "What is this for? (rehearsed)";
            case REJECTED -> "Something is missing. (rehearsed)";
            case APPROVED -> "Welcome. (rehearsed)";
            case ACKNOWLEDGED -> "We are looking at it. (rehearsed)";
        };
    }
}
