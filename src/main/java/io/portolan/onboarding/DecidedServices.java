package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.BankAnswers;
import io.portolan.leg.Captures;
import io.portolan.leg.EffectiveFrom;
import io.portolan.leg.GrantedServices;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.playbook.Capture;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the bank has decided service by service: it may grant one and reject another, at different times. */
@Component
class DecidedServices {

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final BankAnswers answers;
    private final Captures captures;
    private final LegQueue legs;
    private final PeopleNeeded people;
    private final Journal journal;
    private final Clock clock;

    DecidedServices(JdbcOnboardings onboardings, OnboardingOrders orders, BankAnswers answers, Captures captures, LegQueue legs,
            PeopleNeeded people, Journal journal, Clock clock) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.answers = answers;
        this.captures = captures;
        this.legs = legs;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether a rejection is about some of the wanted services only, so that the onboarding goes on with the others. */
    static boolean isInPart(Onboarding onboarding, Set<Service> rejected) {
        return !rejected.isEmpty() && onboarding.wanted().stream().anyMatch(rejected::contains) && !rejected.containsAll(onboarding.wanted());
    }

    /** Goes on without these services: their legs are passed over, and people are told. */
    void reject(Onboarding onboarding, Set<Service> rejected, String why, String actor) {
        var fewer = onboardings.reject(onboarding.id(), rejected);
        legs.skip(fewer.id(), orders.route(fewer).legs().stream().filter(leg -> !leg.isFor(fewer.wanted())).map(Leg::id).toList());
        var sentence = "The bank has rejected " + said(rejected) + (why == null || why.isBlank() ? "." : ": " + why)
                + " The onboarding goes on with " + said(fewer.wanted()) + ".";
        journal.write(Act.by(actor, fewer.id(), "services-rejected", sentence));
        people.tell(fewer, said(rejected) + " rejected", sentence + " What was rejected can be asked for again once this is live.");
    }

    /**
     * Takes from what a leg has brought back which services were granted, and from when; it says nothing of services that it is not for.
     *
     * @throws Refused with codes {@code granted-services-unreadable}, {@code effective-from-unreadable}
     */
    void readCaptured(Onboarding onboarding, LegOrder order) {
        var granted = GrantedServices.told(order, Capture.Tells.GRANTED_SERVICES, captures);
        var from = GrantedServices.told(order, Capture.Tells.EFFECTIVE_FROM, captures)
                .map(text -> EffectiveFrom.read(text, EffectiveFrom.zone(order)).orElseThrow(() -> noMoment(text)));
        var asked = order.servicesOfLeg();
        if (granted.isEmpty() && from.isEmpty() || asked.isEmpty()) {
            return;
        }
        var named = granted.map(DecidedServices::read).orElse(asked);
        var services = asked.stream().filter(named::contains).collect(Collectors.toSet());
        if (!services.isEmpty()) {
            var kept = answers.keep(new BankAnswer(0, onboarding.id(), BankAnswer.Kind.APPROVED, services, "As the leg \"" + order.leg().title()
                    + "\" has read.", null, null, from.orElse(null), clock.instant(), "portolan", order.leg().id()));
            answers.read(kept.id(), order.leg().id());
        }
        var rejected = asked.stream().filter(service -> !services.contains(service)).collect(Collectors.toSet());
        if (!rejected.isEmpty()) {
            reject(onboarding, rejected, GrantedServices.told(order, Capture.Tells.REJECTION_REASON, captures).orElse(null), "portolan");
        }
    }

    /** Whether what a leg has brought back says that all that is still wanted was rejected. */
    boolean grantsNothing(LegOrder order) {
        return order.servicesOfLeg().equals(order.services()) && GrantedServices.told(order, Capture.Tells.GRANTED_SERVICES, captures)
                .filter(text -> order.services().stream().noneMatch(read(text)::contains)).isPresent();
    }

    private static Set<Service> read(String text) {
        return GrantedServices.read(text).map(GrantedServices::services).orElseThrow(() -> Refused.invalid("granted-services-unreadable",
                "\"" + text + "\" does not say which services were granted: AIS, PIS, CAF, or none.", Map.of("value", text)));
    }

    private static Refused noMoment(String text) {
        return Refused.invalid("effective-from-unreadable", "\"" + text + "\" is no day such as 2026-12-01, nor a day and time such as 2026-12-01T09:00.",
                Map.of("value", text));
    }

    /** What the bank has granted: each service that an approval names; where none is about it, what is still wanted. */
    Set<Service> granted(Onboarding onboarding) {
        var approved = answers.of(onboarding.id()).stream().filter(answer -> answer.kind() == BankAnswer.Kind.APPROVED).toList();
        return onboarding.wanted().stream().filter(service -> {
            var about = approved.stream().filter(answer -> isAbout(answer, service, onboarding)).toList();
            return about.isEmpty() || about.stream().anyMatch(answer -> answer.services().isEmpty() || answer.services().contains(service));
        }).collect(Collectors.toSet());
    }

    /** What a leg for other services has read says nothing of this one. */
    private boolean isAbout(BankAnswer answer, Service service, Onboarding onboarding) {
        return answer.leg() == null || orders.route(onboarding).leg(answer.leg()).map(leg -> leg.isFor(Set.of(service))).orElse(true);
    }

    /** From when a service counts by the last approval of it that says so, or null for at once. */
    Instant effectiveFrom(Onboarding onboarding, Service service) {
        return answers.of(onboarding.id()).stream().filter(answer -> answer.kind() == BankAnswer.Kind.APPROVED
                && (answer.services().isEmpty() || answer.services().contains(service)) && answer.effectiveFrom() != null)
                .reduce((earlier, later) -> later).map(BankAnswer::effectiveFrom).orElse(null);
    }

    static String said(Set<Service> services) {
        return services.stream().sorted().map(Enum::name).collect(Collectors.joining(" and "));
    }
}
