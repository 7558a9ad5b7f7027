package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bank has answered is shown as long as it is held for a leg that is not over, and the vault hears why before. */
class HeldAnswersIT extends LegAtWork {

    private final HeldAnswers held = new HeldAnswers(database.legs, vault);

    @BeforeEach
    void holdAnAnswer() {
        work = run -> {
            run.intend("POST bank.example/register");
            try (var answer = Secret.of("201\n\ns3cret")) {
                run.keepAnswer(answer);
            }
            return new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER, "It fits nothing.", null);
        };
        perform();
        is(LegState.WITH_PERSON);
    }

    private void is(LegState state) {
        database.legs.state(key, state);
    }

    private void refuses(String reason, String code) {
        assertThatThrownBy(() -> held.reveal(onboarding, "leg", reason, "user:ada")).isInstanceOf(Refused.class)
                .hasMessageNotContaining("s3cret").extracting(refusal -> ((Refused) refusal).code()).isEqualTo(code);
    }

    @Test
    void showsItForTheReasonThatIsGiven() {
        assertThat(held.isHeld(onboarding, "leg")).isTrue();
        try (var answer = held.reveal(onboarding, "leg", " To repair it. ", "user:ada")) {
            assertThat(answer.<String>reveal(CharSequence::toString)).isEqualTo("201\n\ns3cret");
        }
        assertThat(vault.revealed()).last().satisfies(purpose -> {
            assertThat(purpose.toPerson()).isTrue();
            assertThat(purpose.actor()).isEqualTo("user:ada");
            assertThat(purpose.reason()).isEqualTo("To repair it.");
            assertThat(purpose.chain()).isEqualTo(onboarding);
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", " ab "})
    void asksTheVaultForNothingWithoutAReason(String reason) {
        int before = vault.revealed().size();
        refuses(reason, "reason-required");
        assertThat(vault.revealed()).hasSize(before);
    }

    @ParameterizedTest
    @EnumSource(value = LegState.class, names = {"DONE", "SKIPPED", "STOPPED"})
    void showsNoneOfALegThatIsOver(LegState over) {
        is(over);
        assertThat(held.isHeld(onboarding, "leg")).isFalse();
        refuses("To repair it.", "answer-not-held");
    }

    @Test
    void showsNoneThatIsGone() {
        vault.forget(SecretName.of("onboarding", onboarding, "leg", "1", "answer.whole"));
        refuses("To repair it.", "answer-not-held");
    }

    @Test
    void showsNoneOfAnEarlierRound() {
        database.byWord.beginAnew(onboarding, List.of("leg"));
        is(LegState.WITH_PERSON);
        assertThat(held.isHeld(onboarding, "leg")).isFalse();
        refuses("To repair it.", "answer-not-held");
    }

    @Test
    void showsThatOfARoundThatIsOverUntilWhatItHasLeftIsGone() {
        database.byWord.beginAnew(onboarding, List.of("leg"));
        assertThat(held.isHeld(onboarding, "leg", 1)).isTrue();
        try (var answer = held.reveal(onboarding, "leg", 1, "To delete it there.", "user:ada")) {
            assertThat(answer.<String>reveal(CharSequence::toString)).isEqualTo("201\n\ns3cret");
        }
        held.forget(onboarding, "leg", 1);
        assertThat(held.isHeld(onboarding, "leg", 1)).isFalse();
        assertThatThrownBy(() -> held.reveal(onboarding, "leg", 1, "To delete it there.", "user:ada")).isInstanceOf(Refused.class)
                .extracting(refusal -> ((Refused) refusal).code()).isEqualTo("answer-not-held");
    }

    @Test
    void knowsOfNoneWhereThereIsNoSuchLeg() {
        assertThat(held.isHeld(onboarding, "another")).isFalse();
        assertThatThrownBy(() -> held.reveal(onboarding, "another", "To repair it.", "user:ada")).isInstanceOf(Refused.class);
    }
}
