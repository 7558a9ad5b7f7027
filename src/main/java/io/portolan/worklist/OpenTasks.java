package io.portolan.worklist;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.Notice;
import io.portolan.leg.Orders;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.PeopleNeeded;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.CallByHand;
import io.portolan.playbook.Leg;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens tasks and withdraws those that nobody needs any more. */
@Component
public class OpenTasks implements PeopleNeeded {

    private static final String ACTOR = "portolan";
    private static final String WHILE_WAITING = "Portolan goes on looking and listening meanwhile. Answer \"handed in\" when you have spoken or"
            + " written to the bank, \"again\" to look at once, or say what the bank has said.";

    private final JdbcTasks tasks;
    private final JdbcDossiers dossiers;
    private final DueDates dueDates;
    private final Orders orders;
    private final LegQueue legs;
    private final Journal journal;

    OpenTasks(JdbcTasks tasks, JdbcDossiers dossiers, DueDates dueDates, Orders orders, LegQueue legs, Journal journal) {
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.dueDates = dueDates;
        this.orders = orders;
        this.legs = legs;
        this.journal = journal;
    }

    /** Asks a person about a leg, by what its last run has found; the handle is the place in the engine that waits. */
    public void open(String onboarding, String leg, String handle, Task.Kind kind) {
        var order = orders.order(onboarding, leg);
        var row = legs.find(onboarding, leg).orElseThrow();
        var isRejection = kind == Task.Kind.REJECTION;
        var back = order.leg().onRejected() == null ? null : order.leg().onRejected().backTo();
        var instructions = isRejection
                ? "Amend what the bank found wrong, and have it handed in again, which begins at \""
                        + (back == null ? order.leg() : order.route().leg(back).orElseThrow()).title() + "\"; or let the rejection stand."
                : instructions(order.leg());
        var reason = isRejection ? null : row.reason();
        var group = order.leg().handover().group() == null ? TaskGroups.byReason(reason) : order.leg().handover().group();
        add(new NewTask(UUID.randomUUID().toString(), onboarding, leg, kind, reason,
                isRejection ? "Rejected: " + order.leg().title() : order.leg().title(),
                isRejection ? rejected(row.text()) : row.text(), instructions, row.detail(), row.evidence(),
                group, handle, dueDates.ofLeg(order.leg(), row)));
    }

    /** How it is done, of a call also by hand; not where only a call of ours counts. */
    private static String instructions(Leg leg) {
        return leg.work() instanceof ApiWork work && !work.isProof() ? CallByHand.leg(leg, Set.of()).instruct() : leg.instruct();
    }

    private static String rejected(String reason) {
        return reason == null || reason.isBlank() ? "The bank has rejected. What did it find wrong?" : "The bank has rejected: " + reason;
    }

    /** Withdraws the task that this place in the engine waited for, if it is still open. */
    public void withdraw(String handle) {
        tasks.supersede(handle).ifPresent(task -> dossiers.happened(task, ACTOR, "superseded", null));
    }

    @Override
    public void beside(Onboarding onboarding, LegOrder order, Notice notice) {
        var leg = order.leg();
        var reason = notice.reason().name();
        if (!tasks.isAskedBeside(onboarding.id(), leg.id(), reason)) {
            var row = legs.find(onboarding.id(), leg.id()).orElseThrow();
            add(new NewTask(UUID.randomUUID().toString(), onboarding.id(), leg.id(), Task.Kind.WAIT, reason,
                    leg.title(), notice.question(), WHILE_WAITING, null, row.evidence(),
                    leg.handover().group() == null ? TaskGroups.byReason(reason) : leg.handover().group(), null, dueDates.ofLeg(leg, row)));
        }
    }

    @Override
    public void noLongerBeside(String onboarding) {
        tasks.supersedeBeside(onboarding).forEach(task -> dossiers.happened(task, ACTOR, "superseded", null));
    }

    @Override
    public void cleanUp(Onboarding onboarding, String question, List<String> existsAtBank) {
        add(new NewTask(UUID.randomUUID().toString(), onboarding.id(), null, Task.Kind.CLEAN_UP, null,
                "Clean up at " + onboarding.bank(), question, "What exists there:\n" + String.join("\n", existsAtBank), null,
                List.of(), TaskGroups.OPERATIONS, null, dueDates.ofCleanUp()));
    }

    @Override
    public void tell(Onboarding onboarding, String title, String sentence) {
        add(new NewTask(UUID.randomUUID().toString(), onboarding.id(), null, Task.Kind.NOTICE, null, title, sentence,
                "Say that it is done once you have seen to it; the onboarding does not wait for that.", null,
                List.of(), TaskGroups.OPERATIONS, null, dueDates.ofCleanUp()));
    }

    /** Asks people to see to something by a day that is given, beside all onboardings; gives the task's id. */
    String ask(Onboarding onboarding, String title, String question, String instructions, Instant due) {
        var id = UUID.randomUUID().toString();
        add(new NewTask(id, onboarding.id(), null, Task.Kind.NOTICE, null, title, question, instructions, null,
                List.of(), TaskGroups.OPERATIONS, null, due));
        return id;
    }

    /** Withdraws a task that nobody needs any more, if it is still open. */
    void noLongerNeeded(String id) {
        if (tasks.supersedeOne(id)) {
            dossiers.happened(id, ACTOR, "superseded", null);
        }
    }

    private void add(NewTask task) {
        tasks.insert(task);
        dossiers.happened(task.id(), ACTOR, "opened", null);
        journal.write(Act.ofPortolan(task.onboarding(), "task-opened", task.leg(), null, task.title() + ": " + task.question()));
    }
}
