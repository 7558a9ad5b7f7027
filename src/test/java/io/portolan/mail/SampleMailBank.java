package io.portolan.mail;

import io.portolan.leg.LegOrder;
import io.portolan.leg.LegState;
import io.portolan.leg.RunningOnboardings.Ahead;
import io.portolan.leg.RunningOnboardings.Running;
import io.portolan.leg.SampleOrders;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** A bank that works by mail, and onboardings at it. */
final class SampleMailBank {

    private SampleMailBank() { }

    /** Its playbook: a letter with an answer that holds client id and secret, then a mail with a link. */
    static Playbook playbook(String bank) {
        var domain = bank.substring(3) + ".example";
        return SampleOrders.playbook(bank, SampleOrders.yaml(bank, """
                base-url: https://api.%1$s
                hosts: [api.%1$s]""".formatted(domain), """
                - id: register
                  stage: register-client
                  title: Register by mail
                  instruct: Write to them.
                  by: mail
                  letter:
                    to: psd2@%1$s
                    subject: Registration of {{tpp.legal-name}}
                    text: |
                      Dear colleagues, please register {{tpp.legal-name}}.
                    attach: ['{{certificate.qwac.pem}}', '{{document.licence}}']
                  done-when: {text: You are registered}
                  rejected-when: {text: we cannot register you}
                  wait-when: {text: is being checked}
                  ask-when: {text: we have a question}
                  wait: {for: 10 business days, calendar: TARGET}
                  captures:
                    client-id: {from: 'code:Client ID: (\\S+)'}
                    client-secret: {from: 'code:Client secret: (\\S+)', secret: true}
                    terms: {from: 'attachment:\\.pdf$', type: file, optional: true, credential: other}
                - id: read-mail
                  stage: sign-up
                  title: Read the mail
                  instruct: Read it.
                  by: mail
                  expect: {from: no-reply@%1$s, subject: confirm your e-mail}
                  captures: {link: {from: 'link:/confirm\\?token=', secret: true, type: url}}
                - {id: write, stage: sign-up, title: Write, instruct: Write to them., by: mail}
                - id: tell
                  stage: sign-up
                  title: Tell them
                  instruct: Tell them.
                  by: mail
                  letter: {to: psd2@%1$s, subject: For your information, text: We go live.}
                - id: open-link
                  stage: sign-up
                  title: Open the link
                  instruct: Open it.
                  by: portal
                  repeat: safe
                  signed-in: false
                  steps: [{open: '{{captured.link}}'}]
                """.formatted(domain)));
    }

    static LegOrder order(String onboarding, String bank, String leg, Instant startedAt) {
        var order = SampleOrders.of(playbook(bank), leg, EnumSet.allOf(Service.class), startedAt);
        return new LegOrder(onboarding, "demo-tpp", order.playbook(), order.environmentName(), order.route(), order.leg(), null, "main",
                order.services(), startedAt);
    }

    /** An onboarding at its first leg. */
    static Running running(String onboarding, String bank, LegState state) {
        return new Running(onboarding, "demo-tpp", List.of(new Ahead(order(onboarding, bank, "register", SampleOrders.STARTED), state)));
    }

    /** An onboarding at xx-paper that waits for the mail with the link. */
    static Running expecting(String onboarding) {
        return new Running(onboarding, "demo-tpp", List.of(new Ahead(order(onboarding, "xx-paper", "read-mail", SampleOrders.STARTED), LegState.WAITING)));
    }
}
