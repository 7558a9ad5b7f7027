package io.portolan.access;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.client.RestClient;

/** Sign-in by OpenID Connect: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, section 3.1; RFC 7636). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("portolan.access.oidc.issuer")
class OidcSecurity {

    static final String BEGIN = "/sign-in/with";

    private static final Logger LOG = LoggerFactory.getLogger(OidcSecurity.class);

    @Bean
    static OidcProvider oidcProvider(AccessSettings settings, SslBundles bundles, Clock clock) {
        return new OidcProvider(settings.oidc(), bundles, clock);
    }

    @Bean
    static MachineJwts machineJwts(AccessSettings settings, OidcProvider provider) {
        return new MachineJwts(settings.oidc(), provider);
    }

    /** Found by Spring Security by its type. */
    @Bean
    static JwtDecoderFactory<ClientRegistration> idTokens(OidcProvider provider, Clock clock) {
        return registration -> {
            var fits = new OidcIdTokenValidator(registration);
            fits.setClockSkew(OidcProvider.SKEW);
            fits.setClock(clock);
            var decoder = provider.decoder(new DelegatingOAuth2TokenValidator<>(provider.inTime(), fits));
            decoder.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            return decoder;
        };
    }

    @Bean
    static SignInByProvider signInByProvider(AccessSettings settings, OidcProvider provider, MachineJwts machines, SignedInSessions sessions, JdbcEndedElsewhere ended, JdbcKnownElsewhere known, Journal journal) {
        return new SignInByProvider(settings.oidc(), provider, machines, sessions, known, new BackChannelLogout(settings.oidc(), provider, ended, journal), journal);
    }

    /** What is added to the rules of the web where there is a provider. */
    static final class SignInByProvider {

        private final Oidc settings;
        private final OidcProvider provider;
        private final MachineJwts machines;
        private final SignedInSessions sessions;
        private final JdbcKnownElsewhere known;
        private final BackChannelLogout endings;
        private final Journal journal;

        SignInByProvider(Oidc settings, OidcProvider provider, MachineJwts machines, SignedInSessions sessions, JdbcKnownElsewhere known, BackChannelLogout endings, Journal journal) {
            this.known = known;
            this.endings = endings;
            this.settings = settings;
            this.provider = provider;
            this.machines = machines;
            this.sessions = sessions;
            this.journal = journal;
        }

        MachineJwts machines() {
            return machines;
        }

        /** Where forms may lead to: signing out goes on at the provider. */
        String origin() {
            return settings.origin();
        }

        void into(HttpSecurity http, String page, AuthenticationSuccessHandler goOn) throws Exception {
            var begin = new DefaultOAuth2AuthorizationRequestResolver(provider, BEGIN);
            begin.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            http.addFilterBefore(new UnreachedProvider(provider, page), OAuth2AuthorizationRequestRedirectFilter.class);
            http.addFilterAfter(endings, AuthorizationFilter.class);
            var tokens = new RestClientAuthorizationCodeTokenResponseClient();
            http.oauth2Login(login -> login.loginPage(page).clientRegistrationRepository(provider).authorizedClientRepository(new NoTokensKept())
                    .authorizationEndpoint(way -> way.authorizationRequestResolver(begin))
                    .redirectionEndpoint(way -> way.baseUri(OidcProvider.ANSWER))
                    .tokenEndpoint(way -> way.accessTokenResponseClient(request -> {
                        tokens.setRestClient(calls());
                        return tokens.getTokenResponse(request);
                    }))
                    .userInfoEndpoint(way -> way.oidcUserService(new OidcPeople(settings, provider, journal)))
                    .failureHandler((request, response, reason) -> response.sendRedirect(request.getContextPath() + page + "?" + said(reason)))
                    .successHandler((request, response, user) -> {
                        sessions.begin(request.getSession(), settings.session());
                        known.seen(user.getName(), Granted.roles(user), Granted.tpps(user));
                        journal.write(Act.by("user:" + user.getName(), Act.HOUSE, "signed-in", "at " + settings.name()));
                        goOn.onAuthenticationSuccess(request, response, user);
                    }));
        }

        /** Signs out at the provider, too (OpenID Connect RP-Initiated Logout 1.0), and comes back to the page. */
        OidcClientInitiatedLogoutSuccessHandler signOut(String page) {
            var handler = new OidcClientInitiatedLogoutSuccessHandler(provider);
            handler.setPostLogoutRedirectUri("{baseUrl}" + page);
            handler.setDefaultTargetUrl(page + "?signed-out");
            return handler;
        }

        private RestClient calls() {
            return RestClient.builder(provider.calls()).messageConverters(converters -> {
                converters.clear();
                converters.addAll(List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
            }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build();
        }

        private static String said(AuthenticationException reason) {
            var code = reason instanceof OAuth2AuthenticationException known ? known.getError().getErrorCode() : "";
            LOG.info("a sign-in by the provider has failed: {} {}", code, reason.getMessage());
            return code.equals(OidcPeople.NO_ROLE) ? "no-role" : "elsewhere-failed";
        }
    }
}
