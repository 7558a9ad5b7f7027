package io.portolan.access;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the sign-in page offers. */
@Component
public class SingleSignOn {

    private final AccessSettings settings;

    SingleSignOn(AccessSettings settings) {
        this.settings = settings;
    }

    /** What people call the provider that they may sign in by; empty where there is none. */
    public Optional<String> name() {
        return Optional.ofNullable(settings.oidc()).map(Oidc::name);
    }

    /** Where a sign-in by the provider begins. */
    public String address() {
        return OidcSecurity.BEGIN + "/" + OidcProvider.ID;
    }

    /** Whether people may sign in with a password of ours. */
    public boolean isLocalOn() {
        return settings.localSignIn();
    }
}
