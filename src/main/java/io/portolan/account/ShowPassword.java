package io.portolan.account;

import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.playbook.LiveEnvironments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a second person is told before the password of an account at a live portal is shown. A one-time code lives for moments: for it nobody else is asked. */
@Component
class ShowPassword implements Deed {

    private final PortalAccounts accounts;
    private final LiveEnvironments environments;

    ShowPassword(PortalAccounts accounts, LiveEnvironments environments) {
        this.accounts = accounts;
        this.environments = environments;
    }

    static String object(PortalAccount account) {
        return account.tpp() + "/" + account.portal() + "/" + account.environment();
    }

    @Override
    public String deed() {
        return "reveal-portal-password";
    }

    @Override
    public Guarded act() {
        return Guarded.REVEAL;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        var parts = object.split("/", 3);
        return environments.isLiveAtPortal(parts[1], parts[2]) ? accounts.find(parts[0], parts[1], parts[2]).map(ShowPassword::asked) : Optional.empty();
    }

    private static Asked asked(PortalAccount account) {
        return new Asked(account.tpp(), "tpp:" + account.tpp(), "Show the password of " + account.login() + " at the portal " + account.portal(),
                "Whoever has asked sees the password once; whoever knows it can sign in there in our name until it is changed.", "/portal-accounts",
                List.of(new Fact("TPP", account.tpp()), new Fact("Portal", account.portal()), new Fact("Environment", account.environment()), new Fact("Login", account.login())),
                account.password().value() + " " + account.expires(), List.of());
    }

    @Override
    public boolean isByItself() {
        return false;
    }
}
