package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.journal.Journal;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registrations;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a bank has granted, as far as it can be read; what cannot be read is asked of a person. */
class ReadsGrantsIT extends ScriptedStory {

    @Autowired Registrations registrations;
    @Autowired Journal journal;
    @Autowired Playbooks playbooks;

    @Test
    void readsWhatTheBankHasGrantedFromWhatALegBringsBack() {
        var tpp = aTpp();
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        ScriptedMeans.next(tpp, "enrolment", run -> {
            assertThat(run.order().leg().signs().doneWhen()).hasSize(2);
            run.keep("granted", "ais", null);
            run.keep("effective-from", tomorrow.toString(), null);
            run.keep("reason", "No licence for payments.", null);
            return new Outcome.Done("Enrolled");
        });

        var done = awaitStatus(startAt(tpp, "xx-weir", "AIS", "PIS").id(), Status.DONE);

        assertThat(done.rejected()).containsExactly(Service.PIS);
        assertThat(ScriptedMeans.runs(tpp, "payments-key")).isZero();
        var registration = registrations.find(done.registration()).orElseThrow();
        assertThat(registration.granted()).containsExactly(Service.AIS);
        assertThat(registration.effectiveFrom()).isEqualTo(tomorrow);
        assertThat(awaitTask(done.id()).question()).contains("PIS").contains("No licence for payments.");
        ScriptedMeans.next(tpp, "enrolment", run -> {
            assertThat(run.order().leg().signs().doneWhen()).singleElement().satisfies(sign -> assertThat(sign.json()).containsKey("/pis"));
            run.keep("granted", "AIS PIS", null);
            return new Outcome.Done("Enrolled");
        });
        awaitStatus(startAt(tpp, "xx-weir", "PIS").id(), Status.DONE);
        assertThat(registrations.find(done.registration()).orElseThrow().granted()).containsExactlyInAnyOrder(Service.AIS, Service.PIS);
    }

    @Test
    void leavesItToAPersonWhatTheBankMeansToHaveGranted() {
        var tpp = aTpp();
        brings(tpp, "Accounts");
        var id = startAt(tpp, "xx-weir", "AIS", "PIS").id();

        var task = awaitTask(id);
        assertThat(task.question()).contains("cannot be read").contains("Accounts");
        assertThat(task.fields()).extracting(Task.Field::name).contains("granted");
        assertThatThrownBy(() -> complete(task, "Payments")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("granted-services-unreadable"));
        complete(task, "AIS");

        var done = awaitStatus(id, Status.DONE);
        assertThat(done.rejected()).containsExactly(Service.PIS);
        assertThat(ScriptedMeans.runs(tpp, "payments-key")).isZero();
        assertThat(registrations.find(done.registration()).orElseThrow().granted()).containsExactly(Service.AIS);
    }

    @Test
    void asksAPersonFromWhenItCountsWhereTheBankSaysItUnreadably() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "enrolment", run -> {
            run.keep("granted", "AIS PIS", null);
            run.keep("effective-from", "next Tuesday", null);
            return new Outcome.Done("Enrolled");
        });
        var id = startAt(tpp, "xx-weir", "AIS", "PIS").id();
        var task = awaitTask(id);
        assertThat(task.question()).contains("cannot be read").contains("next Tuesday");
        assertThat(task.fields()).extracting(Task.Field::name).contains("effective-from").doesNotContain("granted");
        assertThatThrownBy(() -> worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("effective-from", "soon"), null), "user:ada"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("effective-from-unreadable"));
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("effective-from", "2031-05-06"), null), "user:ada");
        var registration = awaitStatus(id, Status.DONE).registration();
        assertThat(registrations.find(registration).orElseThrow().effective()).isEmpty();
    }

    @Test
    void isRejectedWhereTheBankHasGrantedNone() {
        var tpp = aTpp();
        brings(tpp, "none");
        var task = awaitTask(startAt(tpp, "xx-weir", "AIS", "PIS").id());
        assertThat(task.kind()).isEqualTo(Task.Kind.REJECTION);
        assertThat(task.question()).contains("granted none");
    }

    @Test
    void takesALegForOneServiceToSayNothingOfTheOthers() throws IOException {
        putPlaybook("xx-weir-accounts", Files.readString(Path.of("src/test/resources/stories/xx-weir.yaml"))
                .replace("xx-weir", "xx-weir-accounts").replace("title: Enrol\n", "title: Enrol\n            only-for: [AIS]\n")
                .replace("              - { status: 200, json: { /pis: GRANTED }, only-for: [PIS] }\n", "").replace(", only-for: [AIS] }", " }"));
        playbooks.reload();
        var tpp = aTpp();
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        ScriptedMeans.next(tpp, "enrolment", run -> {
            run.keep("granted", "AIS", null);
            run.keep("effective-from", tomorrow.toString(), null);
            return new Outcome.Done("Enrolled");
        });

        var done = awaitStatus(startAt(tpp, "xx-weir-accounts", "AIS", "PIS").id(), Status.DONE);

        assertThat(done.rejected()).isEmpty();
        assertThat(ScriptedMeans.runs(tpp, "payments-key")).isEqualTo(1);
        var registration = registrations.find(done.registration()).orElseThrow();
        assertThat(registration.granted()).containsExactlyInAnyOrder(Service.AIS, Service.PIS);
        assertThat(registration.effective()).containsExactly(Service.PIS);
    }

    private static void brings(String tpp, String granted) {
        ScriptedMeans.next(tpp, "enrolment", run -> {
            run.keep("granted", granted, null);
            return new Outcome.Done("Enrolled");
        });
    }

    private void complete(Task task, String granted) {
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("granted", granted), null), "user:ada");
    }
}
