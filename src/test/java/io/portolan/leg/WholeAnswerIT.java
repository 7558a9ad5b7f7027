package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.vault.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a bank has answered lies whole in the vault for as long as a run may need it, and no longer. */
class WholeAnswerIT extends LegAtWork {

    private static void answered(LegRun run, String whole) {
        run.intend("POST bank.example/register");
        try (var answer = Secret.of(whole)) {
            run.keepAnswer(answer);
        }
    }

    private static Optional<String> kept(LegRun run) {
        return run.keptAnswer().map(answer -> answer.reveal(CharSequence::toString));
    }

    private void cutOffAfter(String whole) {
        work = run -> {
            answered(run, whole);
            throw new IllegalStateException("cut off");
        };
        assertThat(perform()).isEmpty();
    }

    @Test
    void isThereForTheRunAfterOneThatWasCutOffAndGoneWhenTheLegIsDone() {
        cutOffAfter("201 s3cret");
        work = run -> {
            assertThat(kept(run)).contains("201 s3cret");
            return new Outcome.Done("read");
        };

        assertThat(perform()).isPresent();

        assertThat(vault.names()).isEmpty();
        assertThat(captures.of(onboarding)).isEmpty();
    }

    @Test
    void isForgottenBeforeTheNextIntent() {
        cutOffAfter("201 s3cret");
        work = run -> {
            run.averted("A person had it made again.");
            run.intend("POST bank.example/register");
            assertThat(kept(run)).isEmpty();
            return new Outcome.Done("not asked");
        };

        assertThat(perform()).isPresent();
    }

    @Test
    void staysInTheVaultWhereTheLeaseIsLostWhileItIsKept() {
        work = run -> {
            run.intend("POST bank.example/register");
            database.jdbc.sql("update legs set holder = 'another'").update();
            try (var answer = Secret.of("201 s3cret")) {
                run.keepAnswer(answer);
            }
            run.happened();
            return new Outcome.Done("not asked");
        };

        assertThat(perform()).isEmpty();
        assertThat(vault.names()).hasSize(1);
    }
}
