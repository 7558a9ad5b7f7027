package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.registration.Credential;
import java.time.Instant;
import java.util.List;

/** A credential without its value; without services it is for all. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CredentialView(String name, String kind, List<String> services, boolean secret, String state, Instant expires, Instant issuedAt,
        Instant changedAt) {

    static CredentialView of(Credential c) {
        return new CredentialView(c.name(), Words.of(c.kind()), Words.of(c.services()), c.secret(), Words.of(c.state()), c.expires(),
                c.issuedAt(), c.changedAt());
    }
}
