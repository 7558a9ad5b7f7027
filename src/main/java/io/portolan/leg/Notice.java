package io.portolan.leg;

/**
 * Something that a person is to see to while a leg goes on waiting and looking.
 *
 * @param question what is asked, as a sentence
 */
public record Notice(Outcome.Reason reason, String question) {
}
