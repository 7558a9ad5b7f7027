package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.SampleOrders;
import io.portolan.playbook.Template;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSignsTest {

    private static final String LEG = """
            - id: register
              stage: register-client
              title: Register by mail
              instruct: Write to them.
              by: mail
              letter: {to: psd2@bank.example, subject: Registration, text: Please.}
              done-when: [{text: approved}, {subject: activated}]
              rejected-when: {text: rejected}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Your request | You are  APPROVED.           | DONE",
        "Your request | It was disapproved.          | NONE",
        "Your request | It is pre-approved so far.   | NONE",
        "Activated    | Hello.                       | DONE",
        "Deactivated  | Hello.                       | NONE",
        "Your request | It is unrejected.            | NONE",
        "Your request | It was Rejected, sadly.      | REJECTED",
    })
    void readsTextAndSubjectAsWholeWordsInAnyCase(String subject, String text, MailSigns.Reading reading) {
        var leg = SampleOrders.of(SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper",
                "base-url: https://bank.example\nhosts: [bank.example]", LEG)), "register").leg();
        var mail = RawMails.read("From: psd2@bank.example", "Subject: " + subject, "Content-Type: text/plain; charset=utf-8", "", text);
        assertThat(new MailSigns(leg, Template::written).read(mail)).isEqualTo(reading);
    }
}
