package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.journal.Journal;
import io.portolan.leg.Captures;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WithdrawsIT extends ScriptedStory {

    @Autowired WithdrawOnboarding withdrawOnboarding;
    @Autowired Registrations registrations;
    @Autowired Journal journal;
    @Autowired Captures captures;
    @Autowired Vault vault;

    @Test
    void stopsARunningLegBeforeItDoesAnythingThatCannotBeTakenBack() throws Exception {
        var tpp = aTpp();
        var running = new CountDownLatch(1);
        var withdrawn = new CountDownLatch(1);
        var clicked = new AtomicBoolean();
        var thrown = new AtomicReference<RuntimeException>();
        ScriptedMeans.next(tpp, "create-application", run -> {
            running.countDown();
            await().until(() -> withdrawn.getCount() == 0);
            try {
                run.intend("click the button \"Create\"");
                clicked.set(true);
            } catch (LegRun.LeaseLost lost) {
                thrown.set(lost);
                throw lost;
            }
            return ScriptedMeans.asAsked(run);
        });
        var started = start(tpp, "AIS");
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

        var result = withdrawOnboarding.with(started.id(), "The bank is no longer wanted.", "user:ada");
        withdrawn.countDown();

        assertThat(result.onboarding().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(result.existsAtBank()).isEmpty();
        await().until(() -> thrown.get() != null);
        assertThat(clicked).isFalse();
        await().until(() -> journal.of(started.id()).stream().anyMatch(entry -> entry.act().name().equals("run-stopped")));
        assertThat(leg(started.id(), "create-application").state()).isEqualTo(LegState.STOPPED);
        assertThat(registrations.find(started.registration()).orElseThrow().standing()).isEqualTo(Registration.Standing.WITHDRAWN);
    }

    @Test
    void keepsAResultThatComesTooLateAndAsksForACleanUp() throws Exception {
        var tpp = aTpp();
        var handedIn = new CountDownLatch(1);
        var withdrawn = new CountDownLatch(1);
        ScriptedMeans.next(tpp, "create-application", run -> {
            run.intend("click the button \"Create\"");
            run.happened();
            handedIn.countDown();
            await().until(() -> withdrawn.getCount() == 0);
            return ScriptedMeans.asAsked(run);
        });
        var started = start(tpp, "AIS");
        assertThat(handedIn.await(20, TimeUnit.SECONDS)).isTrue();

        var result = withdrawOnboarding.with(started.id(), "No longer wanted.", "user:ada");
        withdrawn.countDown();

        assertThat(result.existsAtBank()).containsExactly("Create the application (handed in)");
        await().until(() -> openTasks(started.id()).size() == 2);
        assertThat(openTasks(started.id())).extracting(Task::kind).containsOnly(Task.Kind.CLEAN_UP);
        assertThat(journal.of(started.id())).extracting(entry -> entry.act().name()).contains("leg-done");
        openTasks(started.id()).forEach(task -> worklist.complete(task.id(),
                new Worklist.Completion(PersonAnswer.DONE, Map.of(), "deleted in the portal"), "user:ada"));
        assertThat(openTasks(started.id())).isEmpty();
    }

    @Test
    void keepsTheSecretThatAClickBringsWhichWasUnderWay() throws Exception {
        var tpp = aTpp();
        var clicked = new CountDownLatch(1);
        var withdrawn = new CountDownLatch(1);
        ScriptedMeans.next(tpp, "create-application", run -> {
            run.intend("click the button \"Create\"");
            clicked.countDown();
            await().until(() -> withdrawn.getCount() == 0);
            run.happened();
            try (var secret = Secret.of("shown-once-by-a-slow-bank")) {
                run.keepSecret("client-secret", secret, null);
            }
            return new Outcome.Done("seen");
        });
        var id = start(tpp, "AIS").id();
        assertThat(clicked.await(20, TimeUnit.SECONDS)).isTrue();

        var result = withdrawOnboarding.with(id, "No longer wanted.", "user:ada");
        withdrawn.countDown();

        assertThat(result.existsAtBank()).containsExactly("Create the application (begun; it may exist)");
        await().until(() -> openTasks(id).size() == 2);
        assertThat(openTasks(id)).extracting(Task::kind).containsOnly(Task.Kind.CLEAN_UP);
        assertThat(captures.secretsOfAllRounds(id)).singleElement().satisfies(kept -> assertThat(vault.holds(kept.secret())).isTrue());
        assertThat(journal.of(id)).extracting(entry -> entry.act().name()).contains("happened", "captured", "leg-done").doesNotContain("run-stopped");
    }

    @Test
    void supersedesTheOpenTask() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", run -> new Outcome.NeedsPerson(
                Outcome.Reason.CAPTCHA, "A captcha.", null));
        var id = start(tpp, "AIS").id();
        var task = awaitTask(id);
        withdrawOnboarding.with(id, "No longer wanted.", "user:ada");
        assertThat(worklist.find(task.id()).orElseThrow().state()).isEqualTo(Task.State.SUPERSEDED);
    }
}
