package io.portolan.access;

import java.time.Instant;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request that came with a valid token; it lasts as long as the request. */
final class TokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final Instant until;

    TokenAuthentication(Actor actor) {
        this(actor, null);
    }

    /** @param until when the token ends, where nobody but itself knows that; null for one of ours */
    TokenAuthentication(Actor actor, Instant until) {
        super(AuthorityUtils.createAuthorityList(actor.roles().stream().map(Role::authority).toList()));
        this.actor = actor;
        this.until = until;
        setAuthenticated(true);
    }

    /** When the token ends, or null where our table says that. */
    Instant until() {
        return until;
    }

    @Override
    public Object getCredentials() {
        return null;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.name();
    }
}
