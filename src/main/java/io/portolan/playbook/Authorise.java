package io.portolan.playbook;

import java.util.Map;

/** An authorization request that only an account holder can answer (RFC 6749 section 4.1), with state and PKCE (RFC 7636) of our own. */
public record Authorise(
        @Doc(value = "The authorization endpoint.", example = "url: '{{discovered.authorization-endpoint}}'", required = true) Template url,
        @Doc(value = "The client id; the captured client-id unless said otherwise.",
                example = "client-id: '{{certificate.qwac.organisation-id}}'") Template clientId,
        @Doc(value = "Where the bank sends the account holder back to.", example = "redirect-uri: '{{application.redirect-uri}}'",
                required = true) Template redirectUri,
        @Doc(value = "The scope.", example = "scope: 'AIS:{{captured.consent-id}}'") Template scope,
        @Doc(value = "Further parameters.", example = "parameters: {acr_values: sca}") Map<String, Template> parameters) {
}
