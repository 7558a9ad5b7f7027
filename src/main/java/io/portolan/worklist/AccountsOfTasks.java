package io.portolan.worklist;

import io.portolan.account.PortalAccount;
import io.portolan.account.PortalAccounts;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Orders;
import io.portolan.playbook.MeansName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells which account at a portal a person signs in with who does what a task asks for. */
@Component
public class AccountsOfTasks {

    private final Orders orders;
    private final PortalAccounts accounts;

    AccountsOfTasks(Orders orders, PortalAccounts accounts) {
        this.orders = orders;
        this.accounts = accounts;
    }

    /** The account for an open task about a leg that is done at a portal, by whichever hand; empty where there is none yet. */
    public Optional<PortalAccount> of(Task task) {
        return task.leg() == null || task.state() != Task.State.OPEN ? Optional.empty() : of(orders.order(task.onboarding(), task.leg()));
    }

    Optional<PortalAccount> of(LegOrder order) {
        var by = order.leg().by();
        return by == MeansName.PORTAL || by == MeansName.OPERATOR
                ? accounts.find(order.tpp(), order.portalName(), order.environmentName()) : Optional.empty();
    }
}
