package io.portolan.leg;

import io.portolan.playbook.AgreedTime;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.playbook.Stage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** The moment that a text of the bank tells: a date, or a date and time; without an offset in this zone. Empty where it tells none. */
    public static Optional<Instant> read(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDate.parse(text.strip()).atStartOfDay(zone).toInstant());
        } catch (DateTimeException noDate) {
            return AgreedTime.read(text, zone);
        }
    }

    /** In which zone the bank of a leg writes its dates. */
    public static ZoneId zone(LegOrder order) {
        return order.leg().waiting() == null ? ZoneOffset.UTC : order.leg().waiting().zone();
    }

    /** From when a service works by the bank's last word of it, or else by the cut-offs; empty where nothing says other than at once. */
    Optional<Instant> of(LegOrder order, Service service) {
        return said(order.onboarding(), answer -> answer.services().isEmpty() || answer.services().contains(service))
                .or(() -> byCutOff(order.onboarding(), order.route()));
    }

    /** Those of the wanted services that work by now. */
    Set<Service> working(LegOrder order, Instant now) {
        return given(order).stream().filter(service -> of(order, service).filter(at -> at.isAfter(now)).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the wanted services that the bank has approved by name, where it has named any: of the others nothing can be proven yet. */
    private Set<Service> given(LegOrder order) {
        var approvals = answers.of(order.onboarding()).stream().filter(answer -> answer.kind() == BankAnswer.Kind.APPROVED)
                .map(BankAnswer::services).toList();
        var named = order.services().stream().filter(service -> approvals.stream().anyMatch(each -> each.contains(service)))
                .collect(Collectors.toUnmodifiableSet());
        return named.isEmpty() || approvals.stream().anyMatch(Set::isEmpty) ? order.services() : named;
    }

    /** From when everything works by the cut-offs of the playbook alone; what the bank has said may be of some services only. */
    public Optional<Instant> byCutOff(String onboarding, Route route) {
        return byCutOff(onboarding, route, name -> true);
    }

    /**
     * From when a leg can act: one that proves access by a call when the first of the services works, since each is proven from its own
     * day on; one by which a person sees it when all of its services do; any other when the values that it uses work.
     */
    Optional<Instant> forLeg(LegOrder order) {
        if (order.leg().stage() == Stage.VERIFY_ACCESS) {
            var days = (provesByCall(order.leg()) ? given(order) : order.servicesOfLeg()).stream().map(service -> of(order, service)).toList();
            return provesByCall(order.leg()) && days.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
                    : days.stream().flatMap(Optional::stream).reduce((one, other) -> one.isBefore(other) == provesByCall(order.leg()) ? one : other);
        }
        var uses = order.leg().uses();
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        return byCutOff(order.onboarding(), order.route(), uses::contains)
                .map(computed -> said(order.onboarding(), answer -> true).orElse(computed));
    }

    /** Whether a later day can be proven by itself, outside of the onboarding. */
    static boolean provesByCall(Leg leg) {
        return leg.work() instanceof ApiWork api && api.request() == null;
    }

    private Optional<Instant> said(String onboarding, Predicate<BankAnswer> which) {
        return answers.of(onboarding).stream().filter(answer -> answer.kind() == BankAnswer.Kind.APPROVED && which.test(answer))
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
