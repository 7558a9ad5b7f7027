package io.portolan.registration;

import io.portolan.access.Approval;
import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes until when a credential counts; to have it end earlier is to end it. */
@Component
public class ExpireCredential implements Deed {

    private static final String EXPIRES = "expires";

    private final Credentials credentials;
    private final CredentialDeeds deeds;
    private final SecondPerson secondPerson;

    ExpireCredential(Credentials credentials, CredentialDeeds deeds, SecondPerson secondPerson) {
        this.credentials = credentials;
        this.deeds = deeds;
        this.secondPerson = secondPerson;
    }

    /**
     * Has the current credential of this name end then.
     *
     * @param expires when it ends, or null for never
     * @param reason why, or null where nobody else has to be asked
     * @throws io.portolan.refusal.Refused with codes {@code unknown-credential} or {@code reason-required}
     * @throws io.portolan.access.SecondPersonNeeded where it would end earlier, and somebody else is asked first
     */
    @Transactional
    public Credential with(String registration, String name, Instant expires, String reason, String actor) {
        if (expires != null) {
            secondPerson.before(this, new CredentialDeeds.Named(registration, name).object(), Map.of(EXPIRES, expires.toString()), reason, actor);
        }
        return credentials.expires(registration, name, expires, reason, actor);
    }

    @Override
    public String deed() {
        return "expire-credential";
    }

    @Override
    public Guarded act() {
        return Guarded.RESET;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        var expires = Instant.parse(with.get(EXPIRES));
        return deeds.asked(object, "End earlier", "From then on it counts no longer; calls to the bank that need it fail until there is another one.",
                credential -> credential.state().isCurrent() && (credential.expires() == null || credential.expires().isAfter(expires)), new Fact("Would end", expires.toString()));
    }

    @Override
    public boolean carryOut(Approval approval) {
        var named = CredentialDeeds.Named.of(approval.object());
        credentials.expires(named.registration(), named.name(), Instant.parse(approval.with().get(EXPIRES)), approval.reason(), approval.requestedBy());
        return true;
    }
}
