package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.leg.ChangedTerms;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.worklist.Task;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** How the console says in plain words what is about tasks. */
final class TaskWording {

    private TaskWording() {
    }

    /** Why a person is needed, as the outcome of a leg names it; null for what the question says already. */
    static String reason(String reason) {
        return reason == null ? null : switch (reason) {
            case "PAGE_CHANGED" -> say("task.the-page-is-not-as");
            case "CAPTCHA" -> say("task.the-portal-wants-to-see");
            case "ANSWER_LOST" -> say("task.it-was-sent-and-no");
            case "SECRET_LOST" -> say("task.the-bank-has-shown-a");
            case "NO_BROWSER" -> say("task.there-is-no-browser-on");
            case "OUTSIDE_FAULT" -> say("task.something-outside-kept-failing-and");
            case "BANK_ASKS" -> say("task.the-bank-waits-for-our");
            case "OVERDUE" -> say("task.the-bank-takes-longer-than");
            case "ESCALATION" -> say("task.the-bank-has-not-answered");
            case "PROMISE_BROKEN" -> say("task.the-bank-has-not-kept");
            case "DEADLINE_PASSED" -> say("task.what-the-leg-has-waited");
            case "REMINDER_DUE" -> say("task.the-bank-has-to-be");
            case "MISSING_DATA" -> say("task.something-that-this-leg-needs");
            case "ACCESS_NOT_PROVEN" -> say("task.all-is-done-but-the");
            default -> null;
        };
    }

    static String kind(Task.Kind kind) {
        return switch (kind) {
            case LEG -> say("task.a-leg-needs-a-person");
            case REJECTION -> say("task.the-bank-has-rejected");
            case WAIT -> say("task.while-we-wait-for-the");
            case CLEAN_UP -> say("task.clean-up-at-the-bank");
            case NOTICE -> say("task.to-be-looked-at");
        };
    }

    /** Whether it asks if we accept terms that have changed. */
    static boolean isAboutTerms(Task task) {
        return task.kind() == Task.Kind.LEG && ChangedTerms.read(task.detail()).isPresent();
    }

    /** What the button of an answer to this task says. */
    static String button(PersonAnswer answer, Task task) {
        return answer == PersonAnswer.AGAIN && isAboutTerms(task) ? say("task.accept-these-terms") : Wording.button(answer, task.kind());
    }

    /** What follows from an answer to this task. */
    static String consequence(PersonAnswer answer, Task task) {
        if (answer == PersonAnswer.AGAIN && isAboutTerms(task)) {
            return say("task.portolan-tries-this-leg-again");
        }
        return task.onlyWithNote().contains(answer) ? Wording.unseenConsequence() : Wording.consequence(answer, task.kind(), !task.fields().isEmpty());
    }

    static String tone(PersonAnswer answer) {
        return switch (answer) {
            case DONE -> "primary";
            case GIVE_UP, REJECTED -> "danger";
            default -> "secondary";
        };
    }

    /** What was done with a task, as its history names it; who and what stand beside it. */
    static String act(String what) {
        return switch (what) {
            case "opened" -> say("task.opened");
            case "claimed" -> say("task.taken");
            case "taken-over" -> say("task.taken-over-from");
            case "released" -> say("task.given-back-by");
            case "assigned" -> say("task.given-to");
            case "group-changed" -> say("task.given-to-the-group");
            case "due-changed" -> say("task.due-date-set-to");
            case "follow-up-set" -> say("task.put-off-until");
            case "follow-up-dropped" -> say("task.no-longer-put-off");
            case "commented" -> say("task.commented");
            case "attached" -> say("task.file-added");
            case "talked" -> say("task.talked-to-the-bank");
            case "written-to" -> say("task.letter-sent-to");
            case "completed" -> say("task.answered-3");
            case "superseded" -> say("task.no-longer-needed");
            default -> Wording.sentence(what);
        };
    }

    /** What stands beside it: answers as their buttons say them, names of people without their sort, and times without their seconds. */
    static String detail(String what, String detail, Function<PersonAnswer, String> button) {
        if (detail == null) {
            return "";
        }
        if (what.equals("completed")) {
            var note = detail.indexOf(": ");
            var word = note < 0 ? detail : detail.substring(0, note);
            return Arrays.stream(PersonAnswer.values()).filter(answer -> Wording.word(answer).equals(word)).findFirst()
                    .map(answer -> button.apply(answer) + (note < 0 ? "" : detail.substring(note))).orElse(detail);
        }
        return detail.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z") ? detail.substring(0, 16).replace('T', ' ') + " UTC" : Wording.actor(detail);
    }

    /** How one talked to the bank. */
    static String way(Enum<?> way) {
        return way.name().equals("CALL") ? say("task.by-telephone") : way.name().equals("MEETING") ? say("task.in-a-meeting")
                : say("task.by-3", way.name().toLowerCase(Locale.ROOT));
    }
}
