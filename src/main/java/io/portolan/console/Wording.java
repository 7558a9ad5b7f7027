package io.portolan.console;

import static io.portolan.console.Messages.say;

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
            case WAITING_FOR_US -> say("wording.waiting-for-us");
            case WAITING_FOR_BANK -> say("wording.waiting-for-the-bank");
            case WAITING_FOR_OTHER -> say("wording.waiting-for-others");
            default -> sentence(status);
        };
    }

    /** What an onboarding waits for, or what it came to, as a sentence. */
    static String meaning(Onboarding.Status status) {
        return switch (status) {
            case SCHEDULED -> say("wording.it-will-start-by-itself");
            case RUNNING -> say("wording.portolan-is-working-on-it");
            case WAITING_FOR_US -> say("wording.somebody-of-us-has-to");
            case WAITING_FOR_BANK -> say("wording.the-bank-has-to-move");
            case WAITING_FOR_OTHER -> say("wording.a-hub-a-directory-or");
            case ON_HOLD -> say("wording.it-is-on-hold-until");
            case DONE -> say("wording.access-is-proven-by-a");
            case REJECTED -> say("wording.the-bank-has-rejected-and");
            case WITHDRAWN -> say("wording.it-was-withdrawn");
            case FAILED -> say("wording.it-ended-without-access");
        };
    }

    static String of(LegState state) {
        return switch (state) {
            case PENDING -> say("wording.not-reached");
            case READY -> say("wording.next");
            case RUNNING -> say("wording.working");
            case WAITING -> say("wording.waiting");
            case WITH_PERSON -> say("wording.with-a-person");
            case REJECTED -> say("wording.rejected");
            case DONE -> say("wording.done");
            case SKIPPED -> say("wording.not-needed");
            case STOPPED -> say("wording.stopped");
        };
    }

    static String of(MeansName means) {
        return switch (means) {
            case PORTAL -> say("wording.browser-on-the-portal");
            case API -> say("wording.api-call");
            case MAIL -> say("wording.mail");
            case OPERATOR -> say("wording.person");
            case DERIVE -> say("wording.computed");
            case REGISTRATION -> say("wording.registration-elsewhere");
        };
    }

    static String of(Stage stage) {
        return stage == null ? "" : switch (stage) {
            case SIGN_UP -> say("wording.sign-up");
            case SUBSCRIBE_APIS -> say("wording.subscribe-to-apis");
            default -> sentence(stage);
        };
    }

    static String of(WaitingFor waitingFor) {
        return switch (waitingFor) {
            case US -> say("wording.us");
            case BANK -> say("wording.the-bank");
            case OTHER -> say("wording.a-hub-directory-or-trust");
        };
    }

    /** What the button of an outcome says. */
    static String button(PersonAnswer answer) {
        return switch (answer) {
            case DONE -> say("wording.done");
            case ACCOUNT_EXISTS -> say("wording.we-have-an-account");
            case AGAIN -> say("wording.try-again");
            case HANDED_IN -> say("wording.handed-in-now-waiting");
            case REJECTED -> say("wording.the-bank-has-rejected");
            case NOT_NEEDED -> say("wording.not-needed");
            case GIVE_UP -> say("wording.give-up");
        };
    }

    /** What the button of an outcome says where it means something of its own for a sort of task. */
    static String button(PersonAnswer answer, Task.Kind kind) {
        if (kind == Task.Kind.REJECTION) {
            return answer == PersonAnswer.AGAIN ? say("wording.amended-hand-in-again")
                    : answer == PersonAnswer.REJECTED ? say("wording.let-it-stand") : button(answer);
        }
        if (kind == Task.Kind.WAIT && answer == PersonAnswer.HANDED_IN) {
            return say("wording.i-have-asked-the-bank");
        }
        return kind == Task.Kind.WAIT && answer == PersonAnswer.AGAIN ? say("wording.look-now") : button(answer);
    }

    /** What follows from an outcome that the task takes only with a note, since the bank may have acted already. */
    static String unseenConsequence() {
        return say("wording.the-request-is-made-again");
    }

    /** What follows from an outcome. */
    static String consequence(PersonAnswer answer, Task.Kind kind, boolean withFields) {
        if (kind == Task.Kind.REJECTION && answer == PersonAnswer.AGAIN) {
            return say("wording.what-the-bank-found-wrong");
        }
        if (kind == Task.Kind.REJECTION && answer == PersonAnswer.REJECTED) {
            return say("wording.the-rejection-stands-and-the");
        }
        if (kind == Task.Kind.CLEAN_UP) {
            return answer == PersonAnswer.DONE ? say("wording.what-is-listed-was-cleared")
                    : say("wording.nothing-has-to-be-cleared");
        }
        if (kind == Task.Kind.WAIT && answer == PersonAnswer.HANDED_IN) {
            return say("wording.the-bank-was-asked-portolan");
        }
        if (kind == Task.Kind.WAIT && answer == PersonAnswer.AGAIN) {
            return say("wording.portolan-looks-at-once-whether");
        }
        if (kind == Task.Kind.NOTICE) {
            return say("wording.you-have-seen-to-it");
        }
        return switch (answer) {
            case DONE -> withFields ? say("wording.i-did-it-by-hand")
                    : say("wording.i-did-it-by-hand-and");
            case ACCOUNT_EXISTS -> say("wording.nobody-has-to-sign-up");
            case AGAIN -> say("wording.portolan-tries-this-leg-again");
            case HANDED_IN -> say("wording.i-handed-it-in-at");
            case REJECTED -> say("wording.the-bank-has-said-no");
            case NOT_NEEDED -> say("wording.this-bank-does-not-ask");
            case GIVE_UP -> say("wording.the-onboarding-stops-for-good");
        };
    }

    static String joined(Collection<? extends Enum<?>> values) {
        return values == null ? "" : values.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** What was done, as the journal names it, in plain words. */
    static String act(String name) {
        return switch (name) {
            case "onboarding-done" -> say("wording.all-is-done");
            case "onboarding-started" -> say("wording.started");
            case "pre-flight-passed" -> say("wording.checked-before-starting");
            case "portal-account-made" -> say("wording.an-account-for-the-portal");
            case "intended" -> say("wording.written-down-before-acting");
            case "happened" -> say("wording.acted");
            case "averted" -> say("wording.it-did-not-happen");
            case "captured" -> say("wording.brought-back");
            case "answer-read" -> say("wording.the-answer-that-was-kept");
            case "leg-done" -> say("wording.done");
            case "leg-waits" -> say("wording.waits");
            case "person-needed" -> say("wording.a-person-is-needed");
            case "rejected-by-bank" -> say("wording.the-bank-has-rejected");
            case "person-answered" -> say("wording.a-person-has-answered");
            case "bank-answered" -> say("wording.the-bank-has-answered");
            case "bank-written-to" -> say("wording.a-letter-to-the-bank");
            case "cleaned-up" -> say("wording.cleaned-up-at-the-bank");
            case "secret-revealed", "credential-shown" -> say("wording.a-credential-was-shown");
            case "run-stopped" -> say("wording.this-run-was-stopped");
            case "access-not-controlled" -> say("wording.the-proof-counts-for-less");
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
                : actor.startsWith("client:") ? say("wording.client", actor.substring(7))
                : actor.startsWith("token:") ? say("wording.token", actor.substring(6))
                : "portolan".equals(actor) ? say("wording.portolan") : "bank".equals(actor) ? say("wording.the-bank-acts") : actor;
    }
}
