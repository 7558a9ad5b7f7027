package io.portolan.simulator.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A realm of the Keycloak that runs, by which people and machines sign in at Portolan; it is made when it is first asked for. */
public final class KeycloakPeople {

    /** Known before Keycloak runs. */
    public static final String ISSUER = "https://localhost:" + KeycloakBank.PORT + "/realms/portolan";
    /** The client that Portolan is there. */
    public static final String CLIENT = "portolan-console";
    /** What it proves that by. */
    public static final String CLIENT_SECRET = "a-secret-of-these-stories";
    /** What tokens of machines are for. */
    public static final String AUDIENCE = "portolan-api";
    /** The password of everybody there. */
    public static final String PASSWORD = "the-password-of-a-person";

    private static final String REALM = "/admin/realms/portolan";
    private static final String TPPS = "portolan-tpps";
    private static KeycloakPeople made;

    private final KeycloakBank keycloak;

    private KeycloakPeople(KeycloakBank keycloak) {
        this.keycloak = keycloak;
    }

    /** The realm; the test is skipped where Keycloak cannot be had. */
    public static synchronized KeycloakPeople running() {
        var keycloak = KeycloakBank.running();
        if (made == null) {
            made = new KeycloakPeople(keycloak);
            made.make();
        }
        return made;
    }

    private void make() {
        keycloak.admin("POST", "/admin/realms", Map.of("realm", "portolan", "enabled", true));
        for (var role : List.of("viewer", "operator", "approver", "auditor", "admin", "gateway")) {
            keycloak.admin("POST", REALM + "/roles", Map.of("name", "portolan-" + role));
        }
        keycloak.admin("POST", REALM + "/clients", Map.of("clientId", TPPS, "enabled", true));
        keycloak.admin("POST", REALM + "/clients", Map.of("clientId", CLIENT, "secret", CLIENT_SECRET, "redirectUris", List.of("http://localhost:*"),
                "attributes", Map.of("post.logout.redirect.uris", "http://localhost:*", "pkce.code.challenge.method", "S256"), "protocolMappers", List.of(roles(), tpps())));
        tpp("*");
    }

    /** Somebody who may sign in, with these roles and TPPs. */
    public void person(String name, List<String> roles, List<String> tpps) {
        keycloak.admin("POST", REALM + "/users", Map.of("username", name, "enabled", true, "email", name + "@tpp.example", "emailVerified", true, "firstName", name,
                "lastName", "Example", "credentials", List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        give(user(name), roles, tpps);
    }

    /** Gives somebody another role in place of one. */
    public void change(String name, String before, String after) {
        keycloak.admin("DELETE", REALM + "/users/" + user(name) + "/role-mappings/realm", List.of(role(before)));
        keycloak.admin("POST", REALM + "/users/" + user(name) + "/role-mappings/realm", List.of(role(after)));
    }

    /** Has Keycloak tell Portolan there whom it has signed out. */
    public void tellsOfLogouts(String address) {
        var client = (com.fasterxml.jackson.databind.node.ObjectNode) keycloak.admin("GET", REALM + "/clients/" + id(CLIENT), null);
        client.withObject("/attributes").put("backchannel.logout.url", address).put("backchannel.logout.session.required", "true");
        keycloak.admin("PUT", REALM + "/clients/" + id(CLIENT), client);
    }

    /** Signs somebody out of all that they have signed in to. */
    public void signOut(String name) {
        keycloak.admin("POST", REALM + "/users/" + user(name) + "/logout", null);
    }

    /** A machine that may get tokens for itself; for Portolan only where that is said. */
    public void machine(String client, boolean forPortolan, List<String> roles, List<String> tpps) {
        var audience = Map.of("name", "audience", "protocol", "openid-connect", "protocolMapper", "oidc-audience-mapper",
                "config", Map.of("included.custom.audience", forPortolan ? AUDIENCE : "another-api", "access.token.claim", "true"));
        keycloak.admin("POST", REALM + "/clients", Map.of("clientId", client, "secret", CLIENT_SECRET, "serviceAccountsEnabled", true, "standardFlowEnabled", false,
                "protocolMappers", List.of(audience, tpps())));
        give(keycloak.admin("GET", REALM + "/clients/" + id(client) + "/service-account-user", null).path("id").asText(), roles, tpps);
    }

    /** A token that a machine gets for itself. */
    public String token(String client) {
        try {
            return keycloak.token("/realms/portolan", "grant_type=client_credentials&client_id=" + client + "&client_secret=" + CLIENT_SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tpp(String tpp) {
        if (keycloak.admin("GET", REALM + "/clients/" + id(TPPS) + "/roles", null).findValuesAsText("name").stream().noneMatch(tpp::equals)) {
            keycloak.admin("POST", REALM + "/clients/" + id(TPPS) + "/roles", Map.of("name", tpp));
        }
    }

    private void give(String user, List<String> roles, List<String> tpps) {
        keycloak.admin("POST", REALM + "/users/" + user + "/role-mappings/realm", roles.stream().map(this::role).toList());
        tpps.forEach(this::tpp);
        var all = keycloak.admin("GET", REALM + "/clients/" + id(TPPS) + "/roles", null);
        keycloak.admin("POST", REALM + "/users/" + user + "/role-mappings/clients/" + id(TPPS),
                java.util.stream.StreamSupport.stream(all.spliterator(), false).filter(role -> tpps.contains(role.path("name").asText())).toList());
    }

    private JsonNode role(String name) {
        return keycloak.admin("GET", REALM + "/roles/" + name, null);
    }

    private String user(String name) {
        return keycloak.admin("GET", REALM + "/users?exact=true&username=" + name, null).path(0).path("id").asText();
    }

    private String id(String client) {
        return keycloak.admin("GET", REALM + "/clients?clientId=" + client, null).path(0).path("id").asText();
    }

    private static Map<String, Object> roles() {
        return Map.of("name", "roles", "protocol", "openid-connect", "protocolMapper", "oidc-usermodel-realm-role-mapper",
                "config", Map.of("claim.name", "realm_access.roles", "multivalued", "true", "jsonType.label", "String", "id.token.claim", "true", "access.token.claim", "true"));
    }

    private static Map<String, Object> tpps() {
        return Map.of("name", "tpps", "protocol", "openid-connect", "protocolMapper", "oidc-usermodel-client-role-mapper",
                "config", Map.of("claim.name", "portolan.tpps", "multivalued", "true", "jsonType.label", "String", "usermodel.clientRoleMapping.clientId", TPPS,
                        "id.token.claim", "true", "access.token.claim", "true"));
    }
}
