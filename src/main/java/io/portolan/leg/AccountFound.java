package io.portolan.leg;

import io.portolan.journal.Act;
import io.portolan.playbook.Leg;
import java.util.List;
import org.springframework.stereotype.Component;

/** Passes by what is left of signing up where a person says that the account at the portal was there before. */
@Component
public class AccountFound {

    private final RunStores stores;

    AccountFound(RunStores stores) {
        this.stores = stores;
    }

    /**
     * What is left of signing up.
     *
     * @param lacking what the leg itself was to bring that is needed later and that nobody knows, by its captures
     */
    public record Rest(List<String> lacking, List<String> asked, List<Leg> passed) { }

    /** Looks what is left, and takes over what earlier onboardings know; not within a transaction, since the vault is asked. */
    public Rest look(LegOrder order) {
        var found = new FoundAccount(stores, order);
        found.takeOverOwn();
        return found.rest();
    }

    /** Passes it by, in the caller's transaction; the journal hears of it. */
    public void passBy(LegOrder order, Rest rest, String actor) {
        new FoundAccount(stores, order).passBy(rest, (act, detail) ->
                stores.journal().write(new Act(order.onboarding(), actor, act, order.leg().id(), "operator", detail, List.of())));
    }
}
