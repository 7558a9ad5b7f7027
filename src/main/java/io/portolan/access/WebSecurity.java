package io.portolan.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.database.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.security.servlet.PathRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who gets in and what they may ask for: people by a session and its form, machines by a token. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String SIGN_IN = "/sign-in";
    private static final String PUBLIC_KEYS = "/jwks/**";
    private static final RequestMatcher FOR_MACHINES = WebSecurity::isForMachines;
    private static final RequestMatcher FRAGMENT = new RequestHeaderRequestMatcher("HX-Request");

    /** Nothing inline is allowed: neither code nor styles, nor those in attributes. */
    private static final String CONTENT_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self' data:", "connect-src 'self'", "manifest-src 'self'",
            "form-action 'self'%s", "base-uri 'none'", "frame-ancestors 'none'");

    @Bean
    SecurityFilterChain security(HttpSecurity http, Tokens tokens, SignedInSessions sessions, SignInAttempts attempts, CallLimits limits, Limits database,
            Actors actors, AccessSettings settings, ObjectProvider<OidcSecurity.SignInByProvider> provider, MultipartProperties forms, ServerProperties server, ObjectMapper json) throws Exception {
        var problems = new SignInProblems(json, limits);
        var pages = new HttpSessionRequestCache();
        // the session knows where somebody wanted to go; their address needs no mark of it
        pages.setMatchingRequestParameterName(null);
        pages.setRequestMatcher(request -> "GET".equals(request.getMethod()) && !FOR_MACHINES.matches(request) && !FRAGMENT.matches(request));
        var goOn = new SavedRequestAwareAuthenticationSuccessHandler();
        goOn.setRequestCache(pages);
        var ended = new EndedSession(SIGN_IN);
        var signIn = new SignInForm(SIGN_IN, settings.localSignIn(), attempts, problems);
        var elsewhere = provider.getIfAvailable();
        if (elsewhere != null) {
            elsewhere.into(http, SIGN_IN, goOn);
        }
        return http
                .authorizeHttpRequests(WebSecurity::rules)
                .addFilterBefore(new LargeFormFilter(forms.getMaxFileSize(), server.getTomcat().getMaxHttpFormPostSize()), CsrfFilter.class)
                .addFilterBefore(new BearerTokenFilter(tokens, elsewhere == null ? null : elsewhere.machines(), problems), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new StaleSessionFilter(sessions), AuthorizationFilter.class)
                .addFilterBefore(new CallLimitFilter(limits, problems, request -> isCall(request) || BackChannelLogout.isAsked(request),
                        request -> isUnder(request, "/jwks/") || BackChannelLogout.isAsked(request)), AuthorizationFilter.class)
                .addFilterAfter(new LimitFilter(database, actors, new HouseMatters(), problems), AuthorizationFilter.class)
                // a token is sent by a program that means it; only a browser can be tricked into sending its session
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerTokenFilter::carriesToken, BackChannelLogout::isAsked))
                .formLogin(form -> form.loginPage(SIGN_IN).authenticationDetailsSource(signIn).failureHandler(signIn).successHandler((request, response, user) -> {
                    attempts.right(request.getRemoteAddr());
                    sessions.begin(request.getSession(), user.getName());
                    var next = SecondStep.of(user);
                    if (next == null) {
                        goOn.onAuthenticationSuccess(request, response, user);
                    } else {
                        response.sendRedirect(request.getContextPath() + next);
                    }
                }))
                .logout(logout -> {
                    logout.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?signed-out");
                    if (elsewhere != null) {
                        logout.logoutSuccessHandler(elsewhere.signOut(SIGN_IN));
                    }
                })
                .requestCache(cache -> cache.requestCache(pages))
                .exceptionHandling(handling -> handling
                        .defaultAuthenticationEntryPointFor(problems, FOR_MACHINES)
                        .defaultAuthenticationEntryPointFor(ended, request -> FRAGMENT.matches(request) || !"GET".equals(request.getMethod()))
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> true)
                        .defaultAccessDeniedHandlerFor(problems, FOR_MACHINES)
                        // who has still to take the second step is led to it
                        .defaultAccessDeniedHandlerFor((request, response, denied) -> response.sendRedirect(request.getContextPath()
                                + SecondStep.of(SecurityContextHolder.getContext().getAuthentication())), WebSecurity::isHalfWay)
                        // a handler that is the only one would be asked for all requests
                        .defaultAccessDeniedHandlerFor(ended, request -> true))
                .headers(headers -> headers(headers, elsewhere == null ? "" : " " + elsewhere.origin()))
                .build();
    }

    private static void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(PathRequest.toStaticResources().atCommonLocations()).permitAll()
                .requestMatchers("/actuator/health/**", "/error", SIGN_IN, OidcSecurity.BEGIN + "/*", OidcProvider.ANSWER, BackChannelLogout.PATH).permitAll()
                // what banks check our signatures by; they have no token of ours
                .requestMatchers(HttpMethod.GET, PUBLIC_KEYS).permitAll()
                .requestMatchers(HttpMethod.HEAD, PUBLIC_KEYS).permitAll()
                .requestMatchers(SecondStep.CODE_PAGE).hasAuthority(SecondStep.CODE)
                .requestMatchers(SecondStep.SET_UP_PAGE, SecondStep.SET_UP_PAGE + "/confirmation").hasAuthority(SecondStep.SET_UP)
                .requestMatchers("/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml").hasAnyRole(Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))
                .requestMatchers(HttpMethod.POST, "/api/v1/registrations/*/credentials/*/reveal")
                .hasAnyRole(Role.APPROVER.name(), Role.ADMIN.name(), Role.GATEWAY.name())
                .requestMatchers(HttpMethod.POST, "/registrations/*/credentials/*/reveal", "/api/v1/portal-accounts/*/*/*/*/reveal",
                        "/portal-accounts/*/*/*/*/reveal", "/tasks/*/account/*/reveal", "/tasks/*/secrets/*/reveal",
                        "/api/v1/tasks/*/secrets/*/reveal", "/api/v1/tasks/*/held-answer/reveal",
                        "/tasks/*/held-answer/reveal", "/api/v1/onboardings/*/left-at-bank/*/held-answer/reveal",
                        "/onboardings/*/left-at-bank/*/held-answer/reveal").hasRole(Role.APPROVER.name())
                .requestMatchers(HttpMethod.POST, "/approvals/*/decision", "/api/v1/approvals/*/decision").hasRole(Role.APPROVER.name())
                .requestMatchers(HttpMethod.POST, "/api/v1/registrations/*/health").hasAnyRole(Role.OPERATOR.name(), Role.GATEWAY.name())
                .requestMatchers("/api/v1/tokens/**", "/access/tokens/**", "/api/v1/users/**", "/access/users/**", "/api/v1/webhooks/**", "/access/webhooks/**").hasRole(Role.ADMIN.name())
                .requestMatchers("/settings", "/api/v1/settings", "/journal", "/journal/**", "/api/v1/journal", "/api/v1/journal/**").hasRole(Role.AUDITOR.name())
                .requestMatchers(HttpMethod.POST, "/access/password", "/access/look", "/access/notices", "/access/second-factor/**").hasRole(Role.VIEWER.name())
                .requestMatchers(HttpMethod.GET, "/api/v1/registrations", "/api/v1/registrations/**")
                .hasAnyRole(Role.VIEWER.name(), Role.GATEWAY.name())
                .requestMatchers(HttpMethod.GET, "/tpps/new", "/tpps/*/edit").hasRole(Role.OPERATOR.name())
                .requestMatchers(HttpMethod.GET, "/**").hasRole(Role.VIEWER.name())
                .requestMatchers(HttpMethod.HEAD, "/**").hasRole(Role.VIEWER.name())
                .anyRequest().hasRole(Role.OPERATOR.name());
    }

    /** @param formsTo where forms may lead to besides ourselves; redirects after a form count as well */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, String formsTo) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY.formatted(formsTo)))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    private static boolean isHalfWay(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && SecondStep.of(SecurityContextHolder.getContext().getAuthentication()) != null;
    }

    static boolean isForMachines(HttpServletRequest request) {
        return isCall(request) || isUnder(request, "/actuator/") || BearerTokenFilter.carriesToken(request);
    }

    private static boolean isCall(HttpServletRequest request) {
        return isUnder(request, "/api/") || isUnder(request, "/jwks/") || isUnder(request, "/v3/");
    }

    private static boolean isUnder(HttpServletRequest request, String start) {
        return request.getRequestURI().startsWith(start, request.getContextPath().length());
    }

    @Bean
    static RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.fromHierarchy(Role.hierarchy());
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
