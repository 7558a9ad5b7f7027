package io.portolan.access;

import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
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
        var roles = authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).filter(Role::isAuthority).map(Role::ofAuthority).collect(Collectors.toSet());
        return new Actor("user:" + authentication.getName(), roles);
    }
}
