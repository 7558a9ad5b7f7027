package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.MailWork;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Re: Registration [PTL-7F3K2QXM] | Your ticket number is TW-2026-0042.                  | TW-2026-0042",
        "[TW-77] Received                | We have received it.                                 | TW-77",
        "Received                        | Reference: #4711889                                  | 4711889",
        "Eingang                         | Vorgangsnummer: 2026/0815                            | 2026/0815",
        "Re: Registration [PTL-7F3K2QXM] | Thank you for your request. We will reply soon.      |",
    })
    void takesTheReferenceOfTheBankAndNotOurs(String subject, String text, String reference) {
        assertThat(Acknowledgements.reference(mail(subject, text), null).orElse(null)).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "You will hear from us by 2026-11-20.               | 2026-11-20T17:00:00Z",
        "Sie hören von uns bis 20.11.2026.                  | 2026-11-20T17:00:00Z",
        "We answer no later than Friday, 20 November 2026.  | 2026-11-20T17:00:00Z",
        "We reply within 3 business days.                   | 2026-11-05T10:00:00Z",
        "We reply within 48 hours.                          | 2026-11-04T10:00:00Z",
        "We reply within 2 to 5 days.                       | 2026-11-07T10:00:00Z",
        "We wrote to you by 2020-01-01.                     |",
        "We will answer.                                    |",
    })
    void takesThePromisedDay(String text, Instant promised) {
        assertThat(Acknowledgements.promised(mail("s", text), null).orElse(null)).isEqualTo(promised);
    }

    @Test
    void takesWhatThePlaybookSaysWhereABankWritesInItsOwnWay() {
        var work = new MailWork(null, null, new MailWork.Acknowledgement("your paper has come", "file (\\w+)", "answer on (\\S+)"));
        var mail = mail("Your paper has come", "It is in file kappa7; we answer on 2026-12-01.");
        assertThat(Acknowledgements.isOne(mail, work)).isTrue();
        assertThat(Acknowledgements.reference(mail, work)).contains("kappa7");
        assertThat(Acknowledgements.promised(mail, work)).contains(Instant.parse("2026-12-01T17:00:00Z"));
    }

    @Test
    void takesNoQuestionForAnAcknowledgement() {
        assertThat(Acknowledgements.seemsOne(mail("Re: x", "We have received your letter. Your ticket is TW-99."), null)).isTrue();
        assertThat(Acknowledgements.seemsOne(mail("Re: x", "We have received your letter, ticket TW-99. Which roles do you need?"), null)).isFalse();
    }

    private static Mail mail(String subject, String text) {
        return RawMails.read("From: a@bank.example", "Subject: " + subject, "Content-Type: text/plain; charset=utf-8", "", text);
    }
}
