package io.portolan.bankapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.leg.FormText;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A bank that registers one client by the letter of RFC 7591 and RFC 7592: its ids and secrets hold characters that must be encoded
 * everywhere, it gives a new access token and secret with every answer, and it registers more than was asked for, or what a test says.
 */
final class StrictRegistrar {

    static final String INITIAL = "in1t;(/%:\\+=";
    static final String CLIENT = "c;(/%:\\+ é#?&=";
    private static final Set<String> OF_THE_BANK = Set.of("registration_access_token", "registration_client_uri", "client_secret_expires_at",
            "client_id_issued_at");

    private final String base;
    private ObjectNode client;
    private int turn;
    boolean losesAnswers;
    Consumer<ObjectNode> changes = registered -> registered.put("scope", registered.path("scope").asText() + " openid").put("require_auth_time", false);

    StrictRegistrar(FakeBankApi bank) {
        base = "https://localhost:" + bank.port();
        bank.on("/register", this::register);
        bank.on("/register/" + CLIENT, this::manage);
    }

    String secret() {
        return "s;(/%:\\+\"" + turn;
    }

    String token() {
        return "r4t;(/%:+" + turn;
    }

    /** The registration as it stands; null where there is none. */
    ObjectNode client() {
        return client;
    }

    private Goes register(Came came) {
        if (!("Bearer " + INITIAL).equals(came.header("Authorization"))) {
            return Goes.json(401, "{\"error\": \"invalid_token\"}");
        }
        if (client != null) {
            return error("invalid_client_metadata");
        }
        client = sent(came).put("client_id", CLIENT);
        return answer(201);
    }

    private Goes manage(Came came) {
        if (client == null || !("Bearer " + token()).equals(came.header("Authorization"))) {
            return Goes.json(401, "{\"error\": \"invalid_token\"}");
        }
        return switch (came.method()) {
            case "GET" -> answer(200);
            case "PUT" -> update(sent(came));
            case "DELETE" -> {
                client = null;
                yield goes(new Goes(204, Map.of(), ""));
            }
            default -> Goes.json(405, "{}");
        };
    }

    private Goes update(ObjectNode wanted) {
        if (OF_THE_BANK.stream().anyMatch(wanted::has) || !CLIENT.equals(wanted.path("client_id").asText())
                || !secret().equals(wanted.path("client_secret").asText())) {
            return error("invalid_client_metadata");
        }
        client = wanted;
        return answer(200);
    }

    private static ObjectNode sent(Came came) {
        return (ObjectNode) new Answer(0, null, came.body()).json();
    }

    private Goes answer(int status) {
        turn++;
        changes.accept(client);
        client.put("client_secret", secret());
        var answer = client.deepCopy().put("registration_access_token", token()).put("client_secret_expires_at", 1893456000 + turn)
                .put("registration_client_uri", base + "/register/" + FormText.encoded(CLIENT).replace("+", "%20"));
        return goes(Goes.json(status, answer.toString()));
    }

    private Goes goes(Goes answer) {
        return losesAnswers ? null : answer;
    }

    private static Goes error(String code) {
        return Goes.json(400, "{\"error\": \"" + code + "\", \"error_description\": \"no\"}");
    }
}
