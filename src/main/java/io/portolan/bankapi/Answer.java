package io.portolan.bankapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a bank has answered. */
record Answer(int status, HttpHeaders headers, String body) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the bank cannot answer at present, which says nothing of us. */
    boolean isOutage() {
        return status >= 500 || status == 429;
    }

    /** Whether the bank says that it has not acted on the request; one that timed out on its side it may have acted on. */
    boolean isRefusal() {
        return status >= 400 && status < 500 && status != 408;
    }

    /** The body as JSON, or a missing node where it is none. */
    JsonNode json() {
        try {
            var node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The value at a JSON pointer (RFC 6901); empty where there is none. */
    Optional<String> at(String pointer) {
        var node = json().at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(node.isValueNode() ? node.asText() : node.toString());
    }

    @Override
    public String toString() {
        return "answer " + status;
    }
}
