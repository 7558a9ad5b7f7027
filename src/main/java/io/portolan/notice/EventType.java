package io.portolan.notice;

import io.portolan.access.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be told of; the words are those of the triggers that tell. */
public enum EventType {
    /** Something became a person's to do. */
    TASK_OPENED("A task was opened."),
    /** Who has a task, by when it is due, or what is noted about it has changed. */
    TASK_CHANGED("A task has another assignee, group or date, or a comment, a talk with the bank or a file was added."),
    /** A task should have been done by now. */
    TASK_DUE("A task is due now and still open."),
    /** A task is done, or nobody needs it any more. */
    TASK_FINISHED("A task was finished, or is no longer needed (state superseded)."),
    /** A bank takes longer than it usually does or has promised. */
    WAIT_OVERRUN("A bank takes longer than usual (overdue), so long that somebody should talk to it (escalation), or has not kept a promise (promise-broken)."),
    /** A bank has rejected. */
    REJECTED("A bank has rejected what a leg asked for; a person decides how it goes on."),
    /** An onboarding has failed, or access no longer works. */
    FAILED("An onboarding has failed, or the access of a registration no longer works (degraded)."),
    /** A certificate, credential or portal account ends soon. */
    EXPIRY_NEAR("A certificate, credential or portal account ends within the days of portolan.notice.expiry-days."),
    /** A token of a machine ends soon. */
    TOKEN_EXPIRY_NEAR("A token of the API ends within the days of portolan.notice.expiry-days.", Role.ADMIN),
    /** A credential is new, or stands otherwise than before. */
    CREDENTIAL_CHANGED("A credential is new, has another expiry, or is usable, superseded, revoked or lost; its name is told, never its value."),
    /** A registration stands otherwise than before. */
    REGISTRATION_CHANGED("The standing, health or services of a registration have changed."),
    /** Calls at the bank have worked once more. */
    ACCESS_PROVEN("Calls at the bank have proven the access of a registration, at first or again."),
    /** A check of access has come further. */
    VERIFICATION_MOVED("A check of access has begun, has come to its next call, or is over."),
    /** A certificate of ours is new, has its key, or is used no more. */
    CERTIFICATE_CHANGED("A certificate of ours was taken in or retired."),
    /** An onboarding has begun, reached or done a leg, waits or goes on. */
    ONBOARDING_MOVED("An onboarding has begun, has reached or done a leg, waits, or goes on."),
    /** An onboarding is over. */
    ONBOARDING_FINISHED("An onboarding is over: done, rejected, withdrawn or failed."),
    /** A campaign has begun a bank, or stands otherwise. */
    CAMPAIGN_MOVED("A campaign has begun, skipped or refused a bank, or was paused, resumed or ended."),
    /** A playbook that is rehearsed has come further. */
    REHEARSAL_MOVED("A rehearsal of a playbook has begun, has tried further legs, or is over: clean, wrong or cut-off. It is of no TPP."),
    /** A mail has come. */
    MAIL_ARRIVED("A mail has arrived; what it says is not told."),
    /** A mail has found its home, or was filed. */
    MAIL_CHANGED("A mail was given to an onboarding, read or filed."),
    /** A second person is asked to agree. */
    APPROVAL_WANTED("A second person is asked to agree. By mail everybody is told but whoever has asked.", Role.APPROVER),
    /** What a second person was asked was decided, or came to nothing. */
    APPROVAL_DECIDED("What a second person was asked is approved or declined, or came to nothing: nobody has decided or used it in time (expired), or it has changed (void). By mail only whoever has asked is told."),
    /** A webhook gets nothing any more until somebody sees to it. */
    WEBHOOK_PAUSED("A webhook was paused after too many failures.", Role.ADMIN);

    private final String meaning;
    private final Role role;

    EventType(String meaning) {
        this(meaning, Role.VIEWER);
    }

    EventType(String meaning, Role role) {
        this.meaning = meaning;
        this.role = role;
    }

    /** The word for it in tables, calls and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** When it is told, as a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Who may hear of it: whoever has this role. */
    public Role role() {
        return role;
    }

    /** The type of this word; empty where there is none. */
    public static Optional<EventType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
