package io.portolan.leg;

import io.portolan.playbook.Route;
import io.portolan.playbook.Stage;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** From when what a bank has given works: by the bank's own word, or else by the cut-offs of the playbook. */
@Component
public class EffectiveFrom {

    private final Captures captures;
    private final BankAnswers answers;

    EffectiveFrom(Captures captures, BankAnswers answers) {
        this.captures = captures;
        this.answers = answers;
    }

    /** From when everything works that the bank has given to this onboarding; empty where nothing says other than at once. */
    public Optional<Instant> of(String onboarding, Route route) {
        return said(onboarding).or(() -> byCutOff(onboarding, route, name -> true));
    }

    /** The same by the cut-offs of the playbook alone; what the bank has said may be of some services only. */
    public Optional<Instant> byCutOff(String onboarding, Route route) {
        return byCutOff(onboarding, route, name -> true);
    }

    /** From when a leg can act: one that proves access when everything works, any other when the values that it uses do. */
    Optional<Instant> forLeg(LegOrder order) {
        if (order.leg().stage() == Stage.VERIFY_ACCESS) {
            return of(order.onboarding(), order.route());
        }
        var uses = order.leg().uses();
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        return byCutOff(order.onboarding(), order.route(), uses::contains)
                .map(computed -> said(order.onboarding()).orElse(computed));
    }

    private Optional<Instant> said(String onboarding) {
        return answers.of(onboarding).stream().filter(answer -> answer.kind() == BankAnswer.Kind.APPROVED)
                .map(BankAnswer::effectiveFrom).filter(Objects::nonNull).reduce((earlier, later) -> later);
    }

    private Optional<Instant> byCutOff(String onboarding, Route route, Predicate<String> asked) {
        return route.legs().stream().flatMap(leg -> leg.captures().entrySet().stream())
                .filter(capture -> capture.getValue().effective() != null && asked.test(capture.getKey()))
                .flatMap(capture -> captures.latest(onboarding, capture.getKey()).stream()
                        .map(kept -> capture.getValue().effective().doneFor(kept.capturedAt())))
                .max(Instant::compareTo);
    }
}
