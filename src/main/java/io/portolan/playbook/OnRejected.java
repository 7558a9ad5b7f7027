package io.portolan.playbook;

/** What a rejection leads back to, once a person has decided to hand in again. */
public record OnRejected(
        @Doc(value = "The leg to begin again with.", example = "back-to: create-application") String backTo) {
}
