package io.portolan.rehearsal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.leg.Rehearsed.Cue;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Leg;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Repeat;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a leg has made of what it was shown what the playbook means by it. */
record Judgement(Leg leg, String shown, String came, boolean isAsItShould) {

    private static final Set<Reason> ASKED = Set.of(Reason.ASKED_BY_PLAYBOOK, Reason.BANK_ASKS);

    static Judgement of(LegRun run, Cue cue, Outcome outcome) {
        return new Judgement(run.order().leg(), described(cue), said(outcome), isMeant(run, cue, outcome));
    }

    void tell(RouteWalk.Way way, Notes notes) {
        notes.tried(way, leg, shown, came, isAsItShould);
        if (!isAsItShould) {
            notes.found(way, leg, "it is shown " + shown + ", and what comes of it is: " + came);
        }
    }

    private static boolean isMeant(LegRun run, Cue cue, Outcome outcome) {
        return switch (cue.kind()) {
            case DONE -> outcome instanceof Outcome.Done || isByDesign(outcome) || asksByItself(run.order().leg()) && isAsked(outcome) || cue.sign() == null && outcome instanceof Outcome.NotYet
                    || outcome instanceof Outcome.NotYet && isNotLookedAt(run);
            case WAIT -> outcome instanceof Outcome.NotYet;
            case REJECTED -> outcome instanceof Outcome.Rejected;
            case ASK -> isAsked(outcome);
        };
    }

    private static boolean isAsked(Outcome outcome) {
        return outcome instanceof Outcome.NeedsPerson person && ASKED.contains(person.reason());
    }

    /** Whether its steps ask a person whatever the portal shows: by a question of their own, or about terms that are not those which are known. */
    static boolean asksByItself(Leg leg) {
        return leg.work() instanceof PortalWork work && work.steps().stream().anyMatch(step -> step instanceof Step.AskOperator
                || step instanceof Step.AcceptTerms terms && terms.known() != null);
    }

    /** What an account holder or the bank's own word brings, no sign can. */
    private static boolean isByDesign(Outcome outcome) {
        return outcome instanceof Outcome.NeedsPerson person && person.reason() == Reason.BY_DESIGN;
    }

    /** A request that was made, must not be made again and cannot be looked up waits for the bank's word. */
    private static boolean isNotLookedAt(LegRun run) {
        var leg = run.order().leg();
        return leg.work() instanceof ApiWork work && work.look() == null && leg.repeat() != Repeat.SAFE;
    }

    static String described(Cue cue) {
        var kind = switch (cue.kind()) {
            case DONE -> "done";
            case WAIT -> "wait";
            case REJECTED -> "rejected";
            case ASK -> "ask";
        };
        return cue.sign() == null ? kind : kind + ": " + described(cue.sign());
    }

    private static String described(Sign sign) {
        var parts = new ArrayList<String>();
        if (sign.status() != null && !sign.status().isEmpty()) {
            parts.add("status " + sign.status().get(0));
        }
        if (sign.json() != null && !sign.json().isEmpty()) {
            parts.add(sign.json().toString());
        }
        for (var text : new Object[] {sign.text(), sign.visible() == null ? null : sign.visible().described(), sign.url(), sign.subject()}) {
            if (text != null) {
                parts.add("\"" + text + "\"");
            }
        }
        if (sign.gone() != null) {
            parts.add("no longer " + sign.gone().described());
        }
        return String.join(" and ", parts);
    }

    private static String said(Outcome outcome) {
        if (outcome instanceof Outcome.NeedsPerson person) {
            return "a person is asked (" + person.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "): " + person.question()
                    + (person.detail() == null ? "" : " " + shortened(person.detail()));
        }
        return switch (outcome.getClass().getSimpleName()) {
            case "Done" -> "done. " + ((Outcome.Done) outcome).note();
            case "NotYet" -> "it waits. " + ((Outcome.NotYet) outcome).why();
            case "Rejected" -> "rejected. " + shortened(((Outcome.Rejected) outcome).reason());
            case "Fault" -> "a fault. " + shortened(((Outcome.Fault) outcome).what());
            default -> outcome.toString();
        };
    }

    private static String shortened(String text) {
        return List.of(text.split("\n")).get(0).length() > 200 ? text.substring(0, 200) + "…" : text.replace('\n', ' ');
    }
}
