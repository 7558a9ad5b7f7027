package io.portolan.access;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes of what the provider says of a person who they are here, and what they may; who may nothing is not let in. */
class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_ROLE = "no-role";

    private final Oidc settings;
    private final OidcProvider provider;
    private final OidcRights rights;
    private final Journal journal;

    OidcPeople(Oidc settings, OidcProvider provider, Journal journal) {
        this.settings = settings;
        this.provider = provider;
        this.rights = new OidcRights(settings);
        this.journal = journal;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var details = new DefaultOAuth2UserService();
        details.setRestOperations(provider.calls());
        var service = new OidcUserService();
        service.setOauth2UserService(details);
        var known = service.loadUser(request);
        var user = known.getClaimAsString(settings.userClaim());
        if (user == null || user.isBlank()) {
            throw new OAuth2AuthenticationException(new OAuth2Error("no-name", "what the provider says has no claim " + settings.userClaim(), null));
        }
        var may = rights.of(known.getClaims());
        var roles = may.roles().stream().filter(role -> role != Role.GATEWAY).collect(Collectors.toSet());
        var person = new OidcPerson(known, settings.issuer().toString(), user, roles, may.tpps());
        if (roles.isEmpty()) {
            journal.write(Act.by("user:" + person.getName(), Act.HOUSE, "sign-in-refused", "The provider names no role, or no TPP, that counts here."));
            throw new OAuth2AuthenticationException(new OAuth2Error(NO_ROLE));
        }
        return person;
    }
}
