package io.portolan.onboarding;

import io.portolan.access.Approval;
import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import io.portolan.leg.Clearance;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Environment;
import io.portolan.playbook.WaitingFor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds a leg that hands in a live application, or accepts the bank's terms, until a second person has agreed, where one is asked. */
@Component
class SubmitLive implements Clearance, Deed {

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final WhatIsSubmitted submitted;
    private final LegQueue legs;
    private final Engine engine;
    private final SecondPerson secondPerson;

    SubmitLive(JdbcOnboardings onboardings, OnboardingOrders orders, WhatIsSubmitted submitted, LegQueue legs, Engine engine, SecondPerson secondPerson) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.submitted = submitted;
        this.legs = legs;
        this.engine = engine;
        this.secondPerson = secondPerson;
    }

    @Override
    public Optional<Outcome> holds(LegRun run) {
        var order = run.order();
        var object = object(order);
        if (secondPerson.needed(this, object, Map.of()).isEmpty()) {
            return Optional.empty();
        }
        var latest = secondPerson.latest(this, object, Map.of()).orElse(null);
        if (latest == null || latest.state() == Approval.State.TAKEN_BACK || latest.state() == Approval.State.VOID || isAskedAnew(latest, run)) {
            return Optional.of(waits(ask(run)));
        }
        return switch (latest.state()) {
            case APPROVED, DONE -> Optional.empty();
            case WAITING -> Optional.of(waits(latest));
            default -> Optional.of(notAgreed(latest));
        };
    }

    /** A person has heard that nobody agreed, and sends the leg on all the same. */
    private static boolean isAskedAnew(Approval latest, LegRun run) {
        return (latest.state() == Approval.State.DECLINED || latest.state() == Approval.State.EXPIRED) && run.sentBack().isPresent();
    }

    private Approval ask(LegRun run) {
        var order = run.order();
        var by = run.sentBack().map(LegRun.SentBack::by).orElseGet(() -> onboardings.startedBy(order.onboarding()));
        return secondPerson.request(this, object(order), Map.of(), "The onboarding has come to \"" + order.leg().title() + "\".", by);
    }

    private static Outcome waits(Approval approval) {
        return new Outcome.NotYet(WaitingFor.US, "A second person has to agree first; it is among the approvals.", approval.expiresAt());
    }

    private static Outcome notAgreed(Approval approval) {
        var why = approval.state() == Approval.State.DECLINED ? approval.decidedBy() + " has not agreed to this: " + approval.decision() : "Nobody has agreed to this in time.";
        return new Outcome.NeedsPerson(Reason.NOT_AGREED, why + " How shall it go on? Answer \"again\" to ask a second person anew.", null);
    }

    private static String object(LegOrder order) {
        return order.onboarding() + "/" + order.leg().id();
    }

    @Override
    public String deed() {
        return "submit-application";
    }

    @Override
    public Guarded act() {
        return Guarded.SUBMIT;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        var at = object.indexOf('/');
        var onboarding = onboardings.find(object.substring(0, at)).filter(found -> !found.status().isFinal() && !orders.isWithdrawal(found));
        return onboarding.map(found -> orders.order(found, object.substring(at + 1))).filter(order -> order.environment().kind() == Environment.Kind.LIVE && WhatIsSubmitted.isSubmitted(order))
                .map(order -> asked(onboarding.get(), order));
    }

    private Asked asked(Onboarding onboarding, LegOrder order) {
        var row = legs.find(onboarding.id(), order.leg().id()).orElseThrow();
        var terms = WhatIsSubmitted.terms(order);
        return new Asked(onboarding.tpp(), onboarding.id(), (terms.isEmpty() ? "Hand in \"" : "Hand in, and accept the terms of, \"") + order.leg().title() + "\" for " + onboarding.tpp() + " at "
                + order.playbook().name(), "The application goes to the bank in our name, and cannot be taken back"
                + (terms.isEmpty() ? "." : "; the bank's terms bind us from then on."), "/onboardings/" + onboarding.id(),
                submitted.facts(onboarding, order, terms), "round " + row.round(), List.copyOf(row.evidence()));
    }

    /** The leg is woken and finds itself cleared; one that is just being acted on cannot be woken yet. */
    @Override
    public boolean carryOut(Approval approval) {
        return isWoken(approval);
    }

    @Override
    public boolean over(Approval approval) {
        return approval.state() == Approval.State.VOID || isWoken(approval);
    }

    private boolean isWoken(Approval approval) {
        var at = approval.object().indexOf('/');
        var leg = approval.object().substring(at + 1);
        var onboarding = onboardings.lock(approval.object().substring(0, at));
        var row = legs.find(onboarding.id(), leg).orElse(null);
        if (onboarding.status().isFinal() || row == null || row.state() != LegState.READY && row.state() != LegState.RUNNING && row.state() != LegState.WAITING) {
            return true;
        }
        if (!engine.wake(onboarding.id(), leg)) {
            return false;
        }
        onboardings.status(onboarding.id(), Onboarding.Status.RUNNING, null, null);
        return true;
    }
}
