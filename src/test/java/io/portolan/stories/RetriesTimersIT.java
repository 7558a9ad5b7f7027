package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.WaitingFor;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetriesTimersIT extends ScriptedStory {

    private static final int FOR_DAYS = 900;

    @Autowired ManagementService management;
    @Autowired JdbcClient jdbc;

    @Test
    void triesATimerThatFailsForDaysInsteadOfLeavingItsLegWaiting() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null));
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        await().until(() -> management.createJobQuery().list().stream().anyMatch(job -> isOf(id, job.getProcessInstanceId())));
        var timer = management.createJobQuery().timers().list().stream().filter(job -> isOf(id, job.getProcessInstanceId()))
                .findFirst().orElseThrow();
        jdbc.sql("alter table legs add constraint away check (onboarding <> '" + id + "' or state <> 'READY') not valid").update();
        try {
            assertThatThrownBy(() -> management.executeJob(timer.getId())).isNotNull();
        } finally {
            jdbc.sql("alter table legs drop constraint away").update();
        }
        assertThat(management.createJobQuery().jobId(timer.getId()).singleResult().getRetries()).isGreaterThan(FOR_DAYS);
        management.executeJob(timer.getId());
        awaitStatus(id, Status.DONE);
    }

    private boolean isOf(String onboarding, String processInstance) {
        return jdbc.sql("select exists (select from legs where onboarding = :id and handle = :handle)").param("id", onboarding)
                .param("handle", processInstance).query(Boolean.class).single();
    }
}
