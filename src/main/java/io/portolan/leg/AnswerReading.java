package io.portolan.leg;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        return unreadFor(order).isPresent();
    }

    /** Whether this leg reads such an answer, which need not be kept yet. */
    public boolean reads(LegOrder order, BankAnswer answer) {
        return AnswerRule.isReadBy(order.leg(), answer);
    }

    /** Marks as read what a leg that is done has been waiting for, so that it decides no later leg. */
    public void readGoodNews(LegOrder order) {
        answers.unread(order.onboarding()).stream()
                .filter(answer -> AnswerRule.isGoodNews(answer) && AnswerRule.isReadBy(order.leg(), answer))
                .forEach(answer -> answers.read(answer.id(), order.leg().id()));
    }

    /** Marks as read all that nobody has read before these legs are begun anew, and gives it; an answer for another leg stays. */
    public List<BankAnswer> leaveBehind(String onboarding, Set<String> legs) {
        var left = answers.unread(onboarding).stream().filter(answer -> answer.leg() == null || legs.contains(answer.leg())).toList();
        left.forEach(answer -> answers.read(answer.id(), null));
        return left;
    }

    /** The oldest of them; one that is for a later leg does not hide those after it. */
    Optional<BankAnswer> unreadFor(LegOrder order) {
        return answers.unread(order.onboarding()).stream().filter(answer -> AnswerRule.isReadBy(order.leg(), answer)).findFirst();
    }
}
