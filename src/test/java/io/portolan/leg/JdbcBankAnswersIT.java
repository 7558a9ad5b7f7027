package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JdbcBankAnswersIT {

    private final LegDatabase database = new LegDatabase();
    private final BankAnswers answers = new JdbcBankAnswers(database.jdbc);
    private final String onboarding = database.onboarding(LegDatabase.api("call"));

    private BankAnswer said(BankAnswer.Kind kind, String note) {
        return answers.keep(new BankAnswer(0, onboarding, kind, Set.of(Service.AIS), note, "REF-7", Instant.parse("2026-12-01T00:00:00Z"),
                Instant.parse("2026-12-02T00:00:00Z"), null, "user:test"));
    }

    @Test
    void keepsAllThatWasSaid() {
        var kept = said(BankAnswer.Kind.APPROVED, "Welcome.");
        assertThat(kept.id()).isPositive();
        assertThat(kept.at()).isNotNull();
        assertThat(answers.of(onboarding)).containsExactly(kept);
        assertThat(kept).usingRecursiveComparison().ignoringFields("id", "at").isEqualTo(new BankAnswer(0, onboarding,
                BankAnswer.Kind.APPROVED, Set.of(Service.AIS), "Welcome.", "REF-7", Instant.parse("2026-12-01T00:00:00Z"),
                Instant.parse("2026-12-02T00:00:00Z"), null, "user:test"));
    }

    @Test
    void givesWhatNobodyHasReadOldestFirst() {
        var first = said(BankAnswer.Kind.ACKNOWLEDGED, null);
        var second = said(BankAnswer.Kind.QUESTION, "Why?");
        assertThat(answers.unread(onboarding)).containsExactly(first, second);
        answers.read(first.id(), "call");
        assertThat(answers.unread(onboarding)).containsExactly(second);
        assertThat(answers.unread("another")).isEmpty();
    }

    @Test
    void leavesBehindWhatTheLegsOfAnEarlierRoundHaveNotRead() {
        var forAll = said(BankAnswer.Kind.REJECTED, "Too small.");
        var forOther = answers.keep(new BankAnswer(0, onboarding, BankAnswer.Kind.APPROVED, Set.of(), null, null, null, null, null, "user:test", "other"));
        assertThat(new AnswerReading(answers).leaveBehind(onboarding, Set.of("call"))).containsExactly(forAll);
        assertThat(answers.unread(onboarding)).containsExactly(forOther);
        assertThat(answers.of(onboarding)).containsExactly(forAll, forOther);
    }

    @Test
    void remembersTheLegThatReadItFirst() {
        var said = said(BankAnswer.Kind.QUESTION, "Why?");
        answers.read(said.id(), "call");
        answers.read(said.id(), "later");
        assertThat(database.jdbc.sql("select read_by_leg from bank_answers").query(String.class).single()).isEqualTo("call");
    }
}
