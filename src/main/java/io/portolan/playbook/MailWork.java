package io.portolan.playbook;

/** Work by mail: waiting for a mail of the bank and taking a link or a code from it. */
@Doc(value = "A mail of the bank is awaited and read.", example = "by: mail")
public record MailWork(
        @Doc(value = "What the expected mail looks like.", example = "expect: {from: no-reply@bank.example}")
                Expected expect) implements Work {

    /** How an expected mail is recognised; all that is given must fit. */
    public record Expected(
            @Doc(value = "The sender's address, or its domain with a leading @.", example = "from: '@bank.example'",
                    required = true) String from,
            @Doc(value = "What the subject contains.", example = "subject: Confirm your e-mail") String subject,
            @Doc(value = "What the text contains.", example = "text: developer portal") Template text) {
    }

    @Override
    public MeansName means() {
        return MeansName.MAIL;
    }
}
