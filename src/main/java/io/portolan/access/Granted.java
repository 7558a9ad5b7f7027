package io.portolan.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Roles, and the TPPs that somebody is limited to, as the authorities of a session. */
final class Granted {

    private static final String TPP = "TPP_";

    private Granted() {
    }

    static String[] authorities(Set<Role> roles, Set<String> tpps) {
        return Stream.concat(roles.stream().map(Role::authority), tpps.stream().map(TPP::concat)).toArray(String[]::new);
    }

    static Set<Role> roles(Authentication authentication) {
        return words(authentication).filter(Role::isAuthority).map(Role::ofAuthority).collect(Collectors.toSet());
    }

    static Set<String> tpps(Authentication authentication) {
        return words(authentication).filter(word -> word.startsWith(TPP)).map(word -> word.substring(TPP.length())).collect(Collectors.toSet());
    }

    private static Stream<String> words(Authentication authentication) {
        return authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority);
    }
}
