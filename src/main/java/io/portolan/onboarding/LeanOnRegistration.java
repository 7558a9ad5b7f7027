package io.portolan.onboarding;

import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.RegistrationWork;
import io.portolan.playbook.Service;
import io.portolan.playbook.WaitingFor;
import io.portolan.refusal.Refused;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The means by which one onboarding leans on another: it starts the one that registers elsewhere where none runs, waits for it,
 * and takes its result. It never locks both.
 */
@Component
class LeanOnRegistration implements Means {

    private final StartOnboarding startOnboarding;
    private final JdbcOnboardings onboardings;
    private final JdbcLeanings leanings;
    private final Registrations registrations;
    private final Credentials credentials;
    private final Captures captures;

    LeanOnRegistration(StartOnboarding startOnboarding, JdbcOnboardings onboardings, JdbcLeanings leanings,
            Registrations registrations, Credentials credentials, Captures captures) {
        this.startOnboarding = startOnboarding;
        this.onboardings = onboardings;
        this.leanings = leanings;
        this.registrations = registrations;
        this.credentials = credentials;
        this.captures = captures;
    }

    @Override
    public MeansName name() {
        return MeansName.REGISTRATION;
    }

    @Override
    public Outcome perform(LegRun run) {
        var order = run.order();
        var work = (RegistrationWork) order.leg().work();
        var held = registrations.held(order.tpp(), work.unit(), null, work.environment(), order.application());
        if (held.isPresent() && held.get().standing() == Registration.Standing.SUSPENDED) {
            return new Outcome.NeedsPerson(Outcome.Reason.OTHER_STOPPED, "The registration at " + at(work)
                    + " is suspended. Answer \"again\" once it is active.", null);
        }
        var running = onboardings.running(order.tpp(), work.unit(), "", work.environment(), order.application());
        if (running.isPresent() && held.filter(there -> missing(there, order).isEmpty()).isEmpty()) {
            return join(run, work, running.get());
        }
        var mayBegin = leanings.mayBegin(order.onboarding(), order.leg().id());
        if (held.isEmpty() || !unasked(held.get(), order).isEmpty()) {
            return begin(run, work, held.map(there -> mayBegin ? missing(there, order) : unasked(there, order)).orElse(order.servicesOfLeg()), mayBegin);
        }
        if (order.servicesOfLeg().stream().anyMatch(held.get().granted()::contains)) {
            return take(run, work, held.get());
        }
        return mayBegin ? begin(run, work, missing(held.get(), order), true) : new Outcome.NeedsPerson(Outcome.Reason.OTHER_STOPPED,
                "The registration at " + at(work) + " was granted none of the services that are wanted here."
                + " Answer \"again\" to have them asked for there once more.", null);
    }

    /** What is wanted here and is not granted there. */
    static Set<Service> missing(Registration held, LegOrder order) {
        return order.servicesOfLeg().stream().filter(service -> !held.granted().contains(service)).collect(Collectors.toSet());
    }

    /** What of it was never asked for there; the rest was rejected. */
    private static Set<Service> unasked(Registration held, LegOrder order) {
        return missing(held, order).stream().filter(service -> !held.asked().contains(service)).collect(Collectors.toSet());
    }

    private Outcome take(LegRun run, RegistrationWork work, Registration there) {
        var order = run.order();
        for (var taken : work.take().entrySet()) {
            if (!take(run, taken.getKey(), taken.getValue(), there)) {
                return new Outcome.NeedsPerson(Outcome.Reason.MISSING_DATA, "The registration at " + at(work) + " has no \""
                        + taken.getValue() + "\" to take over.", null);
            }
        }
        leanings.took(order.onboarding(), order.leg().id(), work.unit(), work.environment(), there);
        run.journal("took-over", "From the registration " + there.id() + " at " + at(work) + ": "
                + (work.take().isEmpty() ? "that it is active" : String.join(", ", work.take().keySet())));
        return new Outcome.Done("The registration at " + at(work) + " is active.");
    }

    private boolean take(LegRun run, String here, String name, Registration there) {
        var onboarding = run.order().onboarding();
        var leg = run.order().leg().id();
        var round = run.round().number();
        var source = source(there, name);
        source.ifPresent(found -> {
            if (found.inVault() == null) {
                captures.keep(onboarding, leg, round, here, found.value(), found.expires());
            } else {
                captures.keepReference(onboarding, leg, round, here, found.inVault(), found.expires());
            }
        });
        return source.isPresent();
    }

    /** What a registration has under this name now: a credential, or what its legs have brought back. */
    Optional<Credentials.Source> source(Registration there, String name) {
        return credentials.source(there.id(), name).or(() -> credentials.find(there.id(), name).isPresent() ? Optional.empty() : captured(there, name));
    }

    /** What its legs have brought back beside credentials. */
    private Optional<Credentials.Source> captured(Registration there, String name) {
        return Optional.ofNullable(there.onboarding()).flatMap(onboarding -> captures.latest(onboarding, name))
                .map(kept -> new Credentials.Source(kept.value(), kept.secret(), kept.expiresAt()));
    }

    private Outcome join(LegRun run, RegistrationWork work, String other) {
        leanings.await(run.order().onboarding(), run.order().leg().id(), work.unit(), work.environment(), other);
        return new Outcome.NotYet(WaitingFor.OTHER, "Waits for the onboarding " + other + " at " + at(work) + ".", null);
    }

    /** What has ended there is begun anew only on a person's word, however often this leg comes by. */
    private Outcome begin(LegRun run, RegistrationWork work, Set<Service> asked, boolean mayBegin) {
        var order = run.order();
        var ended = leanings.find(order.onboarding(), order.leg().id()).filter(leaning -> leaning.awaited() != null
                && leaning.awaitedStatus().isFinal() && leaning.awaitedStatus() != Onboarding.Status.DONE);
        if (ended.isPresent() && !mayBegin) {
            return new Outcome.NeedsPerson(Outcome.Reason.OTHER_STOPPED, "The onboarding at " + at(work) + ", for which this one waited, was "
                    + ended.get().awaitedStatus().name().toLowerCase(Locale.ROOT) + ". Answer \"again\" to start it anew.",
                    onboardings.find(ended.get().awaited()).map(Onboarding::note).orElse(null));
        }
        var services = asked.stream().sorted().map(Enum::name).toList();
        try {
            var begun = startOnboarding.with(new StartRequest(order.tpp(), work.unit(), null, work.environment(), order.application(),
                    services, null), "onboarding:" + order.onboarding());
            run.journal("started-elsewhere", "The onboarding " + begun.id() + " at " + at(work) + " was started for this one.");
            return join(run, work, begun.id());
        } catch (Refused refused) {
            return switch (refused.code()) {
                case "already-onboarding" -> join(run, work, refused.about().get("onboarding"));
                // somebody has finished it this very moment: the next look takes it
                case "already-registered" -> new Outcome.Fault("It was registered at " + at(work) + " this very moment.");
                default -> new Outcome.NeedsPerson(Outcome.Reason.OTHER_STOPPED, "The onboarding at " + at(work)
                        + " cannot be started. Answer \"again\" once it can.", refused.getMessage());
            };
        }
    }

    private static String at(RegistrationWork work) {
        return work.unit() + ", " + work.environment();
    }
}
