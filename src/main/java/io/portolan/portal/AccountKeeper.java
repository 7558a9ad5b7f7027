package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.playbook.Portal;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Sees to it that a TPP has an account at a portal: its password is in the vault before anybody types it. */
@Component
class AccountKeeper {

    private static final Template USUAL_LOGIN = new Template("{{tpp.contact.e-mail}}");

    private final PortalAccounts accounts;
    private final Vault vault;
    private final Clock clock;
    private final PasswordMaker passwords = new PasswordMaker();

    AccountKeeper(PortalAccounts accounts, Vault vault, Clock clock) {
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
    }

    /** The account for this leg, made now where there is none; throws {@link LegRun.MissingData} without a login. */
    PortalAccount accountFor(LegRun run) {
        var order = run.order();
        var portal = order.environment().portal();
        var name = portal == null ? order.playbook().bank() : portal.name();
        return accounts.find(order.tpp(), name, order.environmentName()).orElseGet(() -> made(run, portal, name));
    }

    /** The password of an account, for typing it; the caller closes it. */
    Secret password(PortalAccount account, LegRun run) {
        return vault.reveal(account.password(), Vault.Purpose.leg(run.order().onboarding(), run.order().leg().id()))
                .orElseThrow(() -> new LegRun.MissingData("account.password"));
    }

    void signedIn(PortalAccount account) {
        accounts.signedIn(account, clock.instant());
    }

    private PortalAccount made(LegRun run, Portal portal, String name) {
        var order = run.order();
        var login = run.fill(portal == null || portal.login() == null ? USUAL_LOGIN : portal.login());
        var password = SecretName.of("portal-accounts", order.tpp(), name, order.environmentName(), "password");
        if (!vault.holds(password)) {
            try (var made = passwords.make(portal == null ? null : portal.password())) {
                vault.keep(password, order.tpp(), made);
            }
        }
        accounts.add(new PortalAccount(order.tpp(), name, order.environmentName(), login.text(), password, "portolan",
                clock.instant(), null, false));
        run.journal("portal-account-made", "Account " + login + " for the portal " + name);
        return accounts.find(order.tpp(), name, order.environmentName()).orElseThrow();
    }
}
