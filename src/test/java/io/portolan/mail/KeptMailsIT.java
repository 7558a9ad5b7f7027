package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.leg.Filled;
import io.portolan.leg.ReceivedMails.Received;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.refusal.Refused;
import org.junit.jupiter.api.Test;

/** What becomes of a mail that was taken in: given a home, filed, taken by a leg that waits for it, or forgotten. */
class KeptMailsIT extends InAMailRoom {

    @Test
    void listsAMailWithoutAHomeUntilAPersonGivesItToAnOnboarding() throws Exception {
        room.run("onboarding-1", "register");
        room.run("onboarding-2", "register");
        room.deliver("Registration", "You are registered.", "Client ID: tw-1", "Client secret: Zk83jfA92lQp");
        room.arrivals.look("demo-tpp");
        var homeless = room.desk.page(State.HOMELESS, null, null, 10).items();
        assertThat(homeless).singleElement().extracting(Received::subject).isEqualTo("Registration");
        assertThat(room.desk.homeless(null)).isEqualTo(1);
        assertThat(room.desk.find(homeless.get(0).id()).orElseThrow().text()).contains("You are registered", "Client secret: •••").doesNotContain("Zk83");
        assertThat(room.jdbc.sql("select mails::text from mails").query(String.class).single()).doesNotContain("Zk83");

        var given = room.desk.give(homeless.get(0).id(), "onboarding-2", "user:ada");
        assertThat(given.state()).isEqualTo(State.GIVEN);
        assertThat(room.onboardings.woken).containsExactly("onboarding-2");
        assertThat(room.journal.of("onboarding-2")).extracting(entry -> entry.act().name()).contains("mail-given");
        var run = room.run("onboarding-2", "register").at(io.portolan.leg.LegRun.Progress.HAPPENED);
        assertThat(room.means.perform(run)).isInstanceOf(io.portolan.leg.Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("client-secret", "Zk83jfA92lQp");
        assertThatThrownBy(() -> room.desk.give(given.id(), "onboarding-1", "user:ada")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("mail-settled"));
    }

    @Test
    void filesAMailAsANotice() throws Exception {
        room.deliver("Maintenance on Sunday", "The portal is closed.");
        room.arrivals.look("demo-tpp");
        var id = room.desk.page(State.HOMELESS, null, null, 10).items().get(0).id();
        assertThatThrownBy(() -> room.desk.give(id, "onboarding-9", "user:ada")).isInstanceOf(Refused.class);
        assertThat(room.desk.file(id, "known", "user:ada").state()).isEqualTo(State.FILED);
        assertThat(room.desk.homeless(null)).isZero();
        assertThat(room.vault.names()).isEmpty();
        assertThat(room.journal.of("tpp:demo-tpp")).singleElement().satisfies(entry -> {
            assertThat(entry.act().name()).isEqualTo("mail-filed");
            assertThat(entry.act().evidence()).hasSize(1);
        });
        assertThatThrownBy(() -> room.desk.file(id, null, "user:ada")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> room.desk.file("none", null, "user:ada")).isInstanceOf(Refused.class);
    }

    @Test
    void forgetsAfterAWhileWhatWasRead() throws Exception {
        room.run("onboarding-1", "register");
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "x");
        room.arrivals.look("demo-tpp");
        room.jdbc.sql("update mails set state = 'READ', changed_at = now() - interval '8 days'").update();
        room.arrivals.lookWhenDue();
        assertThat(room.vault.names()).isEmpty();
    }

    @Test
    void forgetsWhatNobodyCameForButNothingThatARunningOnboardingMayRead() throws Exception {
        room.run("onboarding-1", "register");
        room.run("onboarding-2", "register");
        for (var onboarding : java.util.List.of("onboarding-1", "onboarding-2")) {
            room.deliver("Re: [" + room.reference(onboarding) + "]", "for " + onboarding);
        }
        room.deliver("Old", "x");
        room.deliver("Young", "x");
        room.arrivals.look("demo-tpp");
        room.onboardings.over("onboarding-2");
        room.jdbc.sql("update mails set changed_at = now() - interval '8 days' where subject <> 'Young'").update();
        room.arrivals.lookWhenDue();
        assertThat(room.jdbc.sql("select coalesce(onboarding, subject) from mails where kept").query(String.class).list())
                .containsExactlyInAnyOrder("onboarding-1", "Young");
        assertThat(room.vault.names()).hasSize(2);
        var homeless = room.desk.page(State.HOMELESS, null, null, 10).items().stream().filter(mail -> mail.subject().equals("Old")).findFirst().orElseThrow();
        room.run("onboarding-2", "register");
        assertThatThrownBy(() -> room.desk.give(homeless.id(), "onboarding-2", "user:ada")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("mail-forgotten"));
        assertThat(room.desk.file(homeless.id(), null, "user:ada").state()).isEqualTo(State.FILED);
    }

    @Test
    void letsAPortalTakeTheCodeThatItWaitsForOnce() throws Exception {
        var run = room.run("onboarding-1", "open-link");
        var wanted = new AwaitedMails.Wanted("no-reply@paper.example", "your code", new Filled("code:", false), room.clock.instant().minusSeconds(60));
        assertThat(room.posted.look(run, wanted)).isEmpty();
        room.raw("Authentication-Results: mx.tpp.example; dkim=pass header.d=paper.example", "Your code", "no-reply@paper.example",
                "Auto-Submitted: auto-generated", "", "It is 445566.");
        assertThat(room.posted.look(run, wanted)).get().satisfies(found -> {
            assertThat(found.value()).isEqualTo("445566");
            assertThat(found.proven()).isTrue();
        });
        assertThat(room.posted.look(run, wanted)).as("it was taken").isEmpty();
        assertThat(room.posted.look(run.again(), wanted)).as("a run that begins anew").get().extracting(AwaitedMails.Found::value).isEqualTo("445566");
        assertThat(room.posted.look(run.again().inRound(2, room.clock.instant()), wanted)).as("a later round").isEmpty();
        assertThat(room.posted.look(room.run("onboarding-2", "open-link"), wanted)).as("another onboarding").isEmpty();
        room.raw("X-Nothing: x", "Your code", "no-reply@paper.example", "It is 778899.");
        assertThat(room.posted.look(run.again(), wanted)).as("what is new comes first").get().satisfies(found -> {
            assertThat(found.value()).isEqualTo("778899");
            assertThat(found.proven()).isFalse();
        });
    }
}
