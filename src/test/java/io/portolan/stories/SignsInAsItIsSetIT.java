package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.SingleSignOn;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.test.util.ReflectionTestUtils;

/** The sign-in where the provider is away, and where people may come by it only. */
@ResourceLock("keycloak")
class SignsInAsItIsSetIT extends ApiStory {

    @Autowired ApplicationContext context;
    @Autowired SingleSignOn singleSignOn;
    @Autowired FilterChainProxy filters;

    @Test
    void saysThatTheProviderIsAwayAndLetsPeopleInByPassword() {
        var provider = context.getBean("oidcProvider");
        var settings = ReflectionTestUtils.getField(provider, "settings");
        var found = ReflectionTestUtils.getField(provider, "found");
        try {
            ReflectionTestUtils.setField(provider, "settings", with(settings, "issuer", URI.create("http://localhost:1")));
            ReflectionTestUtils.setField(provider, "found", null);
            var visitor = Visitor.nobody(port);
            assertThat(visitor.get("/sign-in/with/oidc").header("Location")).endsWith("/sign-in?unreachable");
            assertThat(visitor.get("/sign-in?unreachable").text()).contains("Keycloak cannot be reached now. Try again in a while.", "name=\"password\"", "Sign in with Keycloak");
            assertThat(visitor.submit("/sign-in", "/sign-in", Map.of("username", "admin", "password", "for-these-stories-only")).header("Location")).doesNotContain("failed");
            assertThat(visitor.get("/tasks").status()).isEqualTo(200);
        } finally {
            ReflectionTestUtils.setField(provider, "settings", settings);
            ReflectionTestUtils.setField(provider, "found", found);
        }
    }

    @Test
    void letsNobodyInByPasswordWhereThatIsSwitchedOff() {
        var form = filters.getFilterChains().stream().flatMap(chain -> chain.getFilters().stream()).filter(UsernamePasswordAuthenticationFilter.class::isInstance)
                .map(filter -> ReflectionTestUtils.getField(filter, "authenticationDetailsSource")).findFirst().orElseThrow();
        var settings = ReflectionTestUtils.getField(singleSignOn, "settings");
        var visitor = Visitor.nobody(port);
        var csrf = visitor.csrf("/sign-in");
        try {
            ReflectionTestUtils.setField(form, "isOn", false);
            ReflectionTestUtils.setField(singleSignOn, "settings", with(settings, "localSignIn", false));
            assertThat(visitor.get("/sign-in").text()).contains("Sign in with Keycloak").doesNotContain("name=\"password\"");
            assertThat(visitor.form("/sign-in", Map.of("username", "admin", "password", "for-these-stories-only", "_csrf", csrf)).header("Location")).endsWith("/sign-in?failed");
            assertThat(visitor.get("/tasks").header("Location")).endsWith("/sign-in");
        } finally {
            ReflectionTestUtils.setField(form, "isOn", true);
            ReflectionTestUtils.setField(singleSignOn, "settings", settings);
        }
    }

    /** The same settings with another value; the context that all stories share is changed for as long as it takes. */
    private static Object with(Object settings, String name, Object value) {
        var parts = settings.getClass().getRecordComponents();
        try {
            Constructor<?> made = settings.getClass().getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
            made.setAccessible(true);
            return made.newInstance(Arrays.stream(parts).map(part -> part.getName().equals(name) ? value : read(part, settings)).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(RecordComponent part, Object of) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
