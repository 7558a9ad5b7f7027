package io.portolan.onboarding;

import io.portolan.account.PortalAccounts;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.registration.HeldRegistrations;
import io.portolan.registration.Registration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The accounts at portals by which a registration is reached, and who else needs each: banks of a group share one. */
@Component
class AccountsLeft {

    private final Playbooks playbooks;
    private final PortalAccounts accounts;
    private final HeldRegistrations registrations;

    AccountsLeft(Playbooks playbooks, PortalAccounts accounts, HeldRegistrations registrations) {
        this.playbooks = playbooks;
        this.accounts = accounts;
        this.registrations = registrations;
    }

    List<AccountLeft> of(Registration registration) {
        return playbooks.current(registration.bank()).map(version -> portals(version.playbook(), registration.environment())).orElse(Set.of()).stream()
                .flatMap(portal -> accounts.find(registration.tpp(), portal, registration.environment()).stream())
                .map(account -> new AccountLeft(account.key(), account.portal(), account.environment(), account.login(), usedBy(registration, account.portal()))).toList();
    }

    private List<String> usedBy(Registration registration, String portal) {
        var environment = registration.environment();
        var others = playbooks.all().stream().map(Playbooks.Versioned::playbook).filter(playbook -> portals(playbook, environment).contains(portal)).map(Playbook::bank);
        return registrations.banksWith(registration.tpp(), Stream.concat(Stream.of(registration.bank()), others).distinct().toList(), environment, registration.id());
    }

    /** Where no portal is named, an account that people have is kept under the name of the bank. */
    private static Set<String> portals(Playbook playbook, String environment) {
        var found = playbook.environments().get(environment);
        return found == null ? Set.of() : found.portal() == null ? Set.of(playbook.bank()) : playbook.portals(environment);
    }
}
