package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.Captures;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Leanings;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.playbook.Service;
import io.portolan.playbook.WaitingFor;
import io.portolan.refusal.Refused;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members of a hub wait for one onboarding there and take its result. */
class LeansOnAHubIT extends ScriptedStory {

    private static final String LEG = "registered-at-xx-basin-sandbox";
    private static final Function<LegRun, Outcome> PENDING = run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null);

    @Autowired Leanings leanings;
    @Autowired Registrations registrations;
    @Autowired Credentials credentials;
    @Autowired Captures captures;
    @Autowired AnswerForBank answerForBank;
    @Autowired WithdrawOnboarding withdrawOnboarding;
    @Autowired Journal journal;

    @Test
    void startsTheHubOnceForTwoMembersAndGivesBothWhatItBrings() throws Exception {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "hub-approval", PENDING);
        var members = bothAtOnce(tpp);
        members.forEach(member -> awaitStatus(member.id(), Status.WAITING_FOR_OTHER));

        assertThat(hubs(tpp)).hasSize(1);
        var hub = hubs(tpp).get(0);
        assertThat(members).allSatisfy(member -> assertThat(leanings.of(member.id())).singleElement().satisfies(leaning -> {
            assertThat(leaning.awaited()).isEqualTo(hub.id());
            assertThat(leaning.unit()).isEqualTo("xx-basin");
        }));
        assertThat(leg(members.get(0).id(), LEG).why()).contains(hub.id());
        assertThat(leanings.on(hub.id())).hasSize(2);
        awaitStatus(hub.id(), Status.WAITING_FOR_BANK);
        answerForBank.with(hub.id(), new AnswerForBank.Said(BankAnswer.Kind.APPROVED, Set.of(), null, null, null, null), "user:story");

        awaitStatus(hub.id(), Status.DONE);
        for (var member : members) {
            var done = awaitStatus(member.id(), Status.DONE);
            assertThat(captures.find(done.id(), LEG, "client-id").orElseThrow().value()).isEqualTo("value-of-client-id");
            assertThat(captures.find(done.id(), LEG, "hub-secret").orElseThrow().secret())
                    .isEqualTo(captures.latest(hub.id(), "client-secret").orElseThrow().secret());
            assertThat(credentials.of(done.registration())).extracting(Credential::name).contains("client-id");
        }
        assertThat(hubs(tpp)).hasSize(1);
    }

    @Test
    void takesARegistrationThatIsThereAlreadyWithoutStartingAnything() {
        var tpp = aTpp();
        var hub = awaitStatus(startAt(tpp, "xx-basin", "AIS").id(), Status.DONE);
        awaitStatus(startAt(tpp, "xx-basin-east", "AIS").id(), Status.DONE);
        assertThat(hubs(tpp)).extracting(Onboarding::id).containsExactly(hub.id());
    }

    @Test
    void asksAPersonWhereTheHubWasWithdrawnAndStartsItAnewOnTheirWord() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "hub-approval", PENDING);
        var member = startAt(tpp, "xx-basin-east", "AIS");
        awaitStatus(member.id(), Status.WAITING_FOR_OTHER);
        awaitStatus(hubs(tpp).get(0).id(), Status.WAITING_FOR_BANK);
        withdrawOnboarding.with(hubs(tpp).get(0).id(), "The hub is too dear.", "user:ada");

        var task = awaitTask(member.id());
        assertThat(task.question()).contains("withdrawn").contains("xx-basin");
        assertThat(task.detail()).isEqualTo("The hub is too dear.");
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:ada");

        awaitStatus(member.id(), Status.DONE);
        assertThat(hubs(tpp)).hasSize(2);
    }

    @Test
    void goesOnWithoutWhatTheHubHasRejectedTellsPeopleAndAsksForItAgainOnlyOnTheirWord() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "hub-approval", PENDING);
        var member = startAt(tpp, "xx-basin-east", "AIS", "PIS");
        awaitStatus(member.id(), Status.WAITING_FOR_OTHER);
        var hub = hubs(tpp).get(0);
        awaitStatus(hub.id(), Status.WAITING_FOR_BANK);
        say(hub.id(), BankAnswer.Kind.REJECTED, Service.PIS);
        say(hub.id(), BankAnswer.Kind.APPROVED, Service.AIS);

        var done = awaitStatus(member.id(), Status.DONE);
        assertThat(done.rejected()).containsExactly(Service.PIS);
        assertThat(registrations.find(done.registration()).orElseThrow().granted()).containsExactly(Service.AIS);
        assertThat(awaitTask(member.id()).question()).contains("PIS").contains("xx-basin, sandbox");
        assertThat(journal.of(member.id())).anySatisfy(entry -> assertThat(entry.act().name()).isEqualTo("services-rejected"));

        var payments = startAt(tpp, "xx-basin-west", "PIS");
        var task = awaitTask(payments.id());
        assertThat(task.question()).contains("none of the services").contains("Answer \"again\"");
        assertThat(hubs(tpp)).hasSize(1);
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:ada");
        awaitStatus(payments.id(), Status.DONE);
        assertThat(hubs(tpp)).hasSize(2);
        assertThat(registrations.find(hub.registration()).orElseThrow().granted()).containsExactlyInAnyOrder(Service.AIS, Service.PIS);
    }

    @Test
    void tellsThoseThatLeanOnARegistrationWhatBecomesOfIt() {
        var tpp = aTpp();
        var live = awaitStatus(startAt(tpp, "xx-basin-east", "AIS").id(), Status.DONE);
        ScriptedMeans.next(tpp, "activate", PENDING);
        var running = startAt(tpp, "xx-basin-west", "AIS");
        awaitStatus(running.id(), Status.WAITING_FOR_BANK);
        var hub = hubs(tpp).get(0);

        registrations.mark(hub.registration(), Registration.Standing.SUSPENDED, "The hub is closed for a week.", "user:ada");

        var task = awaitTask(running.id());
        assertThat(task.kind()).isEqualTo(Task.Kind.NOTICE);
        assertThat(task.question()).contains("xx-basin").contains("suspended");
        await().until(() -> journal.of(live.registration()).stream().anyMatch(entry -> entry.act().name().equals("leaned-on-changed")));
        assertThat(leanings.ofRegistration(live.registration())).singleElement().satisfies(leaning ->
                assertThat(leaning.note()).contains("suspended"));
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), "Seen."), "user:ada");
        assertThat(openTasks(running.id())).isEmpty();
    }

    @Test
    void refusesToStartWhereTheHubCannotStart() {
        var tpp = aTpp();
        assertThatThrownBy(() -> startAt(tpp, "xx-basin-east", "CAF")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("pre-flight-failed");
            assertThat(refused.getMessage()).contains("PSP_IC");
        });
    }

    private void say(String id, BankAnswer.Kind kind, Service service) {
        answerForBank.with(id, new AnswerForBank.Said(kind, Set.of(service), null, null, null, null), "user:story");
    }

    private List<Onboarding> bothAtOnce(String tpp) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Onboarding> east = () -> startAt(tpp, "xx-basin-east", "AIS");
            Callable<Onboarding> west = () -> startAt(tpp, "xx-basin-west", "AIS");
            return pool.invokeAll(List.of(east, west)).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            }).toList();
        } finally {
            pool.shutdown();
        }
    }

    private List<Onboarding> hubs(String tpp) {
        return onboardings.page(new Onboardings.Filter(tpp, "xx-basin", null, null), null, 10).items();
    }
}
