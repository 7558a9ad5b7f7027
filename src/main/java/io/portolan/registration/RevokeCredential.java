package io.portolan.registration;

import io.portolan.access.Approval;
import io.portolan.access.Asked;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a credential for good. */
@Component
public class RevokeCredential implements Deed {

    private static final String FORGET = "forget";

    private final Credentials credentials;
    private final CredentialDeeds deeds;
    private final SecondPerson secondPerson;

    RevokeCredential(Credentials credentials, CredentialDeeds deeds, SecondPerson secondPerson) {
        this.credentials = credentials;
        this.deeds = deeds;
        this.secondPerson = secondPerson;
    }

    /**
     * Revokes what is current of this name.
     *
     * @param forget whether its value is forgotten, too
     * @param reason why, or null where nobody else has to be asked
     * @throws io.portolan.refusal.Refused with codes {@code unknown-credential} or {@code reason-required}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public void with(String registration, String name, boolean forget, String reason, String actor) {
        secondPerson.before(this, new CredentialDeeds.Named(registration, name).object(), Map.of(FORGET, String.valueOf(forget)), reason, actor);
        revoke(registration, name, forget, reason, actor);
    }

    private void revoke(String registration, String name, boolean forget, String reason, String actor) {
        if (forget) {
            credentials.forget(registration, name, actor);
        } else {
            credentials.mark(registration, name, Credential.State.REVOKED, reason, actor);
        }
    }

    @Override
    public String deed() {
        return "revoke-credential";
    }

    @Override
    public Guarded act() {
        return Guarded.RESET;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        return deeds.asked(object, "Revoke", Boolean.parseBoolean(with.get(FORGET))
                ? "It counts no longer, and its value is forgotten for good; calls to the bank that need it fail until there is another one."
                : "It counts no longer; calls to the bank that need it fail until there is another one.", CredentialDeeds::isCurrent);
    }

    @Override
    public boolean carryOut(Approval approval) {
        var named = CredentialDeeds.Named.of(approval.object());
        revoke(named.registration(), named.name(), Boolean.parseBoolean(approval.with().get(FORGET)), approval.reason(), approval.requestedBy());
        return true;
    }
}
