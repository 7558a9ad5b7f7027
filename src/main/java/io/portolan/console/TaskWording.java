package io.portolan.console;

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
            case "PAGE_CHANGED" -> "The page is not as the playbook describes it. You can do it by hand, let Portolan try again once the page or "
                    + "the playbook was put right, or say what the bank has decided.";
            case "CAPTCHA" -> "The portal wants to see a human. Do this leg by hand, in a browser of your own.";
            case "ANSWER_LOST" -> "It was sent, and no answer came. Find out at the bank whether it has happened before you let Portolan try again.";
            case "SECRET_LOST" -> "The bank has shown a secret once, and it was not caught. Look whether it can be shown or made anew.";
            case "NO_BROWSER" -> "There is no browser on this machine, so a person has to do what the browser would.";
            case "OUTSIDE_FAULT" -> "Something outside kept failing, and nothing irreversible has happened.";
            case "BANK_ASKS" -> "The bank waits for our answer, and we for the bank after that.";
            case "OVERDUE" -> "The bank takes longer than it usually does.";
            case "ESCALATION" -> "The bank has not answered for so long that somebody should talk to it.";
            case "PROMISE_BROKEN" -> "The bank has not kept the date that it promised.";
            case "DEADLINE_PASSED" -> "What the leg has waited with is no longer good.";
            case "REMINDER_DUE" -> "The bank has to be reminded.";
            case "MISSING_DATA" -> "Something that this leg needs is not known here yet.";
            case "ACCESS_NOT_PROVEN" -> "All is done, but the proof that access works has failed.";
            default -> null;
        };
    }

    static String kind(Task.Kind kind) {
        return switch (kind) {
            case LEG -> "A leg needs a person";
            case REJECTION -> "The bank has rejected";
            case WAIT -> "While we wait for the bank";
            case CLEAN_UP -> "Clean up at the bank";
            case NOTICE -> "To be looked at";
        };
    }

    /** Whether it asks if we accept terms that have changed. */
    static boolean isAboutTerms(Task task) {
        return task.kind() == Task.Kind.LEG && ChangedTerms.read(task.detail()).isPresent();
    }

    /** What the button of an answer to this task says. */
    static String button(PersonAnswer answer, Task task) {
        return answer == PersonAnswer.AGAIN && isAboutTerms(task) ? "Accept these terms" : Wording.button(answer, task.kind());
    }

    /** What follows from an answer to this task. */
    static String consequence(PersonAnswer answer, Task task) {
        if (answer == PersonAnswer.AGAIN && isAboutTerms(task)) {
            return "Portolan tries this leg again, and accepts in our name the terms as they are now. The journal keeps who said so.";
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
            case "opened" -> "Opened";
            case "claimed" -> "Taken";
            case "taken-over" -> "Taken over from";
            case "released" -> "Given back by";
            case "assigned" -> "Given to";
            case "group-changed" -> "Given to the group";
            case "due-changed" -> "Due date set to";
            case "follow-up-set" -> "Put off until";
            case "follow-up-dropped" -> "No longer put off";
            case "commented" -> "Commented";
            case "attached" -> "File added:";
            case "talked" -> "Talked to the bank";
            case "written-to" -> "Letter sent to";
            case "completed" -> "Answered:";
            case "superseded" -> "No longer needed";
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
        return way.name().equals("CALL") ? "By telephone" : way.name().equals("MEETING") ? "In a meeting"
                : "By " + way.name().toLowerCase(Locale.ROOT);
    }
}
