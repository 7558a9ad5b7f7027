package io.portolan.console;

import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Stage;
import io.portolan.playbook.WaitingFor;
import io.portolan.worklist.Task;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the console says in plain words what the code has as enumerations. */
final class Wording {

    private static final Pattern ABBREVIATION = Pattern.compile("\\b(api|url|uri|id|pem|tls|tpp|ok)\\b");

    private Wording() {
    }

    /** The word of an enumeration as an address or a style sheet has it. */
    static String word(Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Any kebab-case word or constant as the beginning of a sentence. */
    static String sentence(String word) {
        if (word == null || word.isBlank()) {
            return "";
        }
        var plain = ABBREVIATION.matcher(word.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT))
                .replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    static String sentence(Enum<?> value) {
        return value == null ? "" : sentence(value.name());
    }

    static String certificate(CertificateKind kind) {
        return kind == CertificateKind.QSEALC ? "QSealC" : kind.name();
    }

    static String of(Onboarding.Status status) {
        return switch (status) {
            case WAITING_FOR_US -> "Waiting for us";
            case WAITING_FOR_BANK -> "Waiting for the bank";
            case WAITING_FOR_OTHER -> "Waiting for others";
            default -> sentence(status);
        };
    }

    /** What an onboarding waits for, or what it came to, as a sentence. */
    static String meaning(Onboarding.Status status) {
        return switch (status) {
            case SCHEDULED -> "It will start by itself.";
            case RUNNING -> "Portolan is working on it.";
            case WAITING_FOR_US -> "Somebody of us has to do something; see the open task.";
            case WAITING_FOR_BANK -> "The bank has to move. Portolan looks again by itself.";
            case WAITING_FOR_OTHER -> "A hub, a directory or a trust service provider has to move.";
            case ON_HOLD -> "It is on hold until somebody lets it go on.";
            case DONE -> "Access is proven by a call at the bank's API.";
            case REJECTED -> "The bank has rejected, and it was left at that.";
            case WITHDRAWN -> "It was withdrawn.";
            case FAILED -> "It ended without access.";
        };
    }

    static String of(LegState state) {
        return switch (state) {
            case PENDING -> "Not reached";
            case READY -> "Next";
            case RUNNING -> "Working";
            case WAITING -> "Waiting";
            case WITH_PERSON -> "With a person";
            case REJECTED -> "Rejected";
            case DONE -> "Done";
            case SKIPPED -> "Not needed";
            case STOPPED -> "Stopped";
        };
    }

    static String of(MeansName means) {
        return switch (means) {
            case PORTAL -> "Browser on the portal";
            case API -> "API call";
            case MAIL -> "Mail";
            case OPERATOR -> "Person";
            case DERIVE -> "Computed";
            case REGISTRATION -> "Registration elsewhere";
        };
    }

    static String of(Stage stage) {
        return stage == null ? "" : switch (stage) {
            case SIGN_UP -> "Sign-up";
            case SUBSCRIBE_APIS -> "Subscribe to APIs";
            default -> sentence(stage);
        };
    }

    static String of(WaitingFor waitingFor) {
        return switch (waitingFor) {
            case US -> "us";
            case BANK -> "the bank";
            case OTHER -> "a hub, directory or trust service provider";
        };
    }

    /** What the button of an outcome says. */
    static String button(PersonAnswer answer) {
        return switch (answer) {
            case DONE -> "Done";
            case ACCOUNT_EXISTS -> "We have an account";
            case AGAIN -> "Try again";
            case HANDED_IN -> "Handed in, now waiting";
            case REJECTED -> "The bank has rejected";
            case NOT_NEEDED -> "Not needed";
            case GIVE_UP -> "Give up";
        };
    }

    /** What the button of an outcome says where it means something of its own for a sort of task. */
    static String button(PersonAnswer answer, Task.Kind kind) {
        if (kind == Task.Kind.REJECTION) {
            return answer == PersonAnswer.AGAIN ? "Amended, hand in again"
                    : answer == PersonAnswer.REJECTED ? "Let it stand" : button(answer);
        }
        if (kind == Task.Kind.WAIT && answer == PersonAnswer.HANDED_IN) {
            return "I have asked the bank, it goes on waiting";
        }
        return kind == Task.Kind.WAIT && answer == PersonAnswer.AGAIN ? "Look now" : button(answer);
    }

    /** What follows from an outcome that the task takes only with a note, since the bank may have acted already. */
    static String unseenConsequence() {
        return "The request is made again; the bank may then have two. The note above must say how it is known that the bank has not acted,"
                + " or what it said when it was asked.";
    }

    /** What follows from an outcome. */
    static String consequence(PersonAnswer answer, Task.Kind kind, boolean withFields) {
        if (kind == Task.Kind.REJECTION && answer == PersonAnswer.AGAIN) {
            return "What the bank found wrong was put right. The onboarding begins again at the leg that was named, or at the one chosen above.";
        }
        if (kind == Task.Kind.REJECTION && answer == PersonAnswer.REJECTED) {
            return "The rejection stands, and the onboarding ends as rejected.";
        }
        if (kind == Task.Kind.CLEAN_UP) {
            return answer == PersonAnswer.DONE ? "What is listed was cleared up at the bank, and nothing is left to do."
                    : "Nothing has to be cleared up, and the task is closed.";
        }
        if (kind == Task.Kind.WAIT && answer == PersonAnswer.HANDED_IN) {
            return "The bank was asked. Portolan goes on waiting and looking, and the next reminder is due as long from now.";
        }
        if (kind == Task.Kind.WAIT && answer == PersonAnswer.AGAIN) {
            return "Portolan looks at once whether the bank has moved.";
        }
        if (kind == Task.Kind.NOTICE) {
            return "You have seen to it, and the task is closed.";
        }
        return switch (answer) {
            case DONE -> withFields ? "I did it by hand. The values above are kept, and the onboarding goes on with the next leg."
                    : "I did it by hand, and the onboarding goes on with the next leg.";
            case ACCOUNT_EXISTS -> "Nobody has to sign up. The account is used from here on, what is left of signing up is passed by, and the onboarding goes on.";
            case AGAIN -> "Portolan tries this leg again, and looks first at what is there already.";
            case HANDED_IN -> "I handed it in at the bank. Portolan waits for the bank and looks again by itself.";
            case REJECTED -> "The bank has said no. You will be asked whether to change something, go back, or stop.";
            case NOT_NEEDED -> "This bank does not ask it of us. The leg is left out, and the onboarding goes on.";
            case GIVE_UP -> "The onboarding stops for good. What exists at the bank stays there, and a task lists it.";
        };
    }

    static String joined(Collection<? extends Enum<?>> values) {
        return values == null ? "" : values.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** What was done, as the journal names it, in plain words. */
    static String act(String name) {
        return switch (name) {
            case "onboarding-done" -> "All is done";
            case "onboarding-started" -> "Started";
            case "pre-flight-passed" -> "Checked before starting";
            case "portal-account-made" -> "An account for the portal was made up";
            case "intended" -> "Written down before acting";
            case "happened" -> "Acted";
            case "averted" -> "It did not happen";
            case "captured" -> "Brought back";
            case "answer-read" -> "The answer that was kept is read";
            case "leg-done" -> "Done";
            case "leg-waits" -> "Waits";
            case "person-needed" -> "A person is needed";
            case "rejected-by-bank" -> "The bank has rejected";
            case "person-answered" -> "A person has answered";
            case "bank-answered" -> "The bank has answered";
            case "bank-written-to" -> "A letter to the bank";
            case "cleaned-up" -> "Cleaned up at the bank";
            case "secret-revealed", "credential-shown" -> "A credential was shown";
            case "run-stopped" -> "This run was stopped";
            case "access-not-controlled" -> "The proof counts for less";
            default -> sentence(name);
        };
    }

    /** Who did something, without the sort of actor where it is plain. */
    static String actor(String actor) {
        if (actor == null) {
            return "";
        }
        if (actor.startsWith("user:") && actor.indexOf('#') > 0) {
            // of a provider: the name alone, as people know them
            return actor.substring(actor.indexOf('#') + 1);
        }
        return actor.startsWith("user:") ? actor.substring(5)
                : actor.startsWith("client:") ? "client " + actor.substring(7)
                : actor.startsWith("token:") ? "token " + actor.substring(6)
                : "portolan".equals(actor) ? "Portolan" : "bank".equals(actor) ? "The bank" : actor;
    }
}
