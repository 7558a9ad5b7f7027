package io.portolan.playbook;

/** How long a leg waits and how often it looks; working days follow the calendar. */
public record Wait(
        @Doc(value = "How long the bank usually takes; a person is asked when it is over.",
                key = "for", example = "for: 10 business days") Span forUpTo,
        @Doc(value = "How often to look.", example = "look-every: 15 minutes") Span lookEvery,
        @Doc(value = "How often to remind the bank.", example = "remind-every: 5 business days") Span remindEvery,
        @Doc(value = "After how long what we wait with is no longer good, such as a mailed link.",
                example = "deadline: 72 hours") Span deadline,
        @Doc(value = "Whose working days count: TARGET, without its closing days, or an ISO 3166 country code, for which all weekdays count.", example = "calendar: TARGET")
                String calendar,
        @Doc(value = "Whom we wait for, where it is not the bank.", example = "waiting-for: other") WaitingFor waitingFor) {
}
