package io.portolan.playbook;

import java.util.Map;

/** An HTTP request to a bank's API. */
public record Request(
        @Doc(value = "The HTTP method.", example = "method: POST", required = true) String method,
        @Doc(value = "The address, on a host that the environment names.",
                example = "url: '{{environment.base-url}}/register'",
                required = true) Template url,
        @Doc(value = "The certificate for mutual TLS.", example = "tls: QWAC") CertificateKind tls,
        @Doc(value = "Header fields; {{token}} is the access token.", example = "headers: {APIKEY: '{{captured.api-key}}'}")
                Map<String, Template> headers,
        @Doc(value = "Form fields, sent as application/x-www-form-urlencoded.", example = "form: {scope: aisp}")
                Map<String, Template> form,
        @Doc(value = "The JSON body.", example = "body: {client_name: '{{application.name}}'}") JsonBody body,
        @Doc(value = "Values that are signed by themselves, by name; {{signed.<name>}} stands for one in headers, form and body.",
                example = "signed: {proof: {text: '{{captured.installation-token}}', by: {key: QSealC, alg: RS256}}}")
                Map<String, SignedValue> signed,
        @Doc(value = "How the body is signed (RFC 7515); without it, not.",
                example = "jws: {key: QSealC, alg: RS256, x5c: leaf, serialization: flattened}") Jws jws,
        @Doc(value = "How the call is signed in its header fields; without it, not.",
                example = "http-signature: {key: QSealC, key-id: '{{certificate.qsealc.serial-hex}}', headers: [digest, date]}")
                HttpSignature httpSignature) {
}
