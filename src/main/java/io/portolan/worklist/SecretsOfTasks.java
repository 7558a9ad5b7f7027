package io.portolan.worklist;

import io.portolan.leg.Captured;
import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Orders;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secrets that earlier legs have brought back and that a person needs for a leg done by hand; each is shown only to whoever has taken the task. */
@Component
public class SecretsOfTasks {

    private final Orders orders;
    private final Captures captures;
    private final Vault vault;
    private final ShowOfOnboarding show;

    SecretsOfTasks(Orders orders, Captures captures, Vault vault, ShowOfOnboarding show) {
        this.show = show;
        this.orders = orders;
        this.captures = captures;
        this.vault = vault;
    }

    /** Those that there are for this leg: what the playbook names, and of a leg that is done by hand for once, what it would have typed or sent. */
    List<Task.SecretOffer> of(LegOrder order) {
        return offered(order).entrySet().stream().map(offer -> new Task.SecretOffer(offer.getKey(), offer.getValue())).toList();
    }

    private Map<String, String> offered(LegOrder order) {
        var offers = new LinkedHashMap<String, String>();
        CallData.byHand(order).ifPresent(work -> {
            work.secrets().forEach((label, template) -> offer(order, label, template, offers));
            work.data().forEach((label, template) -> offer(order, label, template, offers));
        });
        return offers;
    }

    private void offer(LegOrder order, String label, Template template, Map<String, String> offers) {
        template.places().stream().filter(place -> place.startsWith(Places.CAPTURED)).map(place -> place.substring(Places.CAPTURED.length()))
                .filter(name -> kept(order, name).isPresent()).forEach(name -> offers.putIfAbsent(name, template.isOnePlaceOf(Places.CAPTURED)
                        ? label : TaskForms.inWords(name)));
    }

    private Optional<Captured> kept(LegOrder order, String name) {
        return captures.latest(order.onboarding(), name).filter(kept -> kept.secret() != null);
    }

    /**
     * One of them, which the caller closes; the journal knows before the person does. Whether the actor may see secrets is for the caller to check.
     *
     * @throws Refused with codes {@code task-closed}, {@code not-your-task}, {@code unknown-secret}, {@code reason-required} or {@code secret-not-held}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Secret reveal(Task task, String name, String reason, String actor) {
        if (task.leg() == null || task.state() != Task.State.OPEN) {
            throw Refused.conflict("task-closed", "Nobody is asked about this leg any more.", Map.of("onboarding", task.onboarding()));
        }
        var order = orders.order(task.onboarding(), task.leg());
        if (!offered(order).containsKey(name)) {
            throw Refused.notFound("unknown-secret", "This task shows no secret \"" + name + "\".");
        }
        if (!actor.equals(task.assignee())) {
            throw Refused.conflict("not-your-task", "A secret is shown only to whoever has taken the task. Take it first.", Map.of("task", task.id()));
        }
        var said = Vault.Purpose.said(reason);
        show.before(task.onboarding(), name, said, actor);
        return kept(order, name).flatMap(kept -> vault.reveal(kept.secret(), new Vault.Purpose(actor, task.leg() + ": " + said, true, task.onboarding())))
                .orElseThrow(() -> Refused.conflict("secret-not-held", "The vault does not hold it any more.", Map.of("name", name)));
    }
}
