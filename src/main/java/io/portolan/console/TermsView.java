package io.portolan.console;

/**
 * Terms that have changed, as the task about them shows both versions.
 *
 * @param before the id of the evidence that holds what was accepted, or null where only the playbook knows it
 * @param acceptedAt when that was
 * @param difference what differs, or null where the versions cannot be compared here
 * @param whyNot why they cannot be, as a sentence, or null
 */
record TermsView(Long before, TimeView acceptedAt, long now, TextDifference difference, String whyNot) {
}
