package io.portolan.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.SignedJWT;
import io.portolan.vault.Secret;
import java.text.ParseException;
import java.util.Collection;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.web.client.RestClientException;

/** The tokens that the provider gives to machines for themselves (RFC 6749, section 4.4; RFC 9068). */
class MachineJwts {

    /** RFC 9068, section 4. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final JOSEObjectType WRITTEN_OUT = new JOSEObjectType("application/at+jwt");

    private final Oidc settings;
    private final OidcProvider provider;
    private final OidcRights rights;
    private JwtDecoder decoder;

    MachineJwts(Oidc settings, OidcProvider provider) {
        this.settings = settings;
        this.provider = provider;
        this.rights = new OidcRights(settings);
    }

    /**
     * The machine that this token is of; empty where it is no good, or of a person.
     *
     * @throws AuthenticationServiceException where the provider cannot be asked for its keys
     */
    Optional<TokenAuthentication> machine(Secret token) {
        if (settings.audience() == null || !token.reveal(MachineJwts::isSigned)) {
            return Optional.empty();
        }
        try {
            var jwt = token.reveal(text -> decoder().decode(text.toString()));
            var client = jwt.getClaimAsString(settings.clientClaim());
            var may = rights.of(jwt.getClaims());
            return client == null || may.roles().isEmpty() ? Optional.empty()
                    : Optional.of(new TokenAuthentication(new Actor("client:" + client, may.roles(), may.tpps()), jwt.getExpiresAt().plus(OidcProvider.SKEW)));
        } catch (BadJwtException notGood) {
            return Optional.empty();
        } catch (JwtException | RestClientException | IllegalStateException away) {
            throw new AuthenticationServiceException("the provider cannot be asked", away);
        }
    }

    /** Whether it can be one of the provider's at all (RFC 7515, section 3.1); what is not is no reason to ask for keys. */
    private static boolean isSigned(CharSequence token) {
        try {
            return SignedJWT.parse(token.toString()).getJWTClaimsSet() != null;
        } catch (ParseException none) {
            return false;
        }
    }

    private synchronized JwtDecoder decoder() {
        if (decoder == null) {
            decoder = provider.decoder(new DelegatingOAuth2TokenValidator<>(provider.inTime(), new JwtIssuerValidator(settings.issuer().toString()),
                    new JwtClaimValidator<Object>("exp", ends -> ends != null), new JwtClaimValidator<Object>("iat", provider::isNotOfLater),
                    new JwtClaimValidator<Collection<String>>("aud", aud -> aud != null && aud.contains(settings.audience()))), ACCESS_TOKEN, WRITTEN_OUT);
        }
        return decoder;
    }
}
