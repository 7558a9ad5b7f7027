package io.portolan.handout;

import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.MeansName;
import java.time.Duration;
import java.util.Locale;

/** How a case file says things to somebody who knows nothing of Portolan. */
final class CaseWords {

    private CaseWords() {
    }

    static String standing(Onboarding.Status status) {
        return switch (status) {
            case SCHEDULED -> "It has not begun yet.";
            case RUNNING -> "It is being worked on.";
            case WAITING_FOR_US -> "The applicant has to do something next.";
            case WAITING_FOR_BANK -> "The bank has to act, and has not yet.";
            case WAITING_FOR_OTHER -> "Somebody else (a hub, a directory or a trust service provider) has to act, and has not yet.";
            case ON_HOLD -> "The applicant has put it on hold.";
            case DONE -> "It is done: the applicant has access.";
            case REJECTED -> "The bank has rejected it.";
            case WITHDRAWN -> "The applicant has withdrawn it.";
            case FAILED -> "It ended without access.";
        };
    }

    static String means(MeansName means) {
        return switch (means) {
            case PORTAL -> "on the bank's portal";
            case API -> "by a call to the bank's API";
            case MAIL -> "by mail";
            case OPERATOR -> "by a person of the applicant";
            case DERIVE -> "computed from what the applicant has";
            case REGISTRATION -> "by a registration elsewhere";
        };
    }

    static String state(LegState state) {
        return switch (state) {
            case PENDING -> "not reached";
            case READY -> "next";
            case RUNNING -> "being worked on";
            case WAITING -> "waiting";
            case WITH_PERSON -> "with a person of the applicant";
            case REJECTED -> "rejected";
            case DONE -> "done";
            case SKIPPED -> "not needed";
            case STOPPED -> "stopped";
        };
    }

    static String actor(String actor, String bank) {
        return switch (actor) {
            case "portolan" -> "Portolan, by itself";
            case "bank" -> bank;
            default -> actor.startsWith("user:") ? actor.substring(5) + ", of the applicant" : actor.startsWith("token:") ? actor.substring(6) + ", a program of the applicant" : actor;
        };
    }

    static String act(String name) {
        return switch (name) {
            case "onboarding-started" -> "The application was begun";
            case "onboarding-done" -> "Access is proven";
            case "pre-flight-passed" -> "Everything that is needed was checked";
            case "intended" -> "About to act at the bank";
            case "happened" -> "Acted at the bank";
            case "averted" -> "It did not happen";
            case "captured" -> "The bank has given something";
            case "leg-done" -> "Step completed";
            case "leg-waits" -> "Looked: no answer yet";
            case "person-needed" -> "A person was asked";
            case "person-answered" -> "A person has answered";
            case "rejected-by-bank" -> "The bank has rejected";
            case "bank-answered" -> "The bank has answered";
            case "bank-written-to" -> "A letter to the bank";
            case "bank-reminded" -> "The bank was reminded";
            case "bank-contacted" -> "The bank was talked to";
            case "mail-received" -> "A mail came";
            case "tried-in-vain" -> "Tried in vain";
            default -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('-', ' ');
        };
    }

    static String days(long days) {
        return days == 1 ? "1 working day" : days + " working days";
    }

    static String length(Duration worked) {
        if (worked == null || worked.isZero()) {
            return "";
        }
        return worked.toMinutes() < 1 ? Math.max(1, worked.toSeconds()) + " s" : worked.toHours() < 1 ? worked.toMinutes() + " min" : worked.toHours() + " h " + worked.toMinutesPart() + " min";
    }
}
