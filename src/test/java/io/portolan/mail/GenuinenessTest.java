package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.SampleOrders;
import io.portolan.playbook.Playbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what our own mail server says for the bank's domain proves anything. */
class GenuinenessTest {

    private static final String SERVER = "mx.tpp.example";
    private static final Playbook PLAYBOOK = SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", """
            base-url: https://developer.bank.example
            hosts: [developer.bank.example, developer.neighbour.example, 'bank.azurewebsites.net:8443']""", """
            - {id: write, stage: sign-up, title: Write, instruct: Write., by: mail, letter: {to: psd2@bank.example, subject: S, text: T}}
            """));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a@mail.bank.example | mx.tpp.example; dkim=pass header.d=mail.bank.example                                     | true",
        "a@mail.bank.example | mx.tpp.example; dkim=pass header.d=bank.example                                          | true",
        "a@bank.example      | mx.tpp.example; spf=pass smtp.mailfrom=bounces@mail.bank.example                         | true",
        "a@bank.example      | mx.tpp.example 1; spf=fail smtp.mailfrom=bank.example; dkim=pass (2048-bit; key) header.i=@bank.example header.s=s1 | true",
        "a@BANK.example      | MX.tpp.example; dkim=pass header.d=Bank.Example                                          | true",
        "a@bank.example      | mx.tpp.example; dkim=fail header.d=bank.example                                          | false",
        "a@bank.example      | mx.tpp.example; none                                                                     | false",
        "a@bank.example      |                                                                                          | false",
        "a@bank.example      | mx.evil.example; dkim=pass header.d=bank.example                                         | false",
        "a@bank.example      | mx.tpp.example.evil; dkim=pass header.d=bank.example                                     | false",
        "a@bank.example      | mx.tpp.example; dkim=pass header.d=evil.example                                          | false",
        "a@bank.example      | mx.tpp.example; dkim=pass header.d=evilbank.example                                      | false",
        "a@bank.example      | mx.tpp.example; dkim=pass header.d=example                                               | false",
        "a@bank.example      | mx.tpp.example; spf=pass smtp.helo=bank.example                                          | false",
        "a@bank.example      | mx.tpp.example; dkim=fail (dkim=pass header.d=bank.example) header.d=x.example           | false",
        "a@bank.example      | mx.tpp.example; dkim=fail reason=\"; dkim=pass header.d=bank.example\" header.d=x.example | false",
        "a@bank.example      | mx.tpp.example; dkim=passed header.d=bank.example                                        | false",
        "a@evil.example      | mx.tpp.example; dkim=pass header.d=evil.example                                          | false",
        "a@mail.bank.example | mx.tpp.example; dkim=pass header.d=evil.bank.example.evil                                 | false",
        "a@evil.azurewebsites.net | mx.tpp.example; dkim=pass header.d=evil.azurewebsites.net                            | false",
        "a@azurewebsites.net | mx.tpp.example; dkim=pass header.d=azurewebsites.net                                      | false",
        "a@neighbour.example | mx.tpp.example; dkim=pass header.d=neighbour.example                                      | false",
        "a@bank.azurewebsites.net | mx.tpp.example; dkim=pass header.d=bank.azurewebsites.net                            | true",
        "a@bank.azurewebsites.net | mx.tpp.example; spf=pass smtp.mailfrom=evil@azurewebsites.net                        | false",
        "a@evil.bank.azurewebsites.net | mx.tpp.example; dkim=pass header.d=evil.bank.azurewebsites.net                  | false",
    })
    void believesOurServerAloneAndOnlyForTheBanksDomain(String from, String results, boolean proven) {
        var mail = RawMails.read("Authentication-Results: " + (results == null ? "" : results), "From: Bank <" + from + ">", "Subject: s", "", "x");
        assertThat(Genuineness.of(mail, SERVER, PLAYBOOK)).satisfies(judged -> assertThat(judged.proven()).as(judged.why()).isEqualTo(proven));
    }

    @Test
    void knowsTheSenderOfAMailThatAPortalSends() {
        var playbook = SampleOrders.playbook("xx-code", SampleOrders.yaml("xx-code", "hosts: [portal.host.example]", """
                - id: sign-up
                  stage: sign-up
                  title: Sign up
                  by: portal
                  repeat: safe
                  signed-in: false
                  steps: [{read-mail: {from: '@bank.example', take: 'code:(\\d+)', as: code}}, {fill: {label: Code, with: '{{captured.code}}'}}]
                  captures: {code: {secret: true}}
                """));
        var mail = RawMails.read("Authentication-Results: mx.tpp.example; dkim=pass header.d=bank.example", "From: Bank <a@bank.example>", "Subject: s", "", "x");
        assertThat(Genuineness.of(mail, SERVER, playbook).proven()).isTrue();
    }

    @Test
    void believesTheTopmostResultOnlySinceWhatStandsBelowCameWithTheMail() {
        var forged = RawMails.read("Authentication-Results: mx.tpp.example; dkim=fail header.d=bank.example",
                "Authentication-Results: mx.tpp.example; dkim=pass header.d=bank.example", "From: a@bank.example", "Subject: s", "", "x");
        assertThat(Genuineness.of(forged, SERVER, PLAYBOOK).proven()).isFalse();
    }

    @Test
    void believesNothingWhereOurServerAddsNoResults() {
        var mail = RawMails.read("Authentication-Results: mx.tpp.example; dkim=pass header.d=bank.example", "From: a@bank.example", "Subject: s", "", "x");
        assertThat(Genuineness.of(mail, null, PLAYBOOK).proven()).isFalse();
    }
}
