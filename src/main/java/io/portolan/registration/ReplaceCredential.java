package io.portolan.registration;

import io.portolan.access.Asked;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import io.portolan.playbook.CredentialKind;
import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a credential that somebody hands in, in place of the current one of its name. Its value is in no request: whoever has asked hands it in once it is approved. */
@Component
public class ReplaceCredential implements Deed {

    private final Credentials credentials;
    private final CredentialDeeds deeds;
    private final SecondPerson secondPerson;

    ReplaceCredential(Credentials credentials, CredentialDeeds deeds, SecondPerson secondPerson) {
        this.credentials = credentials;
        this.deeds = deeds;
        this.secondPerson = secondPerson;
    }

    /**
     * Who hands in what.
     *
     * @param expires when it ends, or null
     * @param reason why, or null where nobody else has to be asked
     */
    public record HandedIn(String registration, String name, CredentialKind kind, Instant expires, String reason, String actor) { }

    /**
     * Takes a secret.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-registration} or {@code reason-required}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Credential with(HandedIn handedIn, Secret secret) {
        mayBe(handedIn);
        return credentials.handIn(handedIn.registration(), handedIn.name(), handedIn.kind(), secret, handedIn.expires(), handedIn.actor());
    }

    /** Takes a value that may be seen; refuses as the other. */
    @Transactional
    public Credential with(HandedIn handedIn, String value) {
        mayBe(handedIn);
        return credentials.keepValue(handedIn.registration(), handedIn.name(), handedIn.kind(), value, handedIn.expires(), handedIn.actor());
    }

    /** Whether somebody else would be asked before another value of this name is taken, so that whoever hands it in has to say why. */
    public boolean asksSecondPerson(String registration, String name) {
        return secondPerson.needed(this, new CredentialDeeds.Named(registration, name).object(), Map.of()).isPresent();
    }

    private void mayBe(HandedIn handedIn) {
        secondPerson.before(this, new CredentialDeeds.Named(handedIn.registration(), handedIn.name()).object(), Map.of(), handedIn.reason(), handedIn.actor());
    }

    @Override
    public String deed() {
        return "replace-credential";
    }

    @Override
    public Guarded act() {
        return Guarded.RESET;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        // also where it counts no longer: else whoever says that it is lost could put another in its place alone
        return deeds.asked(object, "Replace", "Whoever has asked hands another value in, once, and it is used in place of the present one from then on.", ever -> true);
    }

    @Override
    public boolean isByItself() {
        return false;
    }
}
