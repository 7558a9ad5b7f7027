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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** Those of the wanted services that work by now. */
    Set<Service> working(LegOrder order, Instant now) {
        var approvals = approvals(order.onboarding());
        var given = given(order, approvals);
        var days = days(order, given, approvals);
        return given.stream().filter(service -> !days.containsKey(service) || !days.get(service).isAfter(now)).collect(Collectors.toUnmodifiableSet());
    }

    /** From when each service works by the bank's last word of it, or else by the cut-offs; without one of which nothing says other than at once. */
    private Map<Service, Instant> days(LegOrder order, Set<Service> services, List<BankAnswer> approvals) {
        var byCutOff = byCutOff(order.onboarding(), order.route());
        var days = new EnumMap<Service, Instant>(Service.class);
        services.forEach(service -> said(approvals, answer -> answer.services().isEmpty() || answer.services().contains(service)).or(() -> byCutOff)
                .ifPresent(day -> days.put(service, day)));
        return days;
    }

    /** Those of the wanted services that the bank has approved by name, where it has named any: of the others nothing can be proven yet. */
    private static Set<Service> given(LegOrder order, List<BankAnswer> approvals) {
        var named = order.services().stream().filter(service -> approvals.stream().anyMatch(each -> each.services().contains(service)))
                .collect(Collectors.toUnmodifiableSet());
        return named.isEmpty() || approvals.stream().anyMatch(each -> each.services().isEmpty()) ? order.services() : named;
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
            var approvals = approvals(order.onboarding());
            var byCall = provesByCall(order.leg());
            var services = byCall ? given(order, approvals) : order.servicesOfLeg();
            var days = days(order, services, approvals);
            return byCall && days.size() < services.size() ? Optional.empty()
                    : days.values().stream().reduce((one, other) -> one.isBefore(other) == byCall ? one : other);
        }
        var uses = order.leg().uses();
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        return byCutOff(order.onboarding(), order.route(), uses::contains)
                .map(computed -> said(approvals(order.onboarding()), answer -> true).orElse(computed));
    }

    /** Whether a later day can be proven by itself, outside of the onboarding. */
    static boolean provesByCall(Leg leg) {
        return leg.work() instanceof ApiWork api && api.request() == null;
    }

    private List<BankAnswer> approvals(String onboarding) {
        return answers.of(onboarding).stream().filter(answer -> answer.kind() == BankAnswer.Kind.APPROVED).toList();
    }

    private static Optional<Instant> said(List<BankAnswer> approvals, Predicate<BankAnswer> which) {
        return approvals.stream().filter(which).map(BankAnswer::effectiveFrom).filter(Objects::nonNull).reduce((earlier, later) -> later);
    }

    private Optional<Instant> byCutOff(String onboarding, Route route, Predicate<String> asked) {
        return route.legs().stream().flatMap(leg -> leg.captures().entrySet().stream())
                .filter(capture -> capture.getValue().effective() != null && asked.test(capture.getKey()))
                .flatMap(capture -> captures.latest(onboarding, capture.getKey()).stream()
                        .map(kept -> capture.getValue().effective().doneFor(kept.capturedAt())))
                .max(Instant::compareTo);
    }
}
