package io.portolan.playbook;

import java.util.List;
import java.util.Map;

/** A call that changes nothing and finds whether a request has been acted on. */
public record ApiLook(
        @Doc(value = "The address.", example = "url: '{{environment.base-url}}/registrations'") Template url,
        @Doc(value = "In place of an address: the access token that the bank gives only to a client which it knows, where we can tell its id"
                + " without the bank's answer.",
                example = "token: {grant: client_credentials, auth: tls_client_auth, url: 'https://api.bank.example/token', client-id: x}") TokenCall token,
        @Doc(value = "The certificate for mutual TLS.", example = "tls: QWAC") CertificateKind tls,
        @Doc(value = "Header fields.", example = "headers: {APIKEY: '{{captured.api-key}}'}") Map<String, Template> headers,
        @Doc(value = "How the call is signed in its header fields; without it, not.",
                example = "http-signature: {key: QSealC, key-id: '{{certificate.qsealc.serial-hex}}', headers: [digest, date]}")
                HttpSignature httpSignature,
        @Doc(value = "What shows that it has been acted on.", example = "found-when: {status: 200, json: {/client_id: '*'}}",
                single = true) List<Sign> foundWhen,
        @Doc(value = "What shows that it has not; where it is silent, 404 and any other success whose body is JSON. Anything else is no knowledge: it is looked again, and then a person is asked.",
                example = "absent-when: {status: 404}", single = true) List<Sign> absentWhen,
        @Doc(value = "Where this answer has what the leg brings back, if not where the answer to the request has it.",
                example = "captures: {client-id: /0/client_id}") Map<String, Template> captures) {
}
