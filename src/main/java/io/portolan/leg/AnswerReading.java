package io.portolan.leg;

import org.springframework.stereotype.Component;

/** Says whether the bank has said something that a leg has still to read. */
@Component
public class AnswerReading {

    private final BankAnswers answers;

    AnswerReading(BankAnswers answers) {
        this.answers = answers;
    }

    /** Whether an answer is kept that no look has read and that this leg is to read. */
    public boolean isUnreadFor(LegOrder order) {
        return answers.unread(order.onboarding()).filter(answer -> AnswerRule.isReadBy(order.leg(), answer)).isPresent();
    }
}
