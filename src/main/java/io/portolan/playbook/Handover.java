package io.portolan.playbook;

/** To whom a leg is handed over when a person is needed, and how long that person has; either may be null. */
public record Handover(
        @Doc(value = "Which of our people a task of this leg is for, by a word of our own such as operations, legal or technical.",
                example = "group: legal") String group,
        @Doc(value = "How long a person has for a task of this leg.", example = "due: 2 business days") Span due) {
}
