package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDifferencesTest {

    private static final String ASKED = "{\"tls_client_auth_subject_dn\": \"CN=a,businessCategory=Private Organization,organizationIdentifier=PSDXX-FSA-1,O=X\"}";

    @ParameterizedTest
    @ValueSource(strings = {"CN=a, businessCategory=Private Organization, organizationIdentifier=PSDXX-FSA-1, O=X",
        "CN=a,2.5.4.15=Private Organization,2.5.4.97=PSDXX-FSA-1,O=X"})
    void readsNamesHoweverTheyAreWritten(String registered) {
        assertThat(ClientDifferences.between(json(ASKED), json("{\"tls_client_auth_subject_dn\": \"" + registered + "\"}"))).isEmpty();
    }

    @Test
    void tellsAnotherNameFromOurs() {
        var differences = ClientDifferences.between(json(ASKED), json("{\"tls_client_auth_subject_dn\": \"CN=b,O=X\"}"));

        assertThat(differences).singleElement().satisfies(one -> assertThat(one.keepsOut()).isTrue());
    }

    @Test
    void takesSilenceAboutTheAuthenticationForItsDefault() {
        var registered = json("{\"client_name\": \"x\"}");

        assertThat(ClientDifferences.between(json("{\"client_name\": \"x\", \"token_endpoint_auth_method\": \"tls_client_auth\"}"), registered))
                .singleElement().satisfies(one -> assertThat(one.keepsOut()).isTrue());
        assertThat(ClientDifferences.between(json("{\"client_name\": \"x\", \"token_endpoint_auth_method\": \"client_secret_basic\"}"), registered))
                .singleElement().satisfies(one -> assertThat(one.keepsOut()).isFalse());
    }

    private static JsonNode json(String text) {
        try {
            return Answer.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
