package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OidcRightsTest {

    @Test
    void findsRolesWhereThePathOfTheClaimLeads() {
        var rights = rights("realm_access.roles", Map.of(), null);

        assertThat(rights.of(Map.of("realm_access", Map.of("roles", List.of("portolan-viewer", "portolan-approver", "offline_access")))).roles())
                .containsExactlyInAnyOrder(Role.VIEWER, Role.APPROVER);
        assertThat(rights.of(Map.of("realm_access", "portolan-admin")).roles()).isEmpty();
        assertThat(rights.of(Map.of()).roles()).isEmpty();
    }

    @Test
    void takesAClaimWithDotsInItsNameAndATextWithGaps() {
        assertThat(rights("https://portolan.example/roles", Map.of(), null).of(Map.of("https://portolan.example/roles", "portolan-auditor portolan-operator")).roles())
                .containsExactlyInAnyOrder(Role.AUDITOR, Role.OPERATOR);
    }

    @Test
    void countsOnlyTheRolesThatAreMappedWhereAnyAre() {
        var rights = rights("groups", Map.of("psd2-desk", Role.OPERATOR), null);

        assertThat(rights.of(Map.of("groups", List.of("psd2-desk"))).roles()).containsExactly(Role.OPERATOR);
        assertThat(rights.of(Map.of("groups", List.of("portolan-admin"))).roles()).isEmpty();
    }

    @Test
    void limitsToTheTppsOfTheClaimAndLetsNobodyInWithoutOne() {
        var rights = rights("roles", Map.of(), "tpps");
        var viewer = List.of("portolan-viewer");

        assertThat(rights.of(Map.of("roles", viewer, "tpps", List.of("lantern"))).tpps()).containsExactly("lantern");
        assertThat(rights.of(Map.of("roles", viewer, "tpps", List.of("*"))).tpps()).isEmpty();
        assertThat(rights.of(Map.of("roles", viewer, "tpps", List.of("*"))).roles()).containsExactly(Role.VIEWER);
        assertThat(rights.of(Map.of("roles", viewer)).roles()).isEmpty();
    }

    private static OidcRights rights(String claim, Map<String, Role> roles, String tpps) {
        return new OidcRights(new Oidc(URI.create("https://sso.example"), "portolan", null, "SSO", Set.of("openid"), "preferred_username", claim, roles, tpps, null,
                "client_id", null, Duration.ofHours(1)));
    }
}
