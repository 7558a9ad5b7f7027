package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.BankAnswers;
import io.portolan.leg.Captured;
import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.playbook.Capture;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Service;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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

    /** Takes from what a leg has brought back which services were granted, and from when. */
    void readCaptured(Onboarding onboarding, LegOrder order) {
        var granted = told(order, Capture.Tells.GRANTED_SERVICES);
        var from = told(order, Capture.Tells.EFFECTIVE_FROM).flatMap(DecidedServices::moment);
        if (granted.isEmpty() && from.isEmpty()) {
            return;
        }
        var services = granted.map(text -> named(text, onboarding.wanted())).orElse(onboarding.wanted());
        if (services.isEmpty()) {
            return;
        }
        var kept = answers.keep(new BankAnswer(0, onboarding.id(), BankAnswer.Kind.APPROVED, services, "As the leg \"" + order.leg().title()
                + "\" has read.", null, null, from.orElse(null), clock.instant(), "portolan"));
        answers.read(kept.id(), order.leg().id());
        var rejected = onboarding.wanted().stream().filter(service -> !services.contains(service)).collect(Collectors.toSet());
        if (!rejected.isEmpty()) {
            reject(onboarding, rejected, told(order, Capture.Tells.REJECTION_REASON).orElse(null), "portolan");
        }
    }

    private Optional<String> told(LegOrder order, Capture.Tells what) {
        return order.leg().captures().entrySet().stream().filter(capture -> capture.getValue().tells() == what).findFirst()
                .flatMap(capture -> captures.find(order.onboarding(), order.leg().id(), capture.getKey())).map(Captured::value);
    }

    private static Set<Service> named(String text, Set<Service> wanted) {
        var words = Arrays.asList(text.toUpperCase(Locale.ROOT).split("[^A-Z]+"));
        return wanted.stream().filter(service -> words.contains(service.name())).collect(Collectors.toSet());
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(text.contains("T") ? OffsetDateTime.parse(text.strip()).toInstant()
                    : LocalDate.parse(text.strip()).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** What the bank has granted by all its approvals together; where it has named no service, what is still wanted. */
    Set<Service> granted(Onboarding onboarding) {
        var approved = answers.of(onboarding.id()).stream().filter(answer -> answer.kind() == BankAnswer.Kind.APPROVED).toList();
        if (approved.isEmpty() || approved.stream().anyMatch(answer -> answer.services().isEmpty())) {
            return onboarding.wanted();
        }
        return onboarding.wanted().stream().filter(service -> approved.stream().anyMatch(answer -> answer.services().contains(service)))
                .collect(Collectors.toSet());
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
