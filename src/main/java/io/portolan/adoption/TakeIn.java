package io.portolan.adoption;

import io.portolan.account.AdoptPortalAccount;
import io.portolan.account.PortalAccount;
import io.portolan.adoption.Line.Brought;
import io.portolan.certificate.Choices;
import io.portolan.certificate.IdentityUses;
import io.portolan.registration.Adoption;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registrations;
import io.portolan.registration.Remains;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in what was checked, all of it or nothing: the secrets are in the vault first, and the rest is one transaction. */
@Component
class TakeIn {

    private final Registrations registrations;
    private final Adoptions adoptions;
    private final Credentials credentials;
    private final Remains remains;
    private final AdoptPortalAccount accounts;
    private final Choices choices;
    private final IdentityUses uses;
    private final Vault vault;
    private final TransactionOperations transactions;

    TakeIn(Registrations registrations, Adoptions adoptions, Credentials credentials, Remains remains, AdoptPortalAccount accounts, Choices choices, IdentityUses uses,
            Vault vault, TransactionOperations transactions) {
        this.registrations = registrations;
        this.adoptions = adoptions;
        this.credentials = credentials;
        this.remains = remains;
        this.accounts = accounts;
        this.choices = choices;
        this.uses = uses;
        this.vault = vault;
        this.transactions = transactions;
    }

    /** Gives the id of each registration that was taken in, by its line; of one that is there only a new account is taken in; {@code with} is done in the same transaction. */
    Map<Line, String> all(List<Line> lines, String actor, Runnable with) {
        var ids = new HashMap<Line, String>();
        var secrets = new ArrayList<SecretName>();
        var brought = new HashMap<Line, PortalAccount>();
        try {
            for (var line : lines) {
                if (line.there == null) {
                    var id = UUID.randomUUID().toString();
                    ids.put(line, id);
                    line.credentials.stream().filter(Brought::secret).forEach(credential -> keep(name(id, credential), line, credential.value(), secrets));
                }
                if (line.bringsAccount) {
                    brought.put(line, kept(line, actor));
                }
            }
            transactions.executeWithoutResult(status -> {
                brought.values().forEach(account -> accounts.add(account, actor));
                lines.stream().filter(ids::containsKey).forEach(line -> one(line, ids.get(line), actor));
                with.run();
            });
            return ids;
        } catch (RuntimeException notTaken) {
            secrets.forEach(vault::forget);
            brought.values().forEach(accounts::forget);
            throw notTaken;
        }
    }

    private static SecretName name(String id, Brought credential) {
        return SecretName.of("registration", id, credential.name());
    }

    private void keep(SecretName name, Line line, String value, List<SecretName> secrets) {
        try (var secret = Secret.of(value)) {
            vault.keep(name, line.opening.tpp(), secret);
            secrets.add(name);
        }
    }

    private PortalAccount kept(Line line, String actor) {
        var told = line.account;
        try (var password = Secret.of(told.password()); var seed = told.seed() == null ? null : Secret.of(told.seed())) {
            return accounts.kept(new AdoptPortalAccount.Told(told.tpp(), told.portal(), told.environment(), told.login(), password, seed,
                    told.owner() == null ? actor : told.owner()));
        }
    }

    private void one(Line line, String id, String actor) {
        registrations.adopt(id, line.opening, actor);
        remains.exist(id);
        adoptions.keep(new Adoption(id, line.origin, actor, line.proof, line.proofNote));
        line.credentials.forEach(each -> {
            if (each.secret()) {
                credentials.keepSecret(id, each.name(), each.kind(), name(id, each), each.expires(), actor);
            } else {
                credentials.keepValue(id, each.name(), each.kind(), each.value(), each.expires(), actor);
            }
        });
        line.toChoose.forEach(certificate -> choices.choose(certificate.id(), line.opening.bank(), actor));
        used(line, id);
    }

    /** What the bank was given before us is known from now on, proven or not, for the day on which it changes. */
    private void used(Line line, String id) {
        var place = IdentityUses.Place.adopted(id, line.opening.tpp(), line.opening.bank(), line.opening.environment());
        line.origin.certificates().forEach(certificate -> uses.certificate(place, certificate, IdentityUses.Manner.VALUE));
        line.origin.redirectUris().forEach(uri -> uses.redirectUri(place, uri));
    }
}
