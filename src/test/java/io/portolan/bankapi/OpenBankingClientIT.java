package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.certificate.Certificate;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Registration by a signed JWT as Open Banking (UK) has it, held to the OpenAPI file that {@code -Dformat.ob-uk-dcr} names. */
class OpenBankingClientIT extends ApiLegs {

    private static final String DN = "CN=sTQDLzJPPKYsgRMo4UwZvG,organizationIdentifier=PSDGB-OB-Unknown0015800001041RHAAY,O=Lantern,C=GB";

    @Override
    String playbook() {
        return ClientPlaybook.at(bank.port());
    }

    private FakeLegRun registration() {
        return run("register-by-statement").with("application.redirect-uris", "https://a.example/1 https://a.example/2")
                .with("certificate.qwac.subject-dn", DN).with("certificate.qsealc.serial-decimal", "1234");
    }

    private SignedJWT sent() throws Exception {
        bank.on("/register", came -> Goes.json(201, "{\"client_id\": \"c-1\"}"));
        assertThat(means.perform(registration())).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came().get(0).header("Content-Type")).isEqualTo("application/jwt");
        return SignedJWT.parse(bank.came().get(0).body());
    }

    @Test
    void registersByASignedBodyThatHoldsAStatementWhichWeHaveSigned() throws Exception {
        var body = sent();
        var statement = SignedJWT.parse(body.getJWTClaimsSet().getStringClaim("software_statement"));

        for (var jwt : List.of(body, statement)) {
            assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
            assertThat(jwt.getHeader().getKeyID()).isEqualTo("1234");
            assertThat(jwt.verify(new RSASSAVerifier((RSAPublicKey) certificates.inUse("lantern", Certificate.Kind.QSEALC, "test")
                    .orElseThrow().leaf().getPublicKey()))).isTrue();
            assertThat(jwt.getJWTClaimsSet().getExpirationTime()).isEqualTo(NOW.plusSeconds(300));
        }
        assertThat(body.getJWTClaimsSet().getJWTID()).isNotEqualTo(statement.getJWTClaimsSet().getJWTID());
        assertThat(statement.getJWTClaimsSet().getStringListClaim("software_redirect_uris"))
                .containsExactly("https://a.example/1", "https://a.example/2");
    }

    @Test
    void sendsWhatTheStandardAsksFor() throws Exception {
        var file = System.getProperty("format.ob-uk-dcr");
        if (file == null) {
            System.out.println("Skipped: -Dformat.ob-uk-dcr=<OpenAPI file of Open Banking's client registration> is not given");
        }
        Assumptions.assumeTrue(file != null, "-Dformat.ob-uk-dcr names no file");
        var schemas = (JsonNode) Answer.JSON.valueToTree(new Yaml().load(Files.readString(Path.of(file))));
        var claims = new Answer(0, null, sent().getPayload().toString()).json();

        assertThat(problems(claims, schemas.at("/components/schemas/OBClientRegistration1"), schemas, "")).isEmpty();
        // a check that never objects proves nothing
        assertThat(problems(Answer.JSON.readTree("{\"iss\": \"-\", \"scope\": \"\", \"grant_types\": [\"password\"]}"),
                schemas.at("/components/schemas/OBClientRegistration1"), schemas, "")).anyMatch(problem -> problem.startsWith("/iss"))
                .anyMatch(problem -> problem.startsWith("/scope")).anyMatch(problem -> problem.startsWith("/grant_types"))
                .anyMatch(problem -> problem.contains("jti is missing"));
    }

    /** As much of JSON Schema as that file uses. */
    private static List<String> problems(JsonNode value, JsonNode schema, JsonNode root, String at) {
        var problems = new ArrayList<String>();
        if (schema.has("$ref")) {
            return problems(value, root.at(schema.get("$ref").asText().substring(1)), root, at);
        }
        schema.path("allOf").forEach(part -> problems.addAll(problems(value, part, root, at)));
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                problems.add(at + ": " + name.asText() + " is missing");
            }
        });
        schema.path("properties").properties().stream().filter(property -> value.has(property.getKey())).forEach(property ->
                problems.addAll(problems(value.get(property.getKey()), property.getValue(), root, at + "/" + property.getKey())));
        if (schema.has("items")) {
            value.forEach(item -> problems.addAll(problems(item, schema.get("items"), root, at)));
        }
        var isOfType = switch (schema.path("type").asText("")) {
            case "string" -> value.isTextual() && value.asText().length() >= schema.path("minLength").asInt(0)
                    && value.asText().length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                    && matches(value, schema);
            case "integer" -> value.isIntegralNumber();
            case "array" -> value.isArray() && value.size() >= schema.path("minItems").asInt(0);
            case "object" -> value.isObject();
            default -> true;
        };
        if (!isOfType) {
            problems.add(at + ": " + value + " is not as " + schema);
        }
        return problems;
    }

    private static boolean matches(JsonNode value, JsonNode schema) {
        var fits = !schema.has("pattern") || value.asText().matches(schema.get("pattern").asText());
        var words = new ArrayList<String>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        return fits && (words.isEmpty() || words.contains(value.asText()));
    }
}
