package io.portolan.access;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The actor as Spring Security knows it, signed in by a session or a token. */
@Component
class SignedInActors implements Actors {

    @Override
    public Actor current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            throw new IllegalStateException("nobody is signed in");
        }
        if (authentication instanceof TokenAuthentication token) {
            return token.getPrincipal();
        }
        return new Actor("user:" + authentication.getName(), Granted.roles(authentication), Granted.tpps(authentication));
    }
}
