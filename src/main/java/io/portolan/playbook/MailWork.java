package io.portolan.playbook;

import java.util.List;

/** Work by mail: writing to the bank, and waiting for a mail of the bank that decides or brings what the leg needs. */
@Doc(value = "We write to the bank, or a mail of the bank is awaited and read.", example = "by: mail")
public record MailWork(
        @Doc(value = "The letter that we write; it is sent once.",
                example = "letter: {to: onboarding, subject: Registration, text: Please register us.}")
                Letter letter,
        @Doc(value = "What the expected mail looks like; the leg is done once it is there with what the leg captures.",
                example = "expect: {from: no-reply@bank.example}") Expected expect,
        @Doc(value = "How the bank's acknowledgements look, where it writes them in its own way.",
                example = "acknowledgement: {reference: 'Ticket (\\d+)'}") Acknowledgement acknowledgement) implements Work {

    /** A letter; what it says and holds is ours and never secret. */
    public record Letter(
            @Doc(value = "The role of a contact, or an address.", example = "to: onboarding", required = true) Template to,
            @Doc(value = "From which of our mailboxes, by its name, or from which of our addresses; without it, as the contact says,"
                    + " else from the TPP's first mailbox.", example = "from: psd2-desk") String from,
            @Doc(value = "The subject; our reference is put behind it.", example = "subject: 'Registration of {{tpp.legal-name}}'",
                    required = true) Template subject,
            @Doc(value = "The text.", example = "text: Please register us.", required = true) Template text,
            @Doc(value = "What goes with it: certificates, the logo, documents.",
                    example = "attach: ['{{certificate.qwac.chain-pem}}', '{{document.licence}}']", single = true)
                    List<Template> attach) {
    }

    /** How an expected mail is recognised; all that is given must fit. */
    public record Expected(
            @Doc(value = "The sender's address, or its domain with a leading @.", example = "from: '@bank.example'",
                    required = true) String from,
            @Doc(value = "What the subject contains.", example = "subject: Confirm your e-mail") String subject,
            @Doc(value = "What the text contains.", example = "text: developer portal") Template text) {
    }

    /** What is taken from an acknowledgement, which is never an answer. */
    public record Acknowledgement(
            @Doc(value = "What the subject contains of a mail that is none but an acknowledgement.",
                    example = "subject: We have received your request") String subject,
            @Doc(value = "The bank's reference: a regular expression with one group.", example = "reference: 'Ticket (TW-\\d+)'")
                    String reference,
            @Doc(value = "The day that the bank promises: a regular expression with one group.",
                    example = "promised: 'answer by (\\S+)'") String promised) {
    }

    /** Whether mails of the bank are read for this leg. */
    public boolean reads() {
        return letter != null || expect != null;
    }

    @Override
    public MeansName means() {
        return MeansName.MAIL;
    }
}
