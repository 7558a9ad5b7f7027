package io.portolan.registration;

import io.portolan.access.Asked;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the value of a credential to somebody who may see it and says why; the journal knows before they do. */
@Component
public class RevealCredential implements Deed {

    private final Registrations registrations;
    private final JdbcCredentials credentials;
    private final CredentialDeeds deeds;
    private final SecondPerson secondPerson;

    RevealCredential(Registrations registrations, JdbcCredentials credentials, CredentialDeeds deeds, SecondPerson secondPerson) {
        this.registrations = registrations;
        this.credentials = credentials;
        this.deeds = deeds;
        this.secondPerson = secondPerson;
    }

    /**
     * The value of the current credential of this name, which the caller closes; whether the actor may see it is for the
     * caller to check. A person may need a second one.
     *
     * @throws Refused with codes {@code reason-required}, {@code unknown-credential} or {@code credential-not-held}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Secret of(String registration, String name, String reason, String actor) {
        var said = Vault.Purpose.said(reason);
        secondPerson.before(this, new CredentialDeeds.Named(registration, name).object(), Map.of(), said, actor);
        return credentials.reveal(registration, name, said, actor);
    }

    /** The same for a machine that works with what it reads, and whose scope names it: that is a purpose, and nobody sees the value. */
    @Transactional
    public Secret toWorkWith(String registration, String name, String reason, String actor) {
        if (registrations.find(registration).filter(found -> found.standing() == Registration.Standing.WITHDRAWN).isPresent()) {
            throw Refused.conflict("registration-ended", "This registration was withdrawn; machines are given none of its credentials any more.", Map.of("registration", registration));
        }
        return credentials.reveal(registration, name, Vault.Purpose.said(reason), actor);
    }

    @Override
    public String deed() {
        return "reveal-credential";
    }

    @Override
    public Guarded act() {
        return Guarded.REVEAL;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        return deeds.asked(object, "Show", "Whoever has asked sees the value once; whoever knows it can act at the bank in our name until it is replaced.",
                credential -> credential.state().isCurrent() && credential.secret());
    }

    @Override
    public boolean isByItself() {
        return false;
    }
}
