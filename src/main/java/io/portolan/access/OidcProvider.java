package io.portolan.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** The provider, of which nothing is known before somebody wants to sign in by it: one that is away keeps nobody from starting Portolan. */
class OidcProvider implements ClientRegistrationRepository {

    /** By how much clocks may differ. */
    static final Duration SKEW = Duration.ofSeconds(60);
    static final String ID = "oidc";
    static final String ANSWER = "/sign-in/answer";

    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private final Oidc settings;
    private final SslBundles bundles;
    private final Clock clock;
    private RestTemplate calls;
    private ClientRegistration found;

    OidcProvider(Oidc settings, SslBundles bundles, Clock clock) {
        this.settings = settings;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** How it is called. */
    synchronized RestTemplate calls() {
        if (calls == null) {
            var how = ClientHttpRequestFactorySettings.defaults().withConnectTimeout(Duration.ofSeconds(5)).withReadTimeout(Duration.ofSeconds(10))
                    .withSslBundle(settings.sslBundle() == null ? null : bundles.getBundle(settings.sslBundle()));
            calls = new RestTemplate(ClientHttpRequestFactoryBuilder.jdk().build(how));
        }
        return calls;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? registration() : null;
    }

    /** What it says of itself, and who we are there; throws where it cannot be reached or is another. */
    synchronized ClientRegistration registration() {
        if (found == null) {
            var where = URI.create(settings.issuer().toString().replaceAll("/$", "") + "/.well-known/openid-configuration");
            var said = calls().exchange(RequestEntity.get(where).build(), new ParameterizedTypeReference<Map<String, Object>>() { }).getBody();
            if (said == null || !settings.issuer().toString().equals(said.get("issuer"))) {
                throw new IllegalStateException("what " + where + " says is of the issuer " + (said == null ? null : said.get("issuer")) + ", and not of " + settings.issuer());
            }
            var made = ClientRegistrations.fromOidcConfiguration(said).registrationId(ID).clientId(settings.clientId()).clientName(settings.name())
                    .scope(settings.scopes()).redirectUri("{baseUrl}" + ANSWER).userNameAttributeName("sub");
            found = settings.clientSecret() == null ? made.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
                    : made.clientSecret(settings.clientSecret().reveal(CharSequence::toString)).build();
        }
        return found;
    }

    /** Reads what the provider has signed, of one of these types or of the usual one; keys are fetched when they are needed, and anew where one is unknown. */
    NimbusJwtDecoder decoder(OAuth2TokenValidator<Jwt> validator, JOSEObjectType... types) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(registration().getProviderDetails().getJwkSetUri()).restOperations(calls())
                .jwtProcessorCustomizer(reader -> reader.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(Stream.concat(Stream.of(JOSEObjectType.JWT, null), Stream.of(types))
                        .collect(Collectors.toCollection(HashSet::new)))))
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS)).build();
        decoder.setJwtValidator(validator);
        return decoder;
    }

    /** Whether what is said to be issued then may have been by now; what says nothing of that may. */
    boolean isNotOfLater(Object issued) {
        return issued == null || issued instanceof Instant at && !at.isAfter(clock.instant().plus(SKEW));
    }

    JwtTimestampValidator inTime() {
        var validator = new JwtTimestampValidator(SKEW);
        validator.setClock(clock);
        return validator;
    }
}
