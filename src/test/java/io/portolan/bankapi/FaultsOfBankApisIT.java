package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FaultsOfBankApisIT extends ApiLegs {

    @Test
    void asksAPersonWhereAnAnswerTakesTooLong() throws Exception {
        waitingForAnswers(Duration.ofMillis(300));
        var never = new CountDownLatch(1);
        bank.on("/register", came -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        });

        assertThat(reason(means.perform(run("register")))).isEqualTo(Reason.ANSWER_LOST);
        never.countDown();
    }

    @Test
    void sendsNothingToAHostThatThePlaybookDoesNotName() {
        var outcome = means.perform(run("ask-host").with("ask.register-url", "https://elsewhere.example/register"));

        assertThat(reason(outcome)).isEqualTo(Reason.MISSING_DATA);
        assertThat(((Outcome.NeedsPerson) outcome).question()).contains("elsewhere.example");
        assertThat(bank.came()).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        bank.on("/status", came -> new Goes(302, Map.of("Location", "https://localhost:" + bank.port() + "/other"), ""));

        assertThat(reason(means.perform(run("status")))).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(bank.came()).extracting(Came::path).containsExactly("/status");
    }

    @Test
    void readsNoMoreOfAnAnswerThanItsLimit() {
        bank.on("/status", came -> Goes.json(200, "x".repeat(2_000_000)));

        assertThat(means.perform(run("status"))).isInstanceOf(Outcome.Fault.class)
                .asString().contains("larger than we read");
    }

    @Test
    void saysWhereARedirectWouldLeadAndTakesNoSecretThere() {
        bank.on("/register", came -> new Goes(307, Map.of("Location", "https://elsewhere.example/register?access_token=t0k3n"), ""));
        var run = run("register");

        var outcome = means.perform(run);

        assertThat(((Outcome.NeedsPerson) outcome).question()).contains("sends us on to elsewhere.example", "Nothing was sent there");
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("t0k3n"));
    }

    @Test
    void breaksOffAnAnswerThatNeverEnds() {
        waitingForAnswers(Duration.ofMillis(800));
        bank.streams("/status", Map.of("Content-Type", "application/json"), out -> {
            while (true) {
                out.write('{');
                out.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        });

        assertThat(means.perform(run("status"))).isInstanceOf(Outcome.Fault.class).asString().contains("not answered to the end in time");
    }

    @Test
    void unpacksNoBomb() {
        bank.streams("/status", Map.of("Content-Encoding", "gzip"), out -> {
            try (var packed = new GZIPOutputStream(out)) {
                for (int i = 0; i < 50; i++) {
                    packed.write(new byte[1_000_000]);
                }
            }
        });

        assertThat(means.perform(run("status"))).isInstanceOf(Outcome.Fault.class).asString().contains("larger than we read");
    }

    @Test
    void unpacksAnAnswerThatNobodyAskedToPack() {
        bank.streams("/status", Map.of("Content-Encoding", "gzip"), out -> {
            try (var packed = new GZIPOutputStream(out)) {
                packed.write("{\"state\": \"ACTIVE\"}".getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThat(means.perform(run("status"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void saysThatAPageCameWhereJsonWasNeeded() {
        bank.on("/register", came -> new Goes(201, Map.of("Content-Type", "text/html"),
                "<html><style>p {color: red}</style><p>Welcome, <b>TPP</b>!</p></html>"));

        var outcome = (Outcome.NeedsPerson) means.perform(run("register"));

        assertThat(outcome.reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(outcome.question()).contains("lacks client-id, client-secret");
        assertThat(outcome.detail()).isEqualTo("It answered 201 Welcome, TPP !. That is not JSON but text/html.");
    }

    @Test
    void comesBackWhenTheBankAsksForIt() {
        bank.on("/status", came -> new Goes(429, Map.of("Retry-After", "90"), "{}"));
        assertThat(means.perform(run("status"))).isInstanceOfSatisfying(Outcome.Fault.class,
                fault -> assertThat(fault.pause()).isEqualTo(Duration.ofSeconds(90)));

        bank.on("/register", came -> new Goes(429, Map.of("Retry-After", "Fri, 20 Nov 2026 10:05:00 GMT"), "{}"));
        var run = run("register");
        assertThat(means.perform(run)).isInstanceOfSatisfying(Outcome.Fault.class,
                fault -> assertThat(fault.pause()).isEqualTo(Duration.ofMinutes(5)));
        assertThat(run.progress()).isEqualTo(Progress.NOTHING);
    }

    @Test
    void asksAPersonWhereTheBankPutsUsOffForLong() {
        bank.on("/status", came -> new Goes(503, Map.of("Retry-After", "86400"), "{}"));

        var outcome = (Outcome.NeedsPerson) means.perform(run("status"));

        assertThat(outcome.reason()).isEqualTo(Reason.OUTSIDE_FAULT);
        assertThat(outcome.question()).contains("2026-11-21T10:00:00Z");
    }

    @Test
    void neverSendsAgainWhatABrokenServerMayHaveTaken() {
        bank.on("/register", came -> Goes.json(502, "{}"));
        var run = run("register");

        assertThat(reason(means.perform(run))).isEqualTo(Reason.ANSWER_LOST);
        assertThat(run.progress()).isEqualTo(Progress.INTENDED);
        means.perform(run.again());
        assertThat(bank.came()).hasSize(1);
    }

    @Test
    void doesNotTrustAServerWhoseCertificateIsForAnotherHost() throws Exception {
        bank.close();
        bank = new FakeBankApi(AUTHORITY, AUTHORITY.qwac(DemoTpp.example()), false);
        var run = run("register");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class).asString().contains("do not trust");
        assertThat(run.progress()).isEqualTo(Progress.NOTHING);
        assertThat(bank.came()).isEmpty();
    }

    @Test
    void doesNotTrustAServerOfAnUnknownAuthority() throws Exception {
        bank.close();
        bank = new FakeBankApi(DemoAuthority.create("Foreign", Clock.systemUTC()), false);

        assertThat(means.perform(run("status"))).isInstanceOf(Outcome.Fault.class).asString().contains("do not trust");
        assertThat(bank.came()).isEmpty();
    }
}
