package io.portolan.rehearsal;

import io.portolan.certificate.Certificates;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.ConsentToAutomation;
import io.portolan.onboarding.Facts;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.playbook.Playbooks;
import io.portolan.tpp.Tpps;
import io.portolan.worklist.Worklist;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;

/** What of the application a rehearsal is played on. */
record Stage(Playbooks playbooks, Tpps tpps, Certificates certificates, Facts facts, StartOnboarding start, Onboardings onboardings, Worklist worklist,
        AnswerForBank bank, WithdrawOnboarding withdraw, ConsentToAutomation consent, Clock clock) {

    static Stage of(BeanFactory beans) {
        return new Stage(beans.getBean(Playbooks.class), beans.getBean(Tpps.class), beans.getBean(Certificates.class), beans.getBean(Facts.class),
                beans.getBean(StartOnboarding.class), beans.getBean(Onboardings.class), beans.getBean(Worklist.class), beans.getBean(AnswerForBank.class),
                beans.getBean(WithdrawOnboarding.class), beans.getBean(ConsentToAutomation.class), beans.getBean(Clock.class));
    }
}
