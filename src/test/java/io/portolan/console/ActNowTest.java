package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ActNow.AskedTask;
import io.portolan.console.ActNow.Situation;
import io.portolan.console.ActNow.Waiting;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.worklist.Task;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may be done about an onboarding, however it stands, and that each says what follows from it before it is done. */
class ActNowTest {

    private static final List<Waiting> APPROVAL = List.of(new Waiting("approval", "Approval by the bank"));
    private static final Map<Status, List<String>> OFFERED = new EnumMap<>(Map.of(
            Status.SCHEDULED, List.of("answer", "hold", "withdraw"),
            Status.RUNNING, List.of("answer", "back", "hold", "withdraw"),
            Status.WAITING_FOR_US, List.of("task", "answer", "back", "hold", "withdraw"),
            Status.WAITING_FOR_BANK, List.of("look", "remind", "answer", "back", "hold", "withdraw"),
            Status.WAITING_FOR_OTHER, List.of("look", "remind", "answer", "back", "hold", "withdraw"),
            Status.ON_HOLD, List.of("resume", "remind", "answer", "back", "withdraw"),
            Status.DONE, List.of("elsewhere"),
            Status.REJECTED, List.of("anew"),
            Status.WITHDRAWN, List.of("anew"),
            Status.FAILED, List.of("anew")));

    private final Messages messages = new Messages();

    ActNowTest() throws IOException { }

    @Test
    void offersInEachStateWhatFitsItAndSaysWhatFollows() {
        assertThat(OFFERED).containsOnlyKeys(Status.values());
        OFFERED.forEach((status, words) -> {
            var acts = ActNow.offered(at(status));
            assertThat(acts).as(status.name()).extracting(ActNow::word).containsExactlyElementsOf(words);
            assertThat(acts).allSatisfy(act -> {
                assertThat(said(act.label())).isNotBlank();
                assertThat(said(act.consequence())).endsWith(".").hasSizeGreaterThan(15);
                assertThat(act.href()).startsWith("/");
            });
        });
    }

    @Test
    void offersWhatOnlySomeOnboardingsHave() {
        var all = ActNow.offered(new Situation("o", Status.WAITING_FOR_US, List.of(), List.of(new AskedTask("t", "Rejected: Approval", Task.Kind.REJECTION)), true, true, "request", true,
                List.of()));
        assertThat(all).extracting(ActNow::word).containsExactly("amend", "approval", "answer", "back", "playbook", "automation", "hold", "withdraw");
        assertThat(all).extracting(ActNow::href).contains("/tasks/t", "/approvals/request", "/onboardings/o/moves#newer-title", "/onboardings/o#automation");
    }

    @Test
    void namesEachLegWhereSeveralWait() {
        var both = List.of(APPROVAL.get(0), new Waiting("second", "Second approval"));
        var acts = ActNow.offered(new Situation("o", Status.WAITING_FOR_BANK, both, List.of(), false, false, null, false, List.of()));
        assertThat(acts.stream().filter(act -> act.word().equals("look"))).extracting(ActNow::about, ActNow::post).containsExactly(
                org.assertj.core.groups.Tuple.tuple("Approval by the bank", "/onboardings/o/look?leg=approval"), org.assertj.core.groups.Tuple.tuple("Second approval", "/onboardings/o/look?leg=second"));
    }

    private static Situation at(Status status) {
        return switch (status) {
            case SCHEDULED -> new Situation("o", status, List.of(), List.of(), false, false, null, false, List.of());
            case WAITING_FOR_US -> new Situation("o", status, List.of(), List.of(new AskedTask("t", "Create the application", Task.Kind.LEG)), true, false, null, false, List.of());
            case WAITING_FOR_BANK, WAITING_FOR_OTHER, ON_HOLD -> new Situation("o", status, APPROVAL, List.of(), true, false, null, false, List.of());
            default -> new Situation("o", status, List.of(), List.of(), true, false, null, false, status == Status.DONE ? List.of("production") : List.of());
        };
    }

    private String said(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
