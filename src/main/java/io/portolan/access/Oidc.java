package io.portolan.access;

import io.portolan.vault.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who else signs people in, by OpenID Connect, and gives machines their tokens.
 *
 * @param issuer how the provider names itself; what it has is read below it, when it is first needed
 * @param clientSecret null for a client that has none; every sign-in is bound by PKCE either way
 * @param name what people call the provider
 * @param userClaim the claim with the name by which the journal knows a person
 * @param rolesClaim the claim with the roles; dots lead into it
 * @param roles our role for each of theirs that counts; where there is none, theirs are {@code portolan-viewer} and so on
 * @param tppsClaim the claim with the ids of the TPPs that somebody is limited to, {@code *} for all of them; null limits nobody
 * @param audience what the tokens of machines are for; null takes none
 * @param clientClaim the claim with the id of a machine's client, which only tokens of machines have
 * @param sslBundle the bundle of {@code spring.ssl.bundle} by which the provider's server is trusted; null for whom Java trusts
 * @param session how long a session lasts before the provider is asked again
 */
record Oidc(@NotNull(message = "is missing: how the provider names itself, such as https://sso.example/realms/main") URI issuer,
        @NotBlank(message = "is missing: the id under which the provider knows Portolan") String clientId, Secret clientSecret,
        @DefaultValue("single sign-on") @NotBlank String name, @DefaultValue({"openid", "profile"}) @NotEmpty Set<String> scopes,
        @DefaultValue("preferred_username") @NotBlank String userClaim, @DefaultValue("realm_access.roles") @NotBlank String rolesClaim,
        Map<String, Role> roles, String tppsClaim, String audience, @DefaultValue("client_id") @NotBlank String clientClaim, String sslBundle,
        @DefaultValue("1h") @NotNull Duration session) {

    @AssertTrue(message = "the issuer has to begin with https://, or be at localhost")
    boolean isIssuerSafe() {
        return issuer == null || "https".equals(issuer.getScheme()) || "http".equals(issuer.getScheme()) && "localhost".equals(issuer.getHost());
    }

    @AssertTrue(message = "the audience has to be another than the client id, or else what signs people in would do for machines, too")
    boolean isAudienceOfItsOwn() {
        return audience == null || !audience.equals(clientId);
    }

    @AssertTrue(message = "the scopes have to contain openid")
    boolean isOpenId() {
        return scopes == null || scopes.contains("openid");
    }

    /** Scheme, host and port of the issuer. */
    String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
