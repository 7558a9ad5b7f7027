package io.portolan.access;

import java.util.Set;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person whom the provider has signed in. The name is that of nobody who signs in with a password of ours: those have neither colon nor slash. */
final class OidcPerson extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String name;

    OidcPerson(OidcUser known, String issuer, String user, Set<Role> roles, Set<String> tpps) {
        super(AuthorityUtils.createAuthorityList(Granted.authorities(roles, tpps)), known.getIdToken(), known.getUserInfo());
        this.name = issuer + "#" + user;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OidcPerson person && person.name.equals(name) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
