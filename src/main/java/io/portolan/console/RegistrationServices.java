package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.Service;
import io.portolan.registration.Grants;
import io.portolan.registration.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** How a registration stands service by service: asked, granted from a day on, or rejected and why. */
@Component
class RegistrationServices {

    private final Grants grants;
    private final Journal journal;

    RegistrationServices(Grants grants, Journal journal) {
        this.grants = grants;
        this.journal = journal;
    }

    /**
     * A service that was asked for.
     *
     * @param from from when it may be used, or null
     * @param why why it was rejected, or null
     * @param onboarding the onboarding in which that was, or null
     */
    record Line(String service, BadgeView state, TimeView from, String why, String onboarding) { }

    List<Line> of(Registration registration, List<Onboarding> newestFirst, Instant now) {
        return registration.asked().stream().sorted().map(service -> line(registration, service, newestFirst, now)).toList();
    }

    private Line line(Registration registration, Service service, List<Onboarding> newestFirst, Instant now) {
        if (registration.granted().contains(service)) {
            var from = grants.of(registration.id()).stream().filter(grant -> grant.service() == service).map(Grants.Grant::from)
                    .findFirst().or(() -> Optional.ofNullable(registration.effectiveFrom())).orElse(null);
            var isEffective = registration.effective().contains(service);
            return new Line(service.name(), isEffective ? new BadgeView("granted", say("registration.granted-in-effect"), "done")
                    : new BadgeView("granted", say("registration.granted-not-in-effect"), "waiting"), TimeView.of(from, now), null, null);
        }
        return newestFirst.stream().filter(onboarding -> isRejected(onboarding, service)).findFirst()
                .map(onboarding -> new Line(service.name(), new BadgeView("rejected", say("registration.rejected"), "rejected"), null, why(onboarding, service), onboarding.id()))
                .orElseGet(() -> new Line(service.name(), registration.standing() == Registration.Standing.REJECTED
                        ? new BadgeView("rejected", say("registration.rejected"), "rejected") : new BadgeView("asked", say("registration.asked-for"), "active"), null, null, null));
    }

    private static boolean isRejected(Onboarding onboarding, Service service) {
        return onboarding.rejected().contains(service)
                || onboarding.status() == Onboarding.Status.REJECTED && onboarding.services().contains(service);
    }

    /** What was said of the service, of the onboarding as a whole, or by the bank when it rejected. */
    private String why(Onboarding onboarding, Service service) {
        var acts = journal.of(onboarding.id()).stream().map(Entry::act).filter(act -> act.detail() != null).toList();
        return last(acts, act -> act.name().equals("services-rejected") && act.detail().contains(service.name()))
                .or(() -> Optional.ofNullable(onboarding.note())).or(() -> last(acts, act -> act.name().equals("rejected-by-bank"))).orElse(null);
    }

    private static Optional<String> last(List<Act> acts, Predicate<Act> fits) {
        return acts.stream().filter(fits).reduce((earlier, later) -> later).map(Act::detail);
    }
}
